// Filters in the reader's words, for chips, advice and the window's title.

import { facetValueLabel, formatDate } from './format.js';
import { text } from './strings.js';

/**
 * @param {import('./filters.js').ActiveFilter} filter
 * @returns {string}  "Tỉnh/thành: Quảng Trị", "Trừ Năm: 2020"
 */
export function filterLabel({ kind, facet, value }) {
  if (kind === 'from' || kind === 'to') {
    return text(`chip.${kind}`, { value: formatDate(value) });
  }
  return text(`chip.${kind}`, {
    facet: text(`facet.${facet}`), value: facetValueLabel(facet, value),
  });
}
