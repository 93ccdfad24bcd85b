import assert from 'node:assert/strict';
import { test } from 'node:test';

import { layoutArticle } from '../../../web/js/article-layout.js';
import { collectFacts } from '../../../web/js/evidence.js';

/** An answer whose offsets count code points, as the API's do. */
function article(blocks, evidence = {}, more = {}) {
  let length = 0;
  const text = blocks.map(([, words]) => words).join('\n');
  return {
    title: '', text, evidence,
    blocks: blocks.map(([role, words]) => {
      const begin = length;
      length += [...words].length + 1;
      return { role, start: begin, end: length - 1 };
    }),
    ...more,
  };
}

const proof = (start, end) => ({
  kind: 'text', start, end, rule: 'r', certainty: 'high', detail: '',
});
const flat = (runs) => runs.map((run) => run.text).join('');
const evidenceOf = (answer) => collectFacts(answer)
  .flatMap((fact) => fact.evidence);

test('no character of the text is lost, with or without blocks', () => {
  const answer = article([['chrome', 'Menu'], ['body', 'Một\n\n  hai  '],
    ['identity', 'Chân trang']]);
  for (const blocks of [answer.blocks, [], answer.blocks.slice(1, 2)]) {
    const { sections } = layoutArticle({ ...answer, blocks }, []);
    const words = sections.flatMap((section) => section.paragraphs)
      .map(({ runs }) => flat(runs));
    assert.deepEqual(words, ['Menu', 'Một', 'hai', 'Chân trang']);
  }
});

test('neighbouring blocks of the frame are one section', () => {
  const { sections } = layoutArticle(article([['identity', 'A'],
    ['chrome', 'B'], ['body', 'C'], ['chrome', 'D']]), []);
  assert.deepEqual(sections.map(({ frame, paragraphs }) => [frame,
    paragraphs.length]), [[true, 2], [false, 1], [true, 1]]);
});

test('a title block that is the title is not shown twice', () => {
  const { title, sections } = layoutArticle(article(
    [['title', 'Tên  bài'], ['body', 'Nội dung']], {}, { title: 'Tên bài' }),
  []);
  assert.equal(flat(title), 'Tên  bài');
  assert.equal(sections.length, 1);
});

test('overlapping evidence cuts runs that each have one set of proofs', () => {
  const answer = article([['body', '📌 Tỉnh ủy Huế họp']], {
    unit: [{ value: 'Tỉnh ủy Huế', evidence: [proof(2, 13)] }],
    province: [{ value: 'Huế', evidence: [proof(10, 17)] }],
  });
  const { sections } = layoutArticle(answer, evidenceOf(answer));
  const { runs } = sections[0].paragraphs[0];
  assert.deepEqual(runs.map((run) => [run.text,
    run.evidence.map(({ facet }) => facet),
    run.first.map(({ facet }) => facet)]), [
    ['📌 ', [], []],
    ['Tỉnh ủy ', ['unit'], ['unit']],
    ['Huế', ['province', 'unit'], ['province']],
    [' họp', ['province'], []],
  ]);
});

test('evidence that crosses a line is marked on both lines, named once', () => {
  const answer = article([['body', 'Tỉnh ủy\nHuế họp']], {
    unit: [{ value: 'Tỉnh ủy Huế', evidence: [proof(0, 11)] }],
  });
  const { sections } = layoutArticle(answer, evidenceOf(answer));
  const marked = sections[0].paragraphs.flatMap(({ runs }) => runs)
    .filter((run) => run.evidence.length > 0);
  assert.deepEqual(marked.map((run) => [run.text, run.first.length]),
    [['Tỉnh ủy', 1], ['Huế', 0]]);
});

test('values are shown even where no evidence is recorded', () => {
  const facts = collectFacts({
    text: '', published: '2021-11-29', provinces: ['Huế'], units: [],
    evidence: { year: [{ value: '2021', evidence: [{ kind: 'derived' }] }] },
  });
  assert.deepEqual(facts.map(({ facet, value }) => [facet, value]),
    [['published', '2021-11-29'], ['year', '2021'], ['province', 'Huế']]);
});

test('broken ranges mark nothing and break nothing', () => {
  const answer = article([['body', 'Ngắn']], {
    province: [{ value: 'X', evidence: [proof(3, 2), proof(90, 99),
      { kind: 'text' }] }],
  });
  const { sections } = layoutArticle(answer, evidenceOf(answer));
  assert.deepEqual(sections[0].paragraphs[0].runs.map((run) => run.text),
    ['Ngắn']);
});

test('what was searched for is marked inside and outside of evidence', () => {
  const answer = article([['body', '📌 họp ở Huế về họp']], {
    province: [{ value: 'Huế', evidence: [proof(6, 11)] }],
  }, { matches: [{ start: 2, end: 5 }, { start: 8, end: 11 }] });
  const { sections } = layoutArticle(answer, evidenceOf(answer));
  assert.deepEqual(sections[0].paragraphs[0].runs.map((run) => [run.text,
    run.evidence.length, run.isMatch]), [
    ['📌 ', 0, false], ['họp', 0, true], [' ', 0, false], ['ở ', 1, false],
    ['Huế', 1, true], [' về họp', 0, false],
  ]);
});
