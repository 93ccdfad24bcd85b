// Brings the page into the state that the address bar says: fetches what is
// missing and tells the components. Components answer with `page:navigate`
// events; nothing else changes the address.
//
// Events told to every component (none of them bubbles):
//   page:state      {state}           the address has changed
//   list:loading    {state}
//   list:answer     {state, answer}   answer of GET /search
//   list:error      {state, error}
//   article:loading {state}
//   article:answer  {state, answer}   answer of GET /documents/{id}
//   article:error   {state, error}
//   cited:loading, cited:answer, cited:error          GET /resolutions/{id}
//   coverage:loading, coverage:answer, coverage:error GET /coverage

import { fetchArticle, fetchCited, fetchCoverage, fetchHits, isAborted }
  from './api.js';
import { activeFilters } from './filters.js';
import { formatPageUrl, parsePageUrl, sameList, viewOf } from './page-url.js';
import { filterLabel } from './labels.js';
import { focusResults } from './routing.js';
import { text } from './strings.js';

/** @typedef {import('./page-url.js').PageState} PageState */

const SCROLL_SETTLED_MS = 150;

const FETCH = {
  article: fetchArticle, cited: fetchCited, coverage: fetchCoverage,
  list: fetchHits,
};

/**
 * Starts with the present address and then follows it.
 *
 * @param {HTMLElement[]} components  Roots of the mounted components.
 */
export function startController(components) {
  let request = new AbortController();
  let shown = null;  // {state, answer} of the list now on the page

  const tell = (type, detail) => {
    for (const component of components) {
      component.dispatchEvent(new CustomEvent(type, { detail }));
    }
  };

  const load = async (kind, state, after) => {
    request.abort();
    request = new AbortController();
    const { signal } = request;
    tell(`${kind}:loading`, { state });
    try {
      const answer = await FETCH[kind](state, signal);
      // A body that was already here when the request was given up.
      if (signal.aborted) return;
      if (kind === 'list') shown = { state, answer };
      tell(`${kind}:answer`, { state, answer });
    } catch (error) {
      if (isAborted(error) || signal.aborted) return;
      if (kind === 'list') shown = null;
      tell(`${kind}:error`, { state, error });
    }
    after();
  };

  const show = (state, after = () => {}) => {
    document.title = listTitle(state);
    tell('page:state', { state });
    const kind = viewOf(state);
    if (kind === 'list' && shown && sameList(shown.state, state)) {
      request.abort();
      shown = { state, answer: shown.answer };
      tell('list:answer', shown);
      after();
    } else {
      load(kind, state, after);
    }
  };

  const scrolling = followScrolling();
  window.addEventListener('popstate', (event) => {
    // A jump inside the page, as by the link that skips to the results.
    if (event.state === null && location.hash !== '') return;
    scrolling.forget();
    const scrollY = event.state?.scrollY ?? 0;
    show(parsePageUrl(location.search), () => window.scrollTo(0, scrollY));
  });

  document.addEventListener('page:navigate', ({ detail }) => {
    scrolling.remember();
    history.pushState({ scrollY: window.scrollY }, '',
      formatPageUrl(detail.state));
    show(detail.state, detail.after);
  });

  document.addEventListener('page:retry', () => {
    shown = null;
    show(parsePageUrl(location.search), focusResults);
  });

  const scrollY = history.state?.scrollY ?? 0;
  show(parsePageUrl(location.search), () => window.scrollTo(0, scrollY));
}

/**
 * Keeps in each entry of the history how far down the reader had come.
 *
 * @returns {{remember: () => void, forget: () => void}}  To write it down at
 *     once; to write nothing down, because the entry has changed already.
 */
function followScrolling() {
  let timer = 0;
  const forget = () => clearTimeout(timer);
  const remember = () => {
    forget();
    history.replaceState({ ...history.state, scrollY: window.scrollY }, '');
  };
  history.scrollRestoration = 'manual';
  window.addEventListener('scroll', () => {
    forget();
    timer = setTimeout(remember, SCROLL_SETTLED_MS);
  }, { passive: true });
  return { remember, forget };
}

/**
 * @param {PageState} state
 * @returns {string}  Title of the window for a list of hits.
 */
function listTitle(state) {
  const parts = [state.text, ...activeFilters(state).map(filterLabel)]
    .filter((part) => part !== '');
  const site = text('siteTitle');
  return parts.length === 0 ? site
    : text('documentTitle', { query: parts.join(', '), site });
}
