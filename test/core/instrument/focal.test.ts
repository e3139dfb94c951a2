import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillFocal } from '../../../src/core/instrument/focal.js';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';

const ladder = participationTrust.items.find(({ id }) => id === 'LD');
const prompt = (group: 'resident' | 'official', locale: string) => ladder?.prompt[group]?.[locale] ?? '';

test('the focal matter stands in the place of {focal}, whatever characters it has', () => {
  assert.equal(
    fillFocal(prompt('resident', 'zh-Hans'), '活动中心改造', 'zh-Hans'),
    '就"活动中心改造"这件事，居民是怎么参与的？选最像的一条。',
  );
  assert.equal(fillFocal('{focal} / {focal}', "$& $1 $'", 'en'), "$& $1 $' / $& $1 $'");
});

test('without a focal matter the question is still a whole sentence', () => {
  assert.equal(
    fillFocal(prompt('resident', 'zh-Hans'), undefined, 'zh-Hans'),
    '就社区里最近的一件公共事务，居民是怎么参与的？选最像的一条。',
  );
  assert.equal(
    fillFocal(prompt('official', 'zh-Hans'), ' ', 'zh-Hans'),
    '就社区里最近的一件公共事务，居民参与程度最接近下列哪一项？',
  );
  assert.equal(
    fillFocal(prompt('resident', 'en'), undefined, 'en'),
    'How were residents involved in the most recent public matter in the community? Pick the closest.',
  );
});

test('other texts stay as they are', () => {
  assert.equal(fillFocal('邻居家有事，大家都愿意搭把手。', undefined, 'zh-Hans'), '邻居家有事，大家都愿意搭把手。');
});
