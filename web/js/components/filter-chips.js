// The filters in force, each with a way out of it.

import { element, replaceChildren } from '../dom.js';
import { activeFilters, withoutFilter, withoutFilters } from '../filters.js';
import { filterLabel } from '../labels.js';
import { viewOf } from '../page-url.js';
import { pageLink } from '../routing.js';
import { text } from '../strings.js';

/**
 * @param {HTMLElement} root
 */
export function mountFilterChips(root) {
  root.addEventListener('page:state', ({ detail: { state } }) => {
    if (viewOf(state) !== 'list') return;
    const filters = activeFilters(state);
    root.hidden = filters.length === 0;
    const kept = root.hidden ? replaceChildren(root) : replaceChildren(root,
      element('h2', { class: 'visually-hidden' }, text('activeFilters')),
      element('ul', { class: 'filter-chips__list' },
        ...filters.map((filter, index) => chip(state, filter, index))),
      pageLink(withoutFilters(state), {
        class: 'filter-chips__clear', 'data-key': 'clear-filters',
      }, text('clearFilters')));
    if (!kept) focusNear(root);
  });
}

/**
 * @param {import('../page-url.js').PageState} state
 * @param {import('../filters.js').ActiveFilter} filter
 * @param {number} index  Chips keep the focus by place: when one goes, the
 *     next takes it.
 */
function chip(state, filter, index) {
  const label = filterLabel(filter);
  return element('li', {}, pageLink(withoutFilter(state, filter), {
    class: filter.kind === 'not' ? 'chip chip--not' : 'chip',
    'aria-label': text('removeFilter', { filter: label }),
    'data-key': `chip-${index}`,
  },
  element('bdi', {}, label),
  element('span', { class: 'chip__cross', 'aria-hidden': 'true' }, '×')));
}

/** @param {HTMLElement} root */
function focusNear(root) {
  const last = [...root.querySelectorAll('.chip')].at(-1);
  (last ?? document.getElementById('results-heading'))
    ?.focus({ preventScroll: true });
}
