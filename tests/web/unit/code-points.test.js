import assert from 'node:assert/strict';
import { test } from 'node:test';

import { codePointOffsets } from '../../../web/js/code-points.js';

const TEXTS = [
  '', 'Đảng', '📌 Đảng bộ', 'a📌b📌📌c', '𠀋𠀌', 'Tie\u0302\u0301ng Việt 𡨸喃',
];

test('a code point range cuts the same characters as in the API', () => {
  for (const text of TEXTS) {
    const characters = [...text];
    const offset = codePointOffsets(text);
    for (let start = 0; start <= characters.length; start += 1) {
      for (let end = start; end <= characters.length; end += 1) {
        assert.equal(text.slice(offset(start), offset(end)),
          characters.slice(start, end).join(''), `${text} ${start} ${end}`);
      }
    }
  }
});

test('offsets outside the text give its ends', () => {
  const offset = codePointOffsets('📌b');
  assert.equal(offset(-3), 0);
  assert.equal(offset(99), 3);
  assert.equal(offset(undefined), 0);
  assert.equal(offset(Number.NaN), 0);
});
