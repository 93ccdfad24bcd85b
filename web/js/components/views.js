// Which of the views is on the page: the list of hits, one article, one cited
// document or the coverage. The list stays in the document while another is
// read, so that Back shows it at once and where it was.

import { viewOf } from '../page-url.js';

/**
 * @param {HTMLElement} root  <main>, holding the views: #list-view and so on.
 */
export function mountViews(root) {
  const views = Object.fromEntries(['list', 'article', 'cited', 'coverage']
    .map((kind) => [kind, root.querySelector(`#${kind}-view`)]));
  const results = root.querySelector('#results-body');
  // Key of the control in the list that led to what was on the page last.
  let leftBy = '';

  root.addEventListener('page:state', ({ detail: { state } }) => {
    const shown = viewOf(state);
    for (const [kind, view] of Object.entries(views)) {
      view.hidden = kind !== shown;
    }
    if (shown !== 'list') window.scrollTo(0, 0);
    if (shown === 'article') leftBy = `hit-${state.document}`;
    if (shown === 'cited') leftBy = `cited-${state.cited}`;
    if (shown === 'coverage') leftBy = 'coverage';
  });

  const busy = (isBusy) => () => {
    results.setAttribute('aria-busy', String(isBusy));
  };
  root.addEventListener('list:loading', busy(true));
  root.addEventListener('list:answer', () => {
    busy(false)();
    if (leftBy) {
      views.list.querySelector(`[data-key="${CSS.escape(leftBy)}"]`)
        ?.focus({ preventScroll: true });
    }
    leftBy = '';
  });
  root.addEventListener('list:error', busy(false));
}
