// Which of the two views is on the page: the list of hits or one article.
// The list stays in the document while an article is read, so that Back shows
// it at once and where it was.

/**
 * @param {HTMLElement} root  <main>, holding #list-view and #article-view.
 */
export function mountViews(root) {
  const list = root.querySelector('#list-view');
  const article = root.querySelector('#article-view');
  const results = root.querySelector('#results-body');

  root.addEventListener('page:state', ({ detail: { state } }) => {
    const opened = Boolean(state.document);
    list.hidden = opened;
    article.hidden = !opened;
    if (opened) window.scrollTo(0, 0);
  });
  root.addEventListener('article:loading', ({ detail: { state } }) => {
    article.dataset.document = state.document;
  });

  const busy = (isBusy) => () => {
    results.setAttribute('aria-busy', String(isBusy));
  };
  root.addEventListener('list:loading', busy(true));
  root.addEventListener('list:answer', () => {
    busy(false)();
    restoreFocus(list, article.dataset.document);
    delete article.dataset.document;
  });
  root.addEventListener('list:error', busy(false));
}

/**
 * Puts the focus on the hit that led to the article.
 *
 * @param {HTMLElement} list
 * @param {string | undefined} id  Of the article.
 */
function restoreFocus(list, id) {
  if (!id) return;
  list.querySelector(`[data-key="${CSS.escape(`hit-${id}`)}"]`)
    ?.focus({ preventScroll: true });
}
