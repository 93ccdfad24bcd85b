// The name of the site and the link to the other language. A change of
// language loads the page anew: every word of it changes.

import { element } from '../dom.js';
import { emptyState, formatPageUrl } from '../page-url.js';
import { currentLanguage, text } from '../strings.js';

/**
 * @param {HTMLElement} homeLink  Link to the empty page.
 */
export function mountLanguageSwitch(homeLink) {
  const place = document.getElementById('language-switch');
  const other = currentLanguage() === 'vi' ? 'en' : 'vi';
  homeLink.setAttribute('data-page-link', '');
  homeLink.setAttribute('data-then', 'results');
  homeLink.setAttribute('href',
    formatPageUrl({ ...emptyState(), language: currentLanguage() }));

  homeLink.addEventListener('page:state', ({ detail: { state } }) => {
    place.replaceChildren(element('a', {
      href: formatPageUrl({ ...state, language: other }),
      lang: other,
      hreflang: other,
    }, text('otherLanguage')));
  });
}
