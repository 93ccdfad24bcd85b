// What the articles of a search cover, in the place of the list: provinces and
// years, sites, first and last day, and what could not be read.

import { element } from '../dom.js';
import { activeFilters, withValues } from '../filters.js';
import { formatDate, formatNumber } from '../format.js';
import { filterLabel } from '../labels.js';
import { FACETS, NO_VALUE, listOf } from '../page-url.js';
import { pageLink } from '../routing.js';
import { text } from '../strings.js';
import { mountView, renderPart } from './entity-parts.js';
import { renderProvinceTable } from './province-table.js';

/** @typedef {import('../page-url.js').PageState} PageState */

/**
 * @param {HTMLElement} root
 */
export function mountCoverageView(root) {
  mountView(root, 'coverage', {
    loading: () => text('coverageLoading'),
    errorTitle: () => text('coverageErrorTitle'),
    back: listOf,
    render: (state, answer) => {
      const title = titleOf(state);
      return { title, body: renderCoverage(state, answer, title) };
    },
  });
}

/** @param {PageState} state */
function titleOf(state) {
  const query = [state.text, ...activeFilters(state).map(filterLabel)]
    .filter((part) => part !== '').join(', ');
  return query === '' ? text('coverageTitle')
    : text('coverageTitleOf', { query });
}

/**
 * @param {PageState} state
 * @param {object} answer
 * @param {string} title
 */
function renderCoverage(state, answer, title) {
  // Copies are counted, and so they are listed.
  const list = { ...listOf(state), collapse: false };
  return element('article', { class: 'entity' },
    element('h1', { class: 'entity__title', tabindex: '-1', dir: 'auto' },
      title),
    element('p', { class: 'entity__count' }, summary(answer)),
    element('p', { class: 'part__hint' }, text('copiesCounted')),
    ...(answer.query?.notes ?? []).map((note) => element('p', {}, note)),
    element('p', {}, pageLink(list, { 'data-then': 'results' },
      text('showInList'))),
    renderPart(text('provinceTable'),
      renderProvinceTable(state, list, answer.tables)),
    renderPart(text('coverageMissing'),
      element('p', { class: 'part__hint' }, text('coverageMissingHint')),
      renderMissing(list, answer.missing)),
    renderHosts(list, answer.hosts));
}

/** @param {object} answer */
function summary({ total, first_date: first, last_date: last, undated }) {
  return [
    text('coverageTotal', { count: formatNumber(total), plural: total }),
    first ? text('coverageDays', {
      first: formatDate(first), last: formatDate(last),
    }) : '',
    undated > 0 ? text('coverageUndated', {
      count: formatNumber(undated), plural: undated,
    }) : '',
  ].filter((part) => part !== '').join(' · ');
}

/**
 * @param {PageState} list
 * @param {Record<string, number>} missing
 */
function renderMissing(list, missing) {
  const gaps = FACETS.filter((facet) => (missing[facet] ?? 0) > 0);
  if (gaps.length === 0) return element('p', {}, text('coverageMissingNone'));
  return element('ul', { class: 'counted' }, ...gaps.map((facet) => element(
    'li', {},
    element('span', { class: 'counted__name' },
      pageLink(withValues(list, facet, [NO_VALUE]), { 'data-then': 'results' },
        text(`facet.${facet}`))),
    element('span', { class: 'counted__count' }, text('articleCount', {
      count: formatNumber(missing[facet]), plural: missing[facet],
    })))));
}

/**
 * @param {PageState} list
 * @param {object} hosts
 */
function renderHosts(list, { values, distinct }) {
  if (values.length === 0) return null;
  const more = distinct - values.length;
  const head = ['coverageHost', 'coverageHostArticles', 'coverageHostFirst',
    'coverageHostLast'];
  return renderPart(text('coverageHosts'),
    element('table', { class: 'host-table' },
      element('caption', { class: 'visually-hidden' }, text('coverageHosts')),
      element('thead', {}, element('tr', {},
        ...head.map((key) => element('th', { scope: 'col' },
          text(key))))),
      element('tbody', {}, ...values.map((host) => renderHost(list, host)))),
    more > 0 ? element('p', { class: 'part__hint' }, text('coverageHostsMore', {
      count: formatNumber(more), plural: more,
    })) : null);
}

/**
 * @param {PageState} list
 * @param {object} host
 */
function renderHost(list, { value, count, first_date: first,
  last_date: last }) {
  return element('tr', {},
    element('th', { scope: 'row' },
      pageLink(withValues(list, 'host', [value]), { 'data-then': 'results' },
        element('bdi', {}, value))),
    element('td', {}, formatNumber(count)),
    element('td', {}, formatDate(first)),
    element('td', {}, formatDate(last)));
}
