// What the views of articles, cited documents and coverage have in common.

import { element } from '../dom.js';
import { viewOf } from '../page-url.js';
import { pageLink } from '../routing.js';
import { text } from '../strings.js';
import { renderError } from './notice.js';

/** @typedef {import('../page-url.js').PageState} PageState */

const BACK = {
  list: 'backToList', cited: 'backToCited', coverage: 'backToCoverage',
};

/**
 * The way back to where a view was opened from.
 *
 * @param {PageState} state
 */
export function renderBack(state) {
  return element('p', { class: 'article-view__back' },
    pageLink(state, {},
      element('span', { 'aria-hidden': 'true' }, '← '), text(BACK[viewOf(state)])));
}

/**
 * Makes `root` show one kind of answer: while it is on its way, when it has
 * come, and when it has not.
 *
 * @param {HTMLElement} root
 * @param {string} kind  Of the controller's events.
 * @param {object} view
 * @param {() => string} view.loading     Words while waiting.
 * @param {() => string} view.errorTitle  Head of the notice.
 * @param {(state: PageState) => PageState} view.back  Where the way back leads.
 * @param {(state: PageState, answer: object) =>
 *         {title: string, body: HTMLElement}} view.render  The body holds an
 *     <h1> that can have the focus.
 */
export function mountView(root, kind, { loading, errorTitle, back, render }) {
  root.addEventListener(`${kind}:loading`, ({ detail: { state } }) => {
    root.setAttribute('aria-busy', 'true');
    root.replaceChildren(renderBack(back(state)),
      element('p', { class: 'article-view__loading' }, loading()));
  });
  root.addEventListener(`${kind}:answer`, ({ detail: { state, answer } }) => {
    root.setAttribute('aria-busy', 'false');
    const { title, body } = render(state, answer);
    document.title = text('documentTitle', {
      query: title, site: text('siteTitle'),
    });
    root.replaceChildren(renderBack(back(state)), body);
    root.querySelector('h1').focus({ preventScroll: true });
  });
  root.addEventListener(`${kind}:error`, ({ detail: { state, error } }) => {
    root.setAttribute('aria-busy', 'false');
    root.replaceChildren(renderBack(back(state)),
      renderError(error, errorTitle(), 'h1'));
  });
}

/**
 * A list of terms and what they mean; rows without a meaning are left out.
 *
 * @param {[string, import('../dom.js').Child | import('../dom.js').Child[]][]}
 *     rows
 */
export function renderTerms(rows) {
  return element('dl', { class: 'terms' },
    ...rows.filter(([, meaning]) => meaning !== null && meaning !== ''
      && meaning !== undefined)
      .flatMap(([term, meaning]) => [
        element('dt', {}, term),
        element('dd', {}, ...[meaning].flat()),
      ]));
}

/**
 * A part of a view with a heading of its own.
 *
 * @param {string} heading
 * @param {...import('../dom.js').Child} children
 */
export function renderPart(heading, ...children) {
  return element('section', { class: 'part' },
    element('h2', { class: 'part__heading' }, heading), ...children);
}
