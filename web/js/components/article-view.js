// One article in the place of the list: its title, what is known about it
// and why, and its text.

import { button, element } from '../dom.js';
import { collectFacts } from '../evidence.js';
import { layoutArticle } from '../article-layout.js';
import { safeUrl } from '../links.js';
import { emptyState, formatPageUrl } from '../page-url.js';
import { pageLink } from '../routing.js';
import { currentLanguage, text } from '../strings.js';
import { renderFacts } from './article-facts.js';
import { renderRuns, renderSections, showEvidence } from './article-text.js';
import { renderError } from './notice.js';

/** @typedef {import('../page-url.js').PageState} PageState */

/**
 * @param {HTMLElement} root
 */
export function mountArticleView(root) {
  root.addEventListener('article:loading', ({ detail: { state } }) => {
    root.setAttribute('aria-busy', 'true');
    root.replaceChildren(renderBack(state),
      element('p', { class: 'article-view__loading' }, text('articleLoading')));
  });
  root.addEventListener('article:answer', ({ detail: { state, answer } }) => {
    root.setAttribute('aria-busy', 'false');
    const title = answer.title?.trim() || text('untitled');
    document.title = text('documentTitle', {
      query: title, site: text('siteTitle'),
    });
    root.replaceChildren(renderBack(state), renderArticle(root, answer, title));
    root.querySelector('h1').focus({ preventScroll: true });
  });
  root.addEventListener('article:error', ({ detail: { state, error } }) => {
    root.setAttribute('aria-busy', 'false');
    root.replaceChildren(renderBack(state),
      renderError(error, text('articleErrorTitle'), 'h1'));
  });
}

/** @param {PageState} state */
function renderBack(state) {
  return element('p', { class: 'article-view__back' },
    pageLink({ ...state, document: '' }, {},
      element('span', { 'aria-hidden': 'true' }, '← '), text('backToList')));
}

/**
 * @param {HTMLElement} root
 * @param {object} answer
 * @param {string} title
 */
function renderArticle(root, answer, title) {
  const facts = collectFacts(answer);
  const layout = layoutArticle({ ...answer, title },
    facts.flatMap((fact) => fact.evidence));
  return element('article', { class: 'article' },
    element('header', { class: 'article__header' },
      element('h1', { class: 'article__title', tabindex: '-1', dir: 'auto' },
        ...renderRuns(layout.title)),
      renderOrigin(answer),
      renderActions(answer)),
    element('aside', { class: 'article__facts', 'aria-label': text('facts') },
      renderFacts(facts, (evidence) => showEvidence(root, evidence))),
    element('section', {
      class: 'article__text', 'aria-label': text('articleText'),
    }, ...renderSections(layout.sections)));
}

/** @param {object} answer */
function renderOrigin(answer) {
  const original = safeUrl(answer.url);
  return element('dl', { class: 'article__origin' },
    element('dt', {}, text('sourceFile')),
    element('dd', {}, element('bdi', {}, answer.source ?? '')),
    ...(original ? [
      element('dt', {}, text('articleUrl')),
      element('dd', {}, element('a', {
        href: original, rel: 'noopener noreferrer', target: '_blank',
      }, element('bdi', {}, original))),
    ] : []));
}

/** @param {object} answer */
function renderActions(answer) {
  const link = new URL(formatPageUrl({
    ...emptyState(), document: answer.id, language: currentLanguage(),
  }), location.origin).href;
  const status = element('span', {
    class: 'article__copied', role: 'status',
  });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      status.replaceChildren(text('linkCopied'));
    } catch {
      // Only https and this machine itself have a clipboard.
      const field = element('input', {
        value: link, readonly: true, 'aria-label': text('linkByHand'),
      });
      status.replaceChildren(text('linkByHand'), ' ', field);
      field.select();
    }
  };
  return element('p', { class: 'article__actions' },
    button({ class: 'button button--small' }, copy, text('copyLink')),
    button({ class: 'button button--small' }, () => window.print(),
      text('printArticle')),
    status);
}
