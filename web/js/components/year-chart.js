// Articles by year as bars to choose from: one year by a click, several by
// dragging, by Shift and the arrows, or by the two boxes below.

import { button, element, replaceChildren } from '../dom.js';
import { withValues } from '../filters.js';
import { formatNumber } from '../format.js';
import { emptyState } from '../page-url.js';
import { navigate } from '../routing.js';
import { text } from '../strings.js';
import { coversYear, formatYearRange, outerYears } from '../year-range.js';

/** @typedef {import('../page-url.js').PageState} PageState */

// With more years than this, those without articles get no bar.
const MOST_BARS = 40;

const ARROWS = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1 };

/**
 * @returns {{root: HTMLElement,
 *            update: (state: PageState, answer: object) => void}}
 */
export function mountYearChart() {
  const bars = element('div', {
    class: 'year-chart__bars',
    role: 'group',
    'aria-label': text('yearChart'),
    'aria-describedby': 'year-chart-keys',
  });
  const axis = element('p', {
    class: 'year-chart__axis', 'aria-hidden': 'true',
  });
  const form = element('form', { class: 'year-chart__form' });
  const root = element('div', { class: 'year-chart' },
    element('p', { class: 'year-chart__hint' }, text('yearHint')), bars, axis,
    element('p', { class: 'visually-hidden', id: 'year-chart-keys' },
      text('yearHintKeys')), form);
  let state = emptyState();

  const choose = (one, other) => {
    const range = formatYearRange(one, other);
    const chosen = state.filters.year;
    const isUndo = chosen.length === 1 && chosen[0] === range;
    navigate(root, withValues(state, 'year', isUndo ? [] : [range]));
  };
  handlePointer(bars, choose);
  handleKeys(bars, choose);

  const update = (newState, answer) => {
    state = newState;
    const years = completeYears(answer.values ?? []);
    root.hidden = years.length === 0;
    replaceChildren(bars, ...renderBars(state, years));
    axis.replaceChildren(...axisLabels(years)
      .map((year) => element('span', {}, String(year))));
    replaceChildren(form, ...renderForm(root, form, state, years));
  };
  return { root, update };
}

/**
 * @param {{value: string | number, count: number}[]} values
 * @returns {{year: number, count: number}[]}  Oldest first, without gaps
 *     unless there would be too many.
 */
export function completeYears(values) {
  const known = values
    .filter(({ value }) => /^\d{4}$/.test(String(value)))
    .map(({ value, count }) => ({ year: Number(value), count }))
    .sort((one, other) => one.year - other.year);
  if (known.length === 0) return [];
  const first = known[0].year;
  const span = known.at(-1).year - first + 1;
  if (span > MOST_BARS) return known;
  const counts = new Map(known.map(({ year, count }) => [year, count]));
  return Array.from({ length: span }, (_, index) => ({
    year: first + index, count: counts.get(first + index) ?? 0,
  }));
}

/**
 * @param {PageState} state
 * @param {{year: number, count: number}[]} years
 */
function renderBars(state, years) {
  const most = Math.max(1, ...years.map(({ count }) => count));
  const chosen = years.findIndex(({ year }) => coversYear(state.filters.year,
    year));
  const reachable = chosen >= 0 ? chosen : years.length - 1;
  return years.map(({ year, count }, index) => {
    const isChosen = coversYear(state.filters.year, year);
    const label = text('yearBar', {
      year, count: formatNumber(count), plural: count,
    });
    const fill = element('span', {
      class: 'year-chart__fill', 'data-empty': count === 0,
    });
    fill.style.setProperty('--share', String(count / most));
    return element('button', {
      type: 'button',
      class: 'year-chart__bar',
      'data-year': year,
      'data-key': `year-${year}`,
      'aria-label': label,
      'aria-pressed': String(isChosen),
      title: label,
      tabindex: index === reachable ? '0' : '-1',
    }, fill);
  });
}

/**
 * @param {{year: number}[]} years
 * @returns {number[]}  First, middle and last year.
 */
function axisLabels(years) {
  if (years.length === 0) return [];
  const middle = years[Math.floor((years.length - 1) / 2)].year;
  return [...new Set([years[0].year, middle, years.at(-1).year])];
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} form
 * @param {PageState} state
 * @param {{year: number}[]} years
 */
function renderForm(root, form, state, years) {
  const chosen = outerYears(state.filters.year);
  const box = (key, label, year) => element('select', {
    'data-key': `year-${key}`, 'aria-label': label,
  },
  element('option', { value: '' }, text('yearAny')),
  ...[...new Set([...years.map((one) => one.year), year])]
    .filter((one) => one !== null)
    .sort((one, other) => one - other)
    .map((one) => element('option', { value: one, selected: one === year },
      String(one))));
  const from = box('from', text('yearFrom'), chosen.from);
  const to = box('to', text('yearTo'), chosen.to);
  form.onsubmit = (event) => {
    event.preventDefault();
    navigate(root, withValues(state, 'year', boxedRange(from.value, to.value)));
  };
  return [from, element('span', { 'aria-hidden': 'true' }, '–'), to, button(
    { class: 'button button--small', 'data-key': 'year-apply' },
    () => form.requestSubmit(), text('yearApply'))];
}

/**
 * @param {string} from  A year or empty.
 * @param {string} to    A year or empty.
 * @returns {string[]}  The filter values for this span.
 */
function boxedRange(from, to) {
  if (from && to) return [formatYearRange(Number(from), Number(to))];
  return from || to ? [`${from}..${to}`] : [];
}

/**
 * Shows a span of bars as chosen before it is a filter.
 *
 * @param {HTMLElement} bars
 * @param {number} one
 * @param {number} other
 */
function preview(bars, one, other) {
  for (const bar of bars.children) {
    const year = Number(bar.dataset.year);
    bar.setAttribute('aria-pressed', String(
      year >= Math.min(one, other) && year <= Math.max(one, other)));
  }
}

/**
 * @param {HTMLElement} bars
 * @param {(one: number, other: number) => void} choose
 */
function handlePointer(bars, choose) {
  let start = null;
  let end = null;
  const yearAt = (event) => {
    const bar = document.elementFromPoint(event.clientX, event.clientY)
      ?.closest('.year-chart__bar');
    return bar && bars.contains(bar) ? Number(bar.dataset.year) : null;
  };
  bars.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    start = yearAt(event);
    end = start;
  });
  bars.addEventListener('pointermove', (event) => {
    if (start === null) return;
    const year = yearAt(event);
    if (year === null || year === end) return;
    end = year;
    preview(bars, start, end);
  });
  // On the window, because a drag may end beside the bars.
  window.addEventListener('pointerup', () => {
    if (start === null) return;
    const [one, other] = [start, end];
    start = null;
    choose(one, other);
  });
  window.addEventListener('pointercancel', () => { start = null; });
}

/**
 * @param {HTMLElement} bars
 * @param {(one: number, other: number) => void} choose
 */
function handleKeys(bars, choose) {
  let anchor = null;
  bars.addEventListener('keydown', (event) => {
    const bar = event.target.closest('.year-chart__bar');
    const step = ARROWS[event.key];
    if (!bar || (step === undefined && event.key !== 'Home'
      && event.key !== 'End')) return;
    event.preventDefault();
    const all = [...bars.children];
    const goal = event.key === 'Home' ? 0
      : event.key === 'End' ? all.length - 1 : all.indexOf(bar) + step;
    const next = all[Math.min(Math.max(goal, 0), all.length - 1)];
    if (event.shiftKey) {
      anchor ??= Number(bar.dataset.year);
      preview(bars, anchor, Number(next.dataset.year));
    } else {
      anchor = null;
    }
    bar.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
  // A pointer's click has been dealt with as the end of a drag; this one
  // comes from Enter, Space or a screen reader.
  bars.addEventListener('click', (event) => {
    const bar = event.target.closest('.year-chart__bar');
    if (!bar || event.detail !== 0) return;
    const year = Number(bar.dataset.year);
    const start = anchor ?? year;
    anchor = null;
    choose(start, year);
  });
}
