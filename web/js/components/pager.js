// Numbered pages with the neighbours of the present one, the first and the
// last.

import { element, replaceChildren } from '../dom.js';
import { formatNumber } from '../format.js';
import { MOST_HITS, pageNumbers, reachablePages } from '../page-numbers.js';
import { pageLink } from '../routing.js';
import { text } from '../strings.js';

/**
 * @param {HTMLElement} root  A <nav>.
 */
export function mountPager(root) {
  root.addEventListener('list:answer', ({ detail: { state, answer } }) => {
    const pages = reachablePages(answer);
    const page = Math.min(answer.page, pages);
    root.hidden = pages <= 1;
    if (root.hidden) {
      root.replaceChildren();
      return;
    }
    const to = (number) => ({ ...state, page: number });
    replaceChildren(root,
      element('ul', { class: 'pager__list' },
        step(page > 1 ? to(page - 1) : null, 'prev', text('previousPage')),
        ...pageNumbers(page, pages).map((number) => (number === null
          ? element('li', { class: 'pager__gap', 'aria-hidden': 'true' }, '…')
          : numberItem(to(number), number, number === page))),
        step(page < pages ? to(page + 1) : null, 'next', text('nextPage'))),
      answer.total > MOST_HITS && page === pages ? element('p', {},
        text('pagerLimit', { count: formatNumber(MOST_HITS) })) : null);
  });
  root.addEventListener('list:error', () => root.replaceChildren());
}

/**
 * @param {import('../page-url.js').PageState | null} state  Null at an end.
 * @param {'prev' | 'next'} rel
 * @param {string} label
 */
function step(state, rel, label) {
  return element('li', { class: `pager__step pager__step--${rel}` },
    state === null
      ? element('span', { class: 'pager__end', 'aria-hidden': 'true' }, label)
      : pageLink(state, { class: 'pager__link', rel, 'data-then': 'results' },
        label));
}

/**
 * @param {import('../page-url.js').PageState} state
 * @param {number} number
 * @param {boolean} isCurrent
 */
function numberItem(state, number, isCurrent) {
  return element('li', {}, pageLink(state, {
    class: 'pager__link',
    'aria-label': text('pageNumber', { page: number }),
    'aria-current': isCurrent ? 'page' : null,
    'data-then': 'results',
  }, formatNumber(number)));
}
