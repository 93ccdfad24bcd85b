// What is known about an article and why: the facts of one answer of
// GET /documents/{id}, each with its evidence, ready to be shown.

import { codePointOffsets } from './code-points.js';

/** Facets of an article in the order they are shown. */
export const FACT_FACETS = ['published', 'event_date', 'year', 'province',
  'province_now', 'unit', 'resolution', 'host'];

// Where the document itself lists the values of a facet.
const PLAIN_FIELD = {
  province: 'provinces', province_now: 'provinces_now', unit: 'units',
  resolution: 'resolutions',
};

/**
 * @typedef {object} Evidence
 * @property {string} id      Unique in the article: "evidence-7".
 * @property {string} facet
 * @property {string} value   The value it proves.
 * @property {string} kind    text, record, url, derived or override.
 * @property {number} begin   UTF-16 range in the text, for kind text.
 * @property {number} end
 * @property {string} excerpt The text of that range.
 * @property {string} rule    Stable name of the rule that found it.
 * @property {string} certainty  high, medium, low or empty.
 * @property {string} detail
 *
 * @typedef {object} Fact
 * @property {string} id      Unique in the article: "fact-3".
 * @property {string} facet
 * @property {string} value
 * @property {string} role    Empty if none.
 * @property {string} level   Code of the unit's level; empty if none.
 * @property {Evidence[]} evidence
 */

/**
 * @param {object} article  Answer of GET /documents/{id}.
 * @returns {Fact[]}  In the order of FACT_FACETS.
 */
export function collectFacts(article) {
  const text = article.text ?? '';
  const toUtf16 = codePointOffsets(text);
  const facts = [];
  let evidenceCount = 0;
  const readEvidence = (facet, value, raw) => {
    const begin = toUtf16(raw.start ?? 0);
    const end = Math.max(toUtf16(raw.end ?? 0), begin);
    evidenceCount += 1;
    return {
      id: `evidence-${evidenceCount}`,
      facet,
      value,
      kind: raw.kind,
      begin,
      end,
      excerpt: text.slice(begin, end).replace(/\s+/g, ' ').trim(),
      rule: raw.rule ?? '',
      certainty: raw.certainty ?? '',
      detail: raw.detail ?? '',
    };
  };
  for (const facet of FACT_FACETS) {
    for (const entry of entriesOf(article, facet)) {
      const value = String(entry.value);
      facts.push({
        id: `fact-${facts.length + 1}`,
        facet,
        value,
        role: entry.role ?? '',
        level: entry.level ?? '',
        evidence: listOf(entry.evidence)
          .map((raw) => readEvidence(facet, value, raw))
          .filter(({ kind, excerpt }) => kind !== 'text' || excerpt !== ''),
      });
    }
  }
  return facts;
}

/**
 * The entries of one facet. A value without recorded evidence is still a
 * value, and is shown as one.
 *
 * @param {object} article
 * @param {string} facet
 * @returns {{value: unknown, role?: string, level?: string,
 *            evidence?: unknown}[]}
 */
function entriesOf(article, facet) {
  const entries = listOf(article.evidence?.[facet])
    .filter((entry) => entry.value !== null && entry.value !== undefined);
  if (entries.length > 0) return entries;
  return listOf(article[PLAIN_FIELD[facet] ?? facet])
    .filter((value) => value !== '').map((value) => ({ value }));
}

/**
 * @template T
 * @param {T | T[] | null | undefined} value
 * @returns {T[]}
 */
function listOf(value) {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
