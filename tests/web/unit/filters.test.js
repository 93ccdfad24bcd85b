import assert from 'node:assert/strict';
import { test } from 'node:test';

import { shownValues, withTick } from '../../../web/js/facet-values.js';
import { activeFilters, withExcluded, withValue, withoutFilter, withoutFilters,
} from '../../../web/js/filters.js';
import { parsePageUrl } from '../../../web/js/page-url.js';

const value = (name, count, selected = false) => ({
  value: name, count, selected,
});

test('a changed filter leads back to the first page and out of an article', () => {
  const state = parsePageUrl('?q=a&page=4&doc=x');
  const next = withValue(state, 'province', 'Huế');
  assert.equal(next.page, 1);
  assert.equal(next.document, '');
  assert.deepEqual(next.filters.province, ['Huế']);
  assert.equal(next.text, 'a');
});

test('a value is never both chosen and excluded', () => {
  const chosen = withValue(parsePageUrl(''), 'year', '2020');
  const excluded = withExcluded(chosen, 'year', '2020');
  assert.deepEqual(excluded.filters.year, []);
  assert.deepEqual(excluded.excluded.year, ['2020']);
  const again = withValue(excluded, 'year', '2020');
  assert.deepEqual(again.filters.year, ['2020']);
  assert.deepEqual(again.excluded.year, []);
});

test('every active filter can be taken away by itself', () => {
  const state = parsePageUrl(
    '?province=Huế&not.unit=X&year=2020&from=2021&to=2022-05');
  const filters = activeFilters(state);
  assert.equal(filters.length, 5);
  for (const filter of filters) {
    assert.deepEqual(activeFilters(withoutFilter(state, filter)),
      filters.filter((other) => other !== filter));
  }
  assert.deepEqual(activeFilters(withoutFilters(state)), []);
});

test('the most frequent, the chosen and the missing values are shown', () => {
  const state = parsePageUrl('?province=C&province=Z&not.province=A');
  const answer = {
    values: [value('A', 9), value('B', 8), value('D', 7), value('C', 1, true)],
    missing: 3,
  };
  assert.deepEqual(
    shownValues(state, 'province', answer, 2).map((one) => one.value),
    ['Z', 'B', 'C', 'none']);
});

test('a filter typed without marks is unticked by the value it means', () => {
  const state = parsePageUrl('?province=quang tri&province=Huế');
  const answer = { values: [value('Quảng Trị', 4, true), value('Huế', 2, true)] };
  assert.deepEqual(withTick(state, 'province', answer, 'Quảng Trị', false)
    .filters.province, ['Huế']);
});

test('a symbol that meant two documents leaves the other one chosen', () => {
  const state = parsePageUrl('?resolution=35-NQ/TW');
  const answer = { values: [
    value('35-NQ/TW:2018', 4, true), value('35-NQ/TW:2009', 2, true),
  ] };
  assert.deepEqual(withTick(state, 'resolution', answer, '35-NQ/TW:2018', false)
    .filters.resolution, ['35-NQ/TW:2009']);
  assert.deepEqual(shownValues(state, 'resolution', answer, 8).length, 2);
});
