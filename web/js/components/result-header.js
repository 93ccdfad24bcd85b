// How many articles there are, how the search was understood, and how the
// list is ordered.

import { element, replaceChildren } from '../dom.js';
import { firstPage } from '../filters.js';
import { formatNumber } from '../format.js';
import { PAGE_SIZES, SORTS, listOf } from '../page-url.js';
import { navigate, pageLink } from '../routing.js';
import { hasText, text } from '../strings.js';

/** @typedef {import('../page-url.js').PageState} PageState */

/**
 * @param {HTMLElement} root  Holds the heading of the list.
 */
export function mountResultHeader(root) {
  const heading = root.querySelector('#results-heading');
  const summary = element('p', { class: 'result-header__summary' });
  const reading = element('div', { class: 'result-header__reading' });
  const tools = element('div', { class: 'result-header__tools' });
  root.append(summary, reading, tools);

  root.addEventListener('list:loading', () => {
    if (summary.textContent === '') heading.textContent = text('loading');
  });
  root.addEventListener('list:answer', ({ detail: { state, answer } }) => {
    heading.textContent = text('total', {
      count: formatNumber(answer.total), plural: answer.total,
    });
    summary.textContent = summaryText(answer);
    replaceChildren(reading, ...renderReading(state, answer));
    tools.hidden = answer.total === 0;
    replaceChildren(tools, ...renderTools(root, state));
  });
  root.addEventListener('list:error', () => {
    heading.textContent = text('resultsHeading');
    summary.textContent = '';
    reading.replaceChildren();
    tools.hidden = true;
  });
}

/** @param {object} answer */
function summaryText(answer) {
  const pages = Math.ceil(answer.total / answer.per_page);
  const page = pages > 1
    ? [text('pageOf', {
      page: formatNumber(answer.page), pages: formatNumber(pages),
    })] : [];
  return [...page, text('took', { ms: formatNumber(answer.took_ms) })]
    .join(' · ');
}

/**
 * @param {PageState} state
 * @param {object} answer
 */
function renderReading(state, answer) {
  const lines = (answer.query?.read_as ?? []).map(({ typed, as, via }) => {
    const key = `via.${via}`;
    const how = hasText(key) ? ` (${text(key)})` : '';
    return element('p', {}, text('readAs', { typed, as }) + how);
  });
  const notes = (answer.query?.notes ?? [])
    .map((note) => element('p', {}, noteText(note)));
  return [...lines, ...notes, renderUndo(state, answer.query?.read_as ?? []),
    renderDidYouMean(state, answer.did_you_mean)];
}

// What only ranks, or only writes a number as it is printed, needs no undoing.
const HARMLESS = ['unaccented', 'symbol'];

/**
 * The way back to what was typed, and from there to what it may mean.
 *
 * @param {PageState} state
 * @param {{via: string}[]} readings
 * @returns {HTMLElement | null}
 */
function renderUndo(state, readings) {
  const literal = state.reading === 'literal';
  const changed = readings.some(({ via }) => !HARMLESS.includes(via));
  if (!literal && !changed) return null;
  return element('p', {}, pageLink(
    firstPage({ ...state, reading: literal ? 'auto' : 'literal' }),
    { 'data-key': 'reading', 'data-then': 'results' },
    text(literal ? 'readAgain' : 'asTyped')));
}

/** @param {string | {text?: string, detail?: string}} note */
function noteText(note) {
  return typeof note === 'string' ? note : note.text ?? note.detail ?? '';
}

/**
 * @param {PageState} state
 * @param {string | {text: string} | null | undefined} suggestion
 * @returns {HTMLElement | null}
 */
export function renderDidYouMean(state, suggestion) {
  const better = typeof suggestion === 'string' ? suggestion
    : suggestion?.text;
  if (!better) return null;
  return element('p', { class: 'result-header__better' },
    `${text('didYouMean')} `,
    pageLink(firstPage({ ...state, text: better }), {
      'data-key': 'did-you-mean', 'data-then': 'results',
    }, element('bdi', {}, better)),
    '?');
}

/**
 * @param {HTMLElement} root
 * @param {PageState} state
 */
function renderTools(root, state) {
  const sizes = [...new Set([...PAGE_SIZES, state.perPage])]
    .sort((one, other) => one - other);
  const collapse = element('input', {
    type: 'checkbox', checked: state.collapse, 'data-key': 'collapse',
  });
  collapse.addEventListener('change', () => navigate(root,
    firstPage({ ...state, collapse: collapse.checked })));
  return [
    choice('sort', text('sortLabel'), SORTS, state.sort,
      (sort) => text(`sort.${sort}`),
      (sort) => navigate(root, firstPage({ ...state, sort }))),
    choice('per-page', text('perPageLabel'), sizes, state.perPage, String,
      (size) => navigate(root, firstPage({ ...state, perPage: Number(size) }))),
    pageLink({ ...listOf(state), view: 'coverage' }, {
      class: 'result-header__coverage', 'data-key': 'coverage',
    }, text('coverageLink')),
    element('label', { class: 'result-header__check' }, collapse,
      text('collapseLabel')),
  ];
}

/**
 * A labelled <select>.
 *
 * @param {string} key
 * @param {string} label
 * @param {(string | number)[]} values
 * @param {string | number} chosen
 * @param {(value: string | number) => string} valueLabel
 * @param {(value: string) => void} onChoose
 */
function choice(key, label, values, chosen, valueLabel, onChoose) {
  const select = element('select', { 'data-key': key },
    ...values.map((value) => element('option', {
      value, selected: value === chosen,
    }, valueLabel(value))));
  select.addEventListener('change', () => onChoose(select.value));
  return element('label', { class: 'result-header__choice' }, label, select);
}
