// Links inside the page. They are real links, so that a reader can open them
// in a new tab or copy them; a plain click on one stays in the page.

import { announce, element } from './dom.js';
import { formatPageUrl, parsePageUrl } from './page-url.js';

/**
 * A link to a state of the page.
 *
 * @param {import('./page-url.js').PageState} state
 * @param {Record<string, import('./dom.js').AttributeValue>} attributes
 *     `data-then` says where the focus goes: "results" for the head of the
 *     list; without it, it stays.
 * @param {...import('./dom.js').Child} children
 * @returns {HTMLElement}
 */
export function pageLink(state, attributes, ...children) {
  return element('a', {
    href: formatPageUrl(state), 'data-page-link': true, ...attributes,
  }, ...children);
}

/**
 * Asks for another state of the page.
 *
 * @param {EventTarget} node
 * @param {import('./page-url.js').PageState} state
 * @param {() => void} [after]  Called when it is on the page.
 */
export function navigate(node, state, after = () => {}) {
  announce(node, 'page:navigate', { state, after });
}

/**
 * Puts the reader at the head of the list of hits.
 */
export function focusResults() {
  window.scrollTo(0, 0);
  document.getElementById('results-heading')?.focus({ preventScroll: true });
}

/** Makes plain clicks on links of pageLink() stay in the page. */
export function followPageLinks() {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element
      ? event.target.closest('a[data-page-link]') : null;
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey
      && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented) return;
    event.preventDefault();
    navigate(link, parsePageUrl(new URL(link.href).search),
      link.dataset.then === 'results' ? focusResults : undefined);
  });
}
