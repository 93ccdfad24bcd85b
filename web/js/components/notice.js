// What to say when there is nothing to list: no hits, or no answer.

import { ApiError } from '../api.js';
import { announce, button, element } from '../dom.js';
import { activeFilters, firstPage, withoutFilter } from '../filters.js';
import { formatNumber } from '../format.js';
import { filterLabel } from '../labels.js';
import { pageLink } from '../routing.js';
import { text } from '../strings.js';
import { renderDidYouMean } from './result-header.js';

/**
 * @param {HTMLElement} root
 */
export function mountNotice(root) {
  root.addEventListener('list:answer', ({ detail: { state, answer } }) => {
    root.replaceChildren();
    if (answer.total === 0) root.append(renderEmpty(state, answer));
    else if (answer.hits.length === 0) root.append(renderNoPage(state, answer));
  });
  root.addEventListener('list:error', ({ detail: { error } }) => {
    root.replaceChildren(renderError(error, text('errorTitle')));
  });
}

/**
 * @param {import('../page-url.js').PageState} state
 * @param {object} answer
 */
function renderEmpty(state, answer) {
  const filters = activeFilters(state);
  const labels = filters.map(filterLabel);
  const advice = filters.length === 0 ? null : element('div', {},
    element('p', {}, text('emptyFilters', { filters: labels.join('; ') })),
    element('ul', { class: 'notice__ways' },
      ...filters.map((filter, index) => element('li', {},
        pageLink(withoutFilter(state, filter), { 'data-then': 'results' },
          text('removeFilter', { filter: labels[index] }))))));
  return element('div', { class: 'notice' },
    element('h2', { class: 'notice__title' }, text('emptyTitle')),
    element('p', {}, state.text
      ? text('emptyQuery', { query: state.text }) : text('emptyAll')),
    renderDidYouMean(state, answer.did_you_mean),
    advice,
    state.text ? element('p', {}, text('emptyAdvice')) : null);
}

/**
 * @param {import('../page-url.js').PageState} state
 * @param {object} answer
 */
function renderNoPage(state, answer) {
  const pages = Math.ceil(answer.total / answer.per_page);
  return element('div', { class: 'notice' },
    element('p', {}, text('emptyPage', {
      page: formatNumber(state.page), pages: formatNumber(pages),
    })),
    element('p', {}, pageLink(firstPage(state), { 'data-then': 'results' },
      text('goFirstPage'))));
}

/**
 * @param {unknown} error
 * @param {string} title  What has failed.
 * @param {'h1' | 'h2'} heading  h1 where the error is all there is.
 * @returns {HTMLElement}
 */
export function renderError(error, title, heading = 'h2') {
  const problem = error instanceof ApiError ? error
    : new ApiError({ status: 0 });
  const { status, retryAfterSeconds } = problem;
  const reason = status === 0 ? text('errorOffline')
    : status === 503 && !problem.title ? text('errorBusy')
      : problem.title || text('errorStatus', { status });
  const node = element('div', { class: 'notice notice--error' });
  const canHelp = status === 0 || status === 429 || status >= 500;
  node.append(
    element(heading, { class: 'notice__title' }, title),
    element('p', {}, reason));
  if (problem.detail) node.append(element('p', {}, problem.detail));
  if (retryAfterSeconds !== null) {
    node.append(element('p', {}, text('retryAfter', {
      count: retryAfterSeconds, plural: retryAfterSeconds,
    })));
  }
  if (canHelp) {
    node.append(button({ class: 'button' },
      () => announce(node, 'page:retry'), text('retry')));
  }
  return node;
}
