// How the text of an article is laid out: its blocks cut into paragraphs and
// these into runs, so that every run is covered by the same evidence from its
// first character to its last. Evidence may overlap and cross lines; elements
// may not.

import { codePointOffsets } from './code-points.js';

/** Roles of blocks that belong to the page around the article. */
const FRAME_ROLES = new Set(['chrome', 'identity']);

/**
 * @typedef {import('./evidence.js').Evidence} Evidence
 *
 * @typedef {object} Run
 * @property {string} text
 * @property {Evidence[]} evidence  What covers the whole run.
 * @property {Evidence[]} first     Those of them that begin with this run.
 * @property {boolean} isMatch      Whether it is what was searched for.
 *
 * @typedef {object} Paragraph
 * @property {string} role
 * @property {Run[]} runs
 *
 * @typedef {object} Section
 * @property {boolean} frame  Menu, footer and the like around the article.
 * @property {Paragraph[]} paragraphs
 *
 * @typedef {object} Layout
 * @property {Run[]} title
 * @property {Section[]} sections
 */

/**
 * @param {object} article  Answer of GET /documents/{id}.
 * @param {Evidence[]} evidence  Only that of kind text is used.
 * @returns {Layout}
 */
export function layoutArticle(article, evidence) {
  const text = article.text ?? '';
  const toUtf16 = codePointOffsets(text);
  const marks = [
    ...evidence.filter((one) => one.kind === 'text'),
    ...(article.matches ?? []).map(({ start, end }) => ({
      isMatch: true, begin: toUtf16(start), end: toUtf16(end),
    })),
  ];
  const seen = new Set();
  const cut = (begin, end) => cutRuns(text, begin, end, marks, seen);
  let title = null;
  const sections = [];
  for (const block of completeBlocks(article, text, toUtf16)) {
    const isTitle = title === null && block.role === 'title'
      && sameWords(text.slice(block.begin, block.end), article.title ?? '');
    if (isTitle) {
      title = cut(block.begin, block.end);
      continue;
    }
    const frame = FRAME_ROLES.has(block.role);
    if (sections.at(-1)?.frame !== frame) {
      sections.push({ frame, paragraphs: [] });
    }
    for (const [begin, end] of linesOf(text, block.begin, block.end)) {
      sections.at(-1).paragraphs.push({
        role: block.role, runs: cut(begin, end),
      });
    }
  }
  return {
    title: title ?? [{
      text: article.title ?? '', evidence: [], first: [], isMatch: false,
    }],
    sections: sections.filter((section) => section.paragraphs.length > 0),
  };
}

/**
 * The blocks in UTF-16 offsets, with a plain block wherever the answer leaves
 * a stretch of text uncovered: nothing of the text is ever hidden.
 *
 * @param {object} article
 * @param {string} text
 * @param {(codePoints: number) => number} toUtf16
 * @returns {{role: string, begin: number, end: number}[]}
 */
function completeBlocks(article, text, toUtf16) {
  const blocks = [];
  let covered = 0;
  const fillTo = (begin) => {
    if (text.slice(covered, begin).trim() === '') return;
    blocks.push({ role: 'body', begin: covered, end: begin });
  };
  for (const block of article.blocks ?? []) {
    const begin = Math.max(toUtf16(block.start), covered);
    const end = toUtf16(block.end);
    if (end <= begin) continue;
    fillTo(begin);
    blocks.push({ role: block.role, begin, end });
    covered = end;
  }
  fillTo(text.length);
  return blocks;
}

/**
 * @param {string} text
 * @param {number} begin
 * @param {number} end
 * @returns {[number, number][]}  Lines that are not blank, without the blanks
 *     around them.
 */
function linesOf(text, begin, end) {
  const lines = [];
  const line = /[^\n]+/g;
  line.lastIndex = begin;
  for (let match = line.exec(text); match && match.index < end;
    match = line.exec(text)) {
    const inside = match[0].slice(0, end - match.index);
    const from = match.index + inside.length - inside.trimStart().length;
    const to = match.index + inside.trimEnd().length;
    if (to > from) lines.push([from, to]);
  }
  return lines;
}

/**
 * @param {string} text
 * @param {number} begin
 * @param {number} end
 * @param {(Evidence | {isMatch: true, begin: number, end: number})[]} marks
 * @param {Set<string>} seen  Ids of evidence that has begun; is added to.
 * @returns {Run[]}
 */
function cutRuns(text, begin, end, marks, seen) {
  const inside = marks.filter((mark) => mark.begin < end && mark.end > begin);
  const cuts = new Set([begin, end]);
  for (const mark of inside) {
    cuts.add(Math.max(mark.begin, begin));
    cuts.add(Math.min(mark.end, end));
  }
  const points = [...cuts].sort((one, other) => one - other);
  return points.slice(0, -1).map((from, index) => {
    const to = points[index + 1];
    const covering = inside
      .filter((mark) => mark.begin <= from && mark.end >= to);
    const evidence = covering.filter((mark) => !mark.isMatch);
    const first = evidence.filter((mark) => !seen.has(mark.id));
    for (const mark of first) seen.add(mark.id);
    return {
      text: text.slice(from, to),
      evidence,
      first,
      isMatch: evidence.length < covering.length,
    };
  });
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {boolean}
 */
function sameWords(one, other) {
  const words = (text) => text.replace(/\s+/g, ' ').trim();
  return words(one) === words(other);
}
