import { element } from '../dom.js';
import { formatNumber } from '../format.js';
import { text } from '../strings.js';

/**
 * How many articles have a value.
 *
 * @param {number} count
 * @returns {HTMLElement}  "41", read out as "41 articles".
 */
export function renderCount(count) {
  return element('span', { class: 'facet-value__count' },
    element('span', { 'aria-hidden': 'true' }, formatNumber(count)),
    element('span', { class: 'visually-hidden' }, ` ${text('articleCount', {
      count: formatNumber(count), plural: count,
    })}`));
}
