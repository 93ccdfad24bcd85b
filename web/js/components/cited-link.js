// The way from the name of a cited document to what is known of it.

import { facetValueLabel } from '../format.js';
import { pageLink } from '../routing.js';
import { text } from '../strings.js';

/**
 * @param {import('../page-url.js').PageState} state
 * @param {string} id  Value of the facet `resolution`.
 * @param {{short?: boolean}} options  short: a sign instead of words, where
 *     the name stands beside it.
 * @returns {HTMLElement}
 */
export function renderCitedLink(state, id, { short = false } = {}) {
  const about = text('citedOpenOf', {
    document: facetValueLabel('resolution', id),
  });
  return pageLink({ ...state, document: '', cited: id }, {
    class: short ? 'cited-link cited-link--short' : 'cited-link',
    'aria-label': about,
    title: about,
    'data-key': `cited-${id}`,
  }, short ? 'i' : text('citedOpen'));
}
