import assert from 'node:assert/strict';
import { test } from 'node:test';

import { coversYear, formatYearRange, outerYears, parseYearRange,
} from '../../../web/js/year-range.js';

test('a year, a span and half-open spans are understood', () => {
  const cases = {
    2021: { from: 2021, to: 2021 },
    '2021..2023': { from: 2021, to: 2023 },
    '2021..': { from: 2021, to: null },
    '..2023': { from: null, to: 2023 },
  };
  for (const [value, range] of Object.entries(cases)) {
    assert.deepEqual(parseYearRange(value), range, value);
  }
  for (const value of ['', '..', 'none', '21', '2021-2023', '2021...2023']) {
    assert.equal(parseYearRange(value), null, value);
  }
});

test('a span is written in order, and as a year if it is one', () => {
  assert.equal(formatYearRange(2023, 2021), '2021..2023');
  assert.equal(formatYearRange(2021, 2021), '2021');
});

test('a year is covered by any of the values', () => {
  assert.ok(coversYear(['none', '2015', '2020..'], 2024));
  assert.ok(!coversYear(['none', '2015', '..2010'], 2011));
  assert.ok(!coversYear([], 2011));
});

test('the outer years of several values span all of them', () => {
  assert.deepEqual(outerYears(['2015', '2018..2020']), { from: 2015, to: 2020 });
  assert.deepEqual(outerYears(['2015', '2018..']), { from: 2015, to: null });
  assert.deepEqual(outerYears(['none']), { from: null, to: null });
});
