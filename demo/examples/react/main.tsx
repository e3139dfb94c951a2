import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'canyu/define/canyu-survey.js';
import type { CanyuSurvey } from 'canyu';
import './canyu-jsx.js';

function Page() {
  const survey = useRef<CanyuSurvey>(null);
  const [group, setGroup] = useState('resident');
  const [told, setTold] = useState('');
  return (
    <>
      <p>
        <label>
          谁来回答 <span lang="en">Who answers</span>{' '}
          <select value={group} onChange={(event) => setGroup(event.target.value)}>
            <option value="resident">居民 Resident</option>
            <option value="official">工作人员 Official</option>
          </select>
        </label>{' '}
        <button type="button" onClick={() => void survey.current?.reset()}>
          从头开始 <span lang="en">Start again</span>
        </button>
      </p>
      <canyu-survey
        ref={survey}
        study="example-react"
        wave="pre"
        group={group}
        form="short"
        oncanyu-complete={(event) => setTold(event.detail.responseId)}
      />
      <p id="told" role="status">
        {told && `已存好 · saved: ${told}`}
      </p>
    </>
  );
}

const place = document.querySelector('#app');
if (place) createRoot(place).render(<Page />);
