// One article in the place of the list: its title, what is known about it
// and why, and its text.

import { button, element } from '../dom.js';
import { collectFacts } from '../evidence.js';
import { layoutArticle } from '../article-layout.js';
import { safeUrl } from '../links.js';
import { emptyState, formatPageUrl } from '../page-url.js';
import { currentLanguage, text } from '../strings.js';
import { renderFacts } from './article-facts.js';
import { renderRefused } from './article-refused.js';
import { renderCopies } from './copies-list.js';
import { renderRuns, renderSections, showEvidence } from './article-text.js';
import { mountView } from './entity-parts.js';

/**
 * @param {HTMLElement} root
 */
export function mountArticleView(root) {
  mountView(root, 'article', {
    loading: () => text('articleLoading'),
    errorTitle: () => text('articleErrorTitle'),
    back: (state) => ({ ...state, document: '' }),
    render: (state, answer) => {
      const title = answer.title?.trim() || text('untitled');
      return { title, body: renderArticle(root, state, answer, title) };
    },
  });
}

/**
 * @param {HTMLElement} root
 * @param {import('../page-url.js').PageState} state
 * @param {object} answer
 * @param {string} title
 */
function renderArticle(root, state, answer, title) {
  const facts = collectFacts(answer);
  const layout = layoutArticle({ ...answer, title },
    facts.flatMap((fact) => fact.evidence));
  return element('article', { class: 'article' },
    element('header', { class: 'article__header' },
      element('h1', { class: 'article__title', tabindex: '-1', dir: 'auto' },
        ...renderRuns(layout.title)),
      renderOrigin(answer),
      renderActions(answer),
      renderCopies(state, answer, true)),
    element('aside', { class: 'article__facts', 'aria-label': text('facts') },
      renderFacts(state, facts, (evidence) => showEvidence(root, evidence)),
      renderRefused(answer.refused ?? [])),
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
