import { html, nothing, type TemplateResult } from 'lit';
import type { MeetingSlide } from '../../../core/meeting/plan.js';
import { chartSlide } from './slides-chart.js';
import { guessSlide, revealSlide } from './slides-guess.js';
import { closingSlide, declinedSlide, findingSlide, noListSlide, titleSlide, whySlide } from './slides-say.js';
import { stepsSlide } from './slides-steps.js';
import { weightsSlide } from './slides-weights.js';
import { headingOf, type Wall } from './wall.js';

/** One page: its heading, the label of made-up data, and what it shows. */
export function slideView(slide: MeetingSlide, wall: Wall): TemplateResult {
  const { words, results } = wall;
  if (slide.kind === 'title')
    return html`<div class="slide title" role="group" aria-labelledby="heading">${titleSlide(wall)}</div>`;
  return html`
    <div class="slide ${slide.kind}" role="group" aria-roledescription=${words.slide} aria-labelledby="heading">
      <header>
        <h2 id="heading" tabindex="-1">${headingOf(slide, wall)}</h2>
        ${results.study.synthetic ? html`<span class="stamp" part="synthetic">${words.synthetic}</span>` : nothing}
      </header>
      <div class="body">${bodyOf(slide, wall)}</div>
    </div>
  `;
}

function bodyOf(slide: MeetingSlide, wall: Wall): TemplateResult {
  switch (slide.kind) {
    case 'title':
      return titleSlide(wall);
    case 'guess':
      return guessSlide(wall);
    case 'reveal':
      return revealSlide(wall);
    case 'finding':
      return findingSlide(wall);
    case 'chart':
      return chartSlide(slide, wall);
    case 'weights':
      return weightsSlide(wall);
    case 'why':
      return whySlide(wall);
    case 'no-list':
      return noListSlide(wall);
    case 'declined':
      return declinedSlide(slide, wall);
    case 'commitments':
      return stepsSlide(wall);
    case 'closing':
      return closingSlide(wall);
  }
}
