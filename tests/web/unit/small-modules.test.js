import assert from 'node:assert/strict';
import { test } from 'node:test';

import { foldMarks, withoutCompleted } from '../../../web/js/completion.js';
import { safeUrl } from '../../../web/js/links.js';
import { pageNumbers, reachablePages } from '../../../web/js/page-numbers.js';
import { completeYears } from '../../../web/js/components/year-chart.js';

test('only http and https may become links', () => {
  assert.equal(safeUrl('https://a.example.vn/x'), 'https://a.example.vn/x');
  for (const url of ['javascript:alert(1)', ' javascript:alert(1)', 'data:,x',
    'file:///etc/passwd', '//a.example.vn', '/x', 'a.example.vn', '', null,
    undefined, 'JaVaScRiPt:x', 'http://']) {
    assert.equal(safeUrl(url), null, String(url));
  }
});

test('folding drops marks and keeps letters', () => {
  assert.equal(foldMarks('Đẩy MẠNH Ưỡn'), 'day manh uon');
});

test('a suggestion taken as a filter replaces the words it completes', () => {
  const cases = [
    ['quang tr', 'Quảng Trị', ''],
    ['xây dựng đảng quang tr', 'Quảng Trị', 'xây dựng đảng'],
    ['  chuyển đổi  số tỉnh ủy ca', 'Tỉnh ủy Cà Mau', 'chuyển đổi số'],
    ['tri', 'Quảng Trị', ''],
  ];
  for (const [typed, suggestion, rest] of cases) {
    assert.equal(withoutCompleted(typed, suggestion), rest, typed);
  }
});

test('the pager shows the ends, the neighbours and no gap of one page', () => {
  const cases = [
    [1, 1, [1]],
    [1, 5, [1, 2, null, 5]],
    [3, 5, [1, 2, 3, 4, 5]],
    [10, 20, [1, null, 9, 10, 11, null, 20]],
    [4, 20, [1, 2, 3, 4, 5, null, 20]],
  ];
  for (const [page, pages, numbers] of cases) {
    assert.deepEqual(pageNumbers(page, pages), numbers, `${page}/${pages}`);
  }
});

test('years without articles get an empty bar between others', () => {
  assert.deepEqual(completeYears([{ value: '2023', count: 2 },
    { value: 2021, count: 5 }, { value: 'none', count: 1 }]), [
    { year: 2021, count: 5 }, { year: 2022, count: 0 }, { year: 2023, count: 2 },
  ]);
  assert.equal(completeYears([{ value: '1930', count: 1 },
    { value: '2025', count: 1 }]).length, 2);
  assert.deepEqual(completeYears([]), []);
});

test('no page leads beyond what the server shows', () => {
  assert.equal(reachablePages({ total: 41, per_page: 10 }), 5);
  assert.equal(reachablePages({ total: 12_345, per_page: 10 }), 1000);
  assert.equal(reachablePages({ total: 0, per_page: 10 }), 0);
});
