// Choosing and dropping filters: from one state of the page to the next.
// Every change of a filter leads back to the first page of hits, and out of
// the article that may be open.

import { FACETS, listOf } from './page-url.js';

/** @typedef {import('./page-url.js').PageState} PageState */

/**
 * @typedef {object} ActiveFilter
 * @property {'is' | 'not' | 'from' | 'to'} kind
 * @property {string} facet  Empty for `from` and `to`.
 * @property {string} value
 */

/**
 * Replaces the chosen values of one facet.
 *
 * @param {PageState} state
 * @param {string} facet
 * @param {string[]} values
 * @returns {PageState}
 */
export function withValues(state, facet, values) {
  return firstPage({
    ...state,
    filters: { ...state.filters, [facet]: values },
    excluded: {
      ...state.excluded,
      [facet]: state.excluded[facet].filter((value) => !values.includes(value)),
    },
  });
}

/**
 * @param {PageState} state
 * @param {string} facet
 * @param {string} value
 * @returns {PageState}
 */
export function withValue(state, facet, value) {
  return withValues(state, facet,
    [...new Set([...state.filters[facet], value])]);
}

/**
 * Excludes a value; a value is never both chosen and excluded.
 *
 * @param {PageState} state
 * @param {string} facet
 * @param {string} value
 * @returns {PageState}
 */
export function withExcluded(state, facet, value) {
  const without = withoutFilter(state, { kind: 'is', facet, value });
  const excluded = [...new Set([...without.excluded[facet], value])];
  return { ...without, excluded: { ...without.excluded, [facet]: excluded } };
}

/**
 * @param {PageState} state
 * @param {ActiveFilter} filter
 * @returns {PageState}
 */
export function withoutFilter(state, { kind, facet, value }) {
  if (kind === 'from' || kind === 'to') {
    return firstPage({ ...state, [kind]: '' });
  }
  const group = kind === 'not' ? 'excluded' : 'filters';
  const rest = state[group][facet].filter((other) => other !== value);
  return firstPage({ ...state, [group]: { ...state[group], [facet]: rest } });
}

/**
 * @param {PageState} state
 * @returns {PageState}
 */
export function withoutFilters(state) {
  const none = Object.fromEntries(FACETS.map((facet) => [facet, []]));
  return firstPage({
    ...state, filters: { ...none }, excluded: { ...none }, from: '', to: '',
  });
}

/**
 * @param {PageState} state
 * @returns {ActiveFilter[]}  In the order of the panel.
 */
export function activeFilters(state) {
  const filters = FACETS.flatMap((facet) => [
    ...state.filters[facet].map((value) => ({ kind: 'is', facet, value })),
    ...state.excluded[facet].map((value) => ({ kind: 'not', facet, value })),
  ]);
  if (state.from) filters.push({ kind: 'from', facet: '', value: state.from });
  if (state.to) filters.push({ kind: 'to', facet: '', value: state.to });
  return filters;
}

/**
 * @param {PageState} state
 * @returns {PageState}
 */
export function firstPage(state) {
  return { ...listOf(state), page: 1 };
}
