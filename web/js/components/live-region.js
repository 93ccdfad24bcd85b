// Says what has changed to readers who do not see it change.

import { formatNumber } from '../format.js';
import { text } from '../strings.js';

/**
 * @param {HTMLElement} root  Element with role="status".
 */
export function mountLiveRegion(root) {
  root.addEventListener('list:answer', ({ detail: { answer } }) => {
    const pages = Math.max(1, Math.ceil(answer.total / answer.per_page));
    const total = text('total', {
      count: formatNumber(answer.total), plural: answer.total,
    });
    root.textContent = answer.total === 0 ? text('emptyTitle')
      : `${total}, ${text('pageOf', { page: answer.page, pages })}`;
  });
  root.addEventListener('list:error', () => {
    root.textContent = text('errorTitle');
  });
  root.addEventListener('article:answer', ({ detail: { answer } }) => {
    root.textContent = answer.title;
  });
  root.addEventListener('article:error', () => {
    root.textContent = text('articleErrorTitle');
  });
}
