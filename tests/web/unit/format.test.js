import assert from 'node:assert/strict';
import { test } from 'node:test';

import { facetValueLabel, formatDate, formatNumber, formatSnapshotDay,
} from '../../../web/js/format.js';
import { useLanguage } from '../../../web/js/strings.js';

test('dates are written day first, with what is known of them', () => {
  const cases = {
    '2021-11-29': '29/11/2021',
    '2021-11-29T11:02': '29/11/2021 11:02',
    '2021-11': '11/2021',
    2021: '2021',
    '--08-24': '24/08',
    'hôm qua': 'hôm qua',
    '': '',
  };
  for (const [value, shown] of Object.entries(cases)) {
    assert.equal(formatDate(value), shown, value);
  }
  assert.equal(formatDate(null), '');
});

test('numbers follow the language of the page', () => {
  assert.equal(formatNumber(18342), '18.342');
  assert.equal(formatNumber(2.84), '2,8');
  useLanguage('en');
  assert.equal(formatNumber(18342), '18,342');
  useLanguage('vi');
});

test('facet values are shown in words', () => {
  assert.equal(facetValueLabel('resolution', '35-NQ/TW:2018'),
    '35-NQ/TW (2018)');
  assert.equal(facetValueLabel('resolution', 'NQĐH-XIII'), 'NQĐH-XIII');
  assert.equal(facetValueLabel('unit_level', 'co-so'), 'Cơ sở');
  assert.equal(facetValueLabel('unit_level', 'toString'), 'toString');
  assert.equal(facetValueLabel('province', 'none'), '(không rõ)');
  assert.equal(facetValueLabel('year', '2021..2023'), '2021–2023');
  assert.equal(facetValueLabel('year', '2021..'), 'từ 2021');
  assert.equal(facetValueLabel('year', '..2021'), 'đến 2021');
});

test('the day of a snapshot is read from its id', () => {
  assert.equal(formatSnapshotDay('20261120T021000Z-5c1e'), '20/11/2026');
  assert.equal(formatSnapshotDay('x'), 'x');
});
