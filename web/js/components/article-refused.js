// What was looked at in an article and not taken, and why.

import { element } from '../dom.js';
import { hasText, text } from '../strings.js';

// How the indexer's reasons begin or what they hold, and what the page says.
const REASONS = [
  [/a person/, 'person'],
  [/a district of that name/, 'district'],
  [/the word (before|after)/, 'word'],
  [/a number makes it/, 'number'],
  [/a hamlet, a street/, 'place'],
  [/repeats the title/, 'title'],
  [/belongs to a body's name/, 'committee'],
  [/is a verb here/, 'verb'],
  [/names no document/, 'unnamed'],
  [/cannot be read/, 'garbled'],
  [/a number without|several documents|no known document|without its term/,
    'undecided'],
  [/of a kind that is no facet/, 'kind'],
  [/another issuer's|another congress|no congress of the Party/, 'issuer'],
  [/no such day/, 'day'],
  [/copyright year/, 'copyright'],
  [/visitor's clock/, 'clock'],
  [/a day without a year/, 'year'],
  [/no article: /, 'chrome'],
  [/is not Vietnamese/, 'language'],
  [/letters of another encoding/, 'encoding'],
  [/a text beside the article/, 'beside'],
];
const TAKEN_AWAY = /^taken away by (.*)$/;

/**
 * @param {{facet: string, text: string, reason: string}[]} refused
 * @returns {HTMLElement | null}
 */
export function renderRefused(refused) {
  if (refused.length === 0) return null;
  return element('details', { class: 'refused' },
    element('summary', {}, text('refused')),
    element('p', { class: 'part__hint' }, text('refusedHint')),
    element('ul', {}, ...refused.map((one) => element('li', {},
      element('span', { class: 'refused__facet' }, facetName(one.facet)), ' ',
      one.text
        ? element('q', { class: 'refused__text', lang: 'vi' },
          one.text.replace(/\s+/g, ' ').trim()) : null,
      one.text ? ' – ' : null,
      element('span', { title: one.reason }, reasonText(one.reason))))));
}

/** @param {string} facet */
function facetName(facet) {
  const key = `fact.${facet}`;
  return `${hasText(key) ? text(key) : facet}:`;
}

/**
 * @param {string} reason  English, for operators.
 * @returns {string}
 */
export function reasonText(reason) {
  const taken = TAKEN_AWAY.exec(reason);
  if (taken) return text('refusal.override', { line: taken[1] });
  const known = REASONS.find(([form]) => form.test(reason));
  return text(`refusal.${known ? known[1] : 'other'}`);
}
