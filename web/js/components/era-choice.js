// The switch between the provinces of the article's day and those of today.

import { element } from '../dom.js';
import { pageLink } from '../routing.js';
import { text } from '../strings.js';

/**
 * @param {import('../page-url.js').PageState} state
 * @returns {HTMLElement[]}
 */
export function renderEras(state) {
  const era = (value, label) => pageLink({ ...state, era: value }, {
    class: 'facet__era-choice',
    'aria-current': state.era === value ? 'true' : null,
    'data-key': `era-${value}`,
  }, label);
  return [
    element('span', { class: 'visually-hidden' }, `${text('eraLabel')}: `),
    era('old', text('eraOld')),
    era('now', text('eraNow')),
  ];
}
