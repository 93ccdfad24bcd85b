// The values of a facet as the panel and the dialog show them, and what a
// tick on one of them means for the search.

import { NO_VALUE } from './page-url.js';
import { foldMarks } from './completion.js';
import { withValues } from './filters.js';

/** @typedef {import('./page-url.js').PageState} PageState */

/**
 * @typedef {object} FacetValue
 * @property {string} value
 * @property {number | null} count  Null if the answer does not say.
 * @property {boolean} selected
 *
 * @typedef {object} FacetAnswer  One facet of an answer.
 * @property {{value: string | number, count: number, selected: boolean}[]}
 *     values
 * @property {number} distinct
 * @property {number} missing  Articles without a value.
 */

/**
 * The values to show at first: the most frequent ones, every chosen one and,
 * last, the articles without a value.
 *
 * @param {PageState} state
 * @param {string} facet
 * @param {FacetAnswer} answer
 * @param {number} most  How many unchosen values are shown.
 * @returns {FacetValue[]}
 */
export function shownValues(state, facet, answer, most) {
  const excluded = state.excluded[facet];
  const known = knownValues(state, facet, answer)
    .filter(({ value }) => !excluded.includes(value) && value !== NO_VALUE);
  const shown = known.filter(({ selected }, index) => selected || index < most);
  const isMissingChosen = state.filters[facet].includes(NO_VALUE);
  if ((answer.missing > 0 || isMissingChosen) && !excluded.includes(NO_VALUE)) {
    shown.push({
      value: NO_VALUE, count: answer.missing ?? 0, selected: isMissingChosen,
    });
  }
  return shown;
}

/**
 * The state after a tick on `value`. Filters may be written otherwise than
 * the values of the answer ("quang tri", "35-NQ/TW" for any year), so that a
 * chosen value need not be among them letter by letter.
 *
 * @param {PageState} state
 * @param {string} facet
 * @param {FacetAnswer} answer
 * @param {string} value
 * @param {boolean} isChosen
 * @returns {PageState}
 */
export function withTick(state, facet, answer, value, isChosen) {
  const chosen = state.filters[facet];
  const ticked = (answer.values ?? []).filter(({ selected }) => selected)
    .map((other) => String(other.value));
  return withValues(state, facet, isChosen
    ? [...new Set([...chosen, value])] : withoutTick(chosen, value, ticked));
}

/**
 * The filter values after the tick at `value` has been taken away. A filter
 * that meant several ticked values leaves the others chosen by name.
 *
 * @param {string[]} chosen  Filter values so far.
 * @param {string} value
 * @param {string[]} ticked  Values shown as chosen, letter by letter.
 * @returns {string[]}
 */
export function withoutTick(chosen, value, ticked) {
  const others = ticked.filter((other) => other !== value);
  const dropped = chosen.filter((filter) => covers(filter, value));
  if (dropped.length === 0) return others;
  const kept = chosen.filter((filter) => !dropped.includes(filter));
  const stillMeant = others.filter((other) => !kept.includes(other)
    && dropped.some((filter) => covers(filter, other)));
  return [...kept, ...stillMeant];
}

/**
 * @param {string} filter  "quang tri", "35-NQ/TW"
 * @param {string} value   "Quảng Trị", "35-NQ/TW:2018"
 * @returns {boolean}
 */
function covers(filter, value) {
  const folded = foldMarks(value);
  return folded === foldMarks(filter)
    || folded.startsWith(`${foldMarks(filter)}:`);
}

/**
 * @param {PageState} state
 * @param {string} facet
 * @param {FacetAnswer} answer
 * @returns {FacetValue[]}
 */
function knownValues(state, facet, answer) {
  const chosen = state.filters[facet];
  const known = (answer.values ?? []).map(({ value, count, selected }) => ({
    value: String(value),
    count,
    selected: selected || chosen.includes(String(value)),
  }));
  const unlisted = chosen.filter((filter) => !known.some(
    ({ value, selected }) => selected && covers(filter, value)));
  return [
    ...unlisted.map((value) => ({ value, count: null, selected: true })),
    ...known,
  ];
}
