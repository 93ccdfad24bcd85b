// One cited document in the place of the list: what it is, how the articles
// write it, who cites it where and when, and what is cited beside it.

import { element } from '../dom.js';
import { facetValueLabel, formatDate, formatNumber } from '../format.js';
import { emptyState } from '../page-url.js';
import { pageLink } from '../routing.js';
import { currentLanguage, text } from '../strings.js';
import { mountView, renderPart, renderTerms } from './entity-parts.js';
import { renderProvinceTable } from './province-table.js';

/** @typedef {import('../page-url.js').PageState} PageState */

/**
 * @param {HTMLElement} root
 */
export function mountCitedView(root) {
  mountView(root, 'cited', {
    loading: () => text('citedLoading'),
    errorTitle: () => text('citedErrorTitle'),
    back: (state) => ({ ...state, cited: '' }),
    render: (state, answer) => ({
      title: nameOf(answer), body: renderDocument(state, answer),
    }),
  });
}

/**
 * @param {object} document
 * @returns {string}  "Nghị quyết 35-NQ/TW (2018)"
 */
function nameOf({ id, kind_name: kind, symbol }) {
  const number = facetValueLabel('resolution', id);
  return symbol && kind ? `${kind} ${number}` : number;
}

/**
 * @param {PageState} state
 * @param {object} answer
 */
function renderDocument(state, answer) {
  const citing = citingState(state, answer.id);
  return element('article', { class: 'entity' },
    element('h1', { class: 'entity__title', tabindex: '-1' }, nameOf(answer)),
    answer.title
      ? element('p', { class: 'entity__subtitle', lang: 'vi' }, answer.title)
      : null,
    element('p', { class: 'entity__count' }, answer.articles === 0
      ? text('citedNowhere')
      : pageLink(citing, { 'data-then': 'results' }, text('citedArticles', {
        count: formatNumber(answer.articles), plural: answer.articles,
      }))),
    renderPart(text('citedFacts'), renderTerms(factRows(state, answer)),
      renderCaution(answer)),
    renderDocuments(state, text(answer.type === 'plenum'
      ? 'citedMeaningsPlenum' : 'citedMeanings'), answer.meanings),
    answer.articles === 0 ? null : renderPart(text('provinceTable'),
      renderProvinceTable(state, citing, answer.tables)),
    answer.articles === 0 ? null
      : renderPart(text('spellings'), ...renderSpellings(answer)),
    renderDocuments(state, text('citedWith'), answer.cited_with,
      answer.cited_with_distinct),
    renderDocuments(state, text('citedPlenumDocuments'),
      (answer.plenum?.documents ?? []).filter(({ id }) => id !== answer.id)));
}

/**
 * @param {PageState} state
 * @param {string} id
 * @returns {PageState}  The list of all articles that cite the document.
 */
function citingState(state, id) {
  const empty = emptyState();
  return {
    ...empty,
    filters: { ...empty.filters, resolution: [id] },
    collapse: false,  // Copies are counted, and so they are listed.
    era: state.era,
    language: currentLanguage(),
  };
}

/**
 * @param {PageState} state
 * @param {object} answer
 */
function factRows(state, answer) {
  const article = (pointer) => (pointer ? [
    `${formatDate(pointer.date)}: `,
    pageLink({ ...state, document: pointer.id }, { dir: 'auto' },
      pointer.title || text('untitled')),
  ] : null);
  return [
    [text('citedSymbol'), answer.symbol],
    [text('citedKind'), answer.kind_name],
    [text('citedDate'), answer.date ? formatDate(answer.date) : null],
    [text('citedYear'), answer.date ? null : answer.year],
    [text('citedIssuer'), answer.issuer],
    [text('citedTerm'), answer.term],
    [text('citedPlenum'), answer.plenum
      ? text('citedPlenumValue', answer.plenum) : null],
    [text('citedNames'), answer.names.join('; ')],
    [text('citedFirst'), article(answer.first_citation)],
    [text('citedLatest'), article(answer.latest_citation)],
  ].map(([term, meaning]) => [term,
    typeof meaning === 'number' ? String(meaning) : meaning]);
}

/** @param {object} answer */
function renderCaution({ known, verified, undated }) {
  const cautions = [
    known ? null : text('citedUnknown'),
    known && !verified ? text('citedUnverified') : null,
    undated > 0 ? text('citedUndated', {
      count: formatNumber(undated), plural: undated,
    }) : null,
  ].filter((caution) => caution !== null);
  return element('ul', { class: 'entity__cautions' },
    ...cautions.map((caution) => element('li', {}, caution)));
}

/** @param {object} answer */
function renderSpellings({ spellings, other_spellings: others }) {
  if (spellings.length === 0 && others === 0) {
    return [element('p', {}, text('spellingsNone'))];
  }
  return [
    element('ul', { class: 'counted' }, ...spellings
      .map(({ text: words, count }) => element('li', {},
        element('bdi', { class: 'counted__name', lang: 'vi' }, words),
        element('span', { class: 'counted__count' }, text('timesWritten', {
          count: formatNumber(count), plural: count,
        }))))),
    others > 0 ? element('p', { class: 'part__hint' }, text('spellingsOthers', {
      count: formatNumber(others), plural: others,
    })) : null,
  ];
}

/**
 * @param {PageState} state
 * @param {string} heading
 * @param {object[]} documents
 * @param {number} [distinct]  How many there are, if not all are listed.
 */
function renderDocuments(state, heading, documents, distinct = 0) {
  if (documents.length === 0) return null;
  const more = distinct - documents.length;
  return renderPart(heading,
    element('ul', { class: 'counted' }, ...documents.map((one) => element('li',
      {},
      element('span', { class: 'counted__name' },
        pageLink({ ...state, cited: one.id }, {}, nameOf(one)),
        one.title ? element('span', { class: 'counted__title', lang: 'vi' },
          ` ${one.title}`) : null),
      element('span', { class: 'counted__count' }, text('articleCount', {
        count: formatNumber(one.articles), plural: one.articles,
      }))))),
    more > 0 ? element('p', { class: 'part__hint' }, text('citedWithMore', {
      count: formatNumber(more), plural: more,
    })) : null);
}
