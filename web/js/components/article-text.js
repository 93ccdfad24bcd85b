// The text of an article with its evidence marked: by a colour and by the
// facet's name in small letters, so that no reader depends on the colour.

import { element } from '../dom.js';
import { hasText, text } from '../strings.js';
import { factLabel, ruleText } from './article-facts.js';

/**
 * @typedef {import('../evidence.js').Evidence} Evidence
 * @typedef {import('../article-layout.js').Run} Run
 * @typedef {import('../article-layout.js').Section} Section
 */

/**
 * @param {Section[]} sections
 * @returns {HTMLElement[]}
 */
export function renderSections(sections) {
  return sections.map(({ frame, paragraphs }) => {
    const lines = paragraphs.map(({ role, runs }) => element('p', {
      class: `block block--${role}`, dir: 'auto',
    }, ...renderRuns(runs)));
    return frame ? element('details', { class: 'page-frame' },
      element('summary', {}, element('strong', {}, text('pageFrame')), ' ',
        element('span', { class: 'page-frame__hint' }, text('pageFrameHint', {
          count: lines.length, plural: lines.length,
        }))), ...lines)
      : element('div', { class: 'article__body' }, ...lines);
  });
}

/**
 * @param {Run[]} runs
 * @returns {(Node | string)[]}
 */
export function renderRuns(runs) {
  return runs.map((run) => {
    const { evidence, first } = run;
    const words = run.isMatch
      ? element('mark', { class: 'match' }, run.text) : run.text;
    if (evidence.length === 0) return words;
    const facets = [...new Set(first.map(({ facet }) => facet))];
    return element('mark', {
      class: `evidence evidence--${evidence[0].facet}`,
      'data-evidence': evidence.map(({ id }) => id).join(' '),
      title: evidence.map(markTitle).join('\n'),
      tabindex: '-1',
    },
    ...facets.map((facet) => element('span', {
      class: `evidence__label evidence__label--${facet}`,
    }, text(`mark.${facet}`))),
    words);
  });
}

/**
 * Brings the first place of some evidence before the reader's eyes and makes
 * all its places stand out; the next call for the same leads to the next.
 *
 * @param {HTMLElement} root  Holds the article.
 * @param {Evidence[]} evidence
 */
export function showEvidence(root, evidence) {
  const ids = new Set(evidence.map(({ id }) => id));
  const marks = [...root.querySelectorAll('.evidence')];
  const places = [];
  for (const mark of marks) {
    const own = mark.dataset.evidence.split(' ').filter((id) => ids.has(id));
    mark.classList.toggle('evidence--active', own.length > 0);
    if (own.length > 0) places.push(mark);
  }
  if (places.length === 0) return;
  const last = places.findIndex((mark) => 'visited' in mark.dataset);
  const place = places[(last + 1) % places.length];
  for (const mark of marks) delete mark.dataset.visited;
  place.dataset.visited = '';
  const frame = place.closest('details');
  if (frame) frame.open = true;
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  place.focus({ preventScroll: true });
  place.scrollIntoView({
    block: 'center', behavior: isCalm ? 'auto' : 'smooth',
  });
}

/** @param {Evidence} evidence */
function markTitle({ facet, value, rule, certainty }) {
  const key = `certainty.${certainty}`;
  return [
    text('markTitle', {
      facet: text(`fact.${facet}`), value: factLabel({ facet, value }),
    }),
    ruleText(rule),
    hasText(key) ? text(key) : certainty,
  ].filter((part) => part !== '').join(' · ');
}
