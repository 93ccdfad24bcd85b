import assert from 'node:assert/strict';
import { test } from 'node:test';

import { emptyState, formatPageUrl, parsePageUrl, sameList, searchParams,
} from '../../../web/js/page-url.js';

const parse = (url) => parsePageUrl(new URL(url, 'http://localhost').search);

test('an empty address is an empty first page in Vietnamese', () => {
  const state = parsePageUrl('');
  assert.equal(state.text, '');
  assert.equal(state.page, 1);
  assert.equal(state.language, 'vi');
  assert.equal(formatPageUrl(state), '/');
});

test('a state survives the trip through the address bar', () => {
  const addresses = [
    '?q=sáp nhập&province=Huế&province=Đà Nẵng&page=3&lang=en',
    '?not.unit=Tỉnh ủy X&year=2021..2023&year=none&sort=-date&per_page=50',
    '?doc=a/b%3Fc&q="nền tảng" -bóng&era=now&collapse=false&accents=exact'
      + '&reading=literal',
    '?from=2021-03&to=2022&resolution=35-NQ/TW:2018&host=a.vn&q=a%2Bb%26c',
  ];
  for (const address of addresses) {
    const state = parsePageUrl(address);
    assert.deepEqual(parse(formatPageUrl(state)), state, address);
    assert.equal(formatPageUrl(parse(formatPageUrl(state))),
      formatPageUrl(state), address);
  }
});

test('what a parameter cannot mean is taken as not given', () => {
  for (const page of ['0', '-2', 'hai', '', '1.5', '1e3']) {
    assert.equal(parsePageUrl(`?page=${page}`).page, 1, page);
  }
  assert.equal(parsePageUrl('?sort=size').sort, 'relevance');
  assert.equal(parsePageUrl('?lang=fr').language, 'vi');
  assert.equal(parsePageUrl('?per_page=500').perPage, 10);
  assert.deepEqual(parsePageUrl('?year=&year=2020&year=2020').filters.year,
    ['2020']);
});

test('the API is asked only for what is a parameter of it', () => {
  const state = parsePageUrl('?q=a&era=now&lang=en&doc=x&not.year=2020');
  assert.equal(searchParams(state).toString(), 'q=a&not.year=2020');
  assert.equal(searchParams({ ...state, reading: 'literal' }).get('reading'),
    'literal');
});

test('era, language and open article do not change the list', () => {
  const state = parsePageUrl('?q=a&page=2');
  assert.ok(sameList(state, { ...state, era: 'now', document: 'x' }));
  assert.ok(!sameList(state, { ...state, page: 3 }));
  assert.ok(!sameList(state, { ...state, sort: 'date' }));
  assert.ok(!sameList(state, emptyState()));
});
