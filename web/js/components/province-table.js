// A table of provinces and years. Every number is a link to just as many
// articles; the whole table is one stop of the Tab key, and the arrow keys
// move from number to number.

import { element } from '../dom.js';
import { withValues } from '../filters.js';
import { facetValueLabel, formatNumber } from '../format.js';
import { NO_VALUE } from '../page-url.js';
import { pageLink } from '../routing.js';
import { text } from '../strings.js';
import { coversYear } from '../year-range.js';
import { renderEras } from './era-choice.js';

/** @typedef {import('../page-url.js').PageState} PageState */

const SHADES = 4;
// Where no cell has more articles, the deepest shade is not used.
const PALE = 8;

const STEPS = {
  ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0],
};

/**
 * @typedef {object} Cell
 * @property {number} count
 * @property {string | null} province  Null: all of them.
 * @property {string | null} year
 */

/**
 * @param {PageState} state   Of the page, for the switch of eras.
 * @param {PageState} base    Of the list that the numbers count in.
 * @param {{province: object, province_now: object}} tables  Of the answer.
 * @returns {HTMLElement}
 */
export function renderProvinceTable(state, base, tables) {
  const facet = state.era === 'now' ? 'province_now' : 'province';
  const rows = tableRows(tables[facet]);
  const isEmpty = rows[0][0].count === 0;
  const table = isEmpty ? element('p', {}, text('tableEmpty'))
    : element('div', {
      class: 'province-table__scroll', role: 'region', tabindex: '0',
      'aria-label': text('provinceTable'),
    }, renderTable(rows, facet, base));
  if (!isEmpty) followArrows(table);
  return element('div', { class: 'province-table' },
    element('div', { class: 'facet__era' }, ...renderEras(state)),
    isEmpty ? null
      : element('p', { class: 'part__hint' }, text('provinceTableHint')),
    table);
}

/**
 * The table as it is shown: totals first, articles without a value last.
 *
 * @param {object} table
 * @returns {Cell[][]}
 */
function tableRows(table) {
  const years = table.years.map(({ value }) => value);
  const columns = [null, ...years, ...(table.no_year > 0 ? [NO_VALUE] : [])];
  const countOf = (row, year) => {
    if (year === null) return row.count;
    return year === NO_VALUE ? row.no_year : row.years[year] ?? 0;
  };
  const all = {
    value: null,
    count: table.no_year
      + table.years.reduce((sum, { count }) => sum + count, 0),
    years: Object.fromEntries(table.years
      .map(({ value, count }) => [value, count])),
    no_year: table.no_year,
  };
  const rows = [all, ...table.rows,
    ...(table.no_province.count > 0
      ? [{ ...table.no_province, value: NO_VALUE }] : [])];
  return rows.map((row) => columns.map((year) => ({
    count: countOf(row, year), province: row.value, year,
  })));
}

/**
 * @param {Cell[][]} rows
 * @param {string} facet
 * @param {PageState} base
 */
function renderTable(rows, facet, base) {
  const most = Math.max(...rows.slice(1)
    .flatMap((row) => row.slice(1).map(({ count }) => count)), PALE);
  return element('table', { class: 'province-table__table' },
    element('caption', { class: 'visually-hidden' }, text('provinceTable')),
    element('thead', {}, element('tr', {},
      element('th', { scope: 'col' }, text('tableProvince')),
      ...rows[0].map(({ year }) => element('th', { scope: 'col' },
        yearLabel(year))))),
    element('tbody', {}, ...rows.map((row) => element('tr', {},
      element('th', { scope: 'row' },
        element('bdi', {}, provinceLabel(facet, row[0].province))),
      ...row.map((cell) => renderCell(cell, facet, base, most))))));
}

/**
 * @param {Cell} cell
 * @param {string} facet
 * @param {PageState} base
 * @param {number} most  Articles in the fullest cell.
 */
function renderCell(cell, facet, base, most) {
  const { count, province, year } = cell;
  if (count === 0) return element('td', { class: 'province-table__none' });
  const isTotal = province === null || year === null;
  const shade = Math.ceil((SHADES * Math.log1p(count)) / Math.log1p(most));
  const list = cellState(cell, facet, base);
  return element('td', {
    class: isTotal ? 'province-table__total'
      : `province-table__cell province-table__cell--${shade}`,
  }, list === null ? formatNumber(count) : pageLink(list, {
    tabindex: '-1',
    'data-then': 'results',
    'aria-label': text('tableCell', {
      province: provinceLabel(facet, province),
      year: yearLabel(year),
      count: formatNumber(count),
      plural: count,
    }),
  }, formatNumber(count)));
}

/**
 * @param {Cell} cell
 * @param {string} facet
 * @param {PageState} base
 * @returns {PageState | null}  The list of just the articles that the cell
 *     counts; null if no filter can say it: of the articles of one chosen
 *     province those that are about another one as well.
 */
function cellState({ province, year }, facet, base) {
  const isAmong = (name, value) => {
    const chosen = base.filters[name];
    return value === null || chosen.length === 0 || chosen.includes(value)
      || (name === 'year' && coversYear(chosen, Number(value)));
  };
  if (!isAmong(facet, province) || !isAmong('year', year)) return null;
  const narrow = (list, name, value) => (value === null ? list
    : withValues(list, name, [value]));
  return narrow(narrow(base, facet, province), 'year', year);
}

/** @param {string | null} year */
function yearLabel(year) {
  if (year === null) return text('tableAll');
  return year === NO_VALUE ? text('tableNoYear') : year;
}

/**
 * @param {string} facet
 * @param {string | null} province
 */
function provinceLabel(facet, province) {
  if (province === null) return text('tableAll');
  return province === NO_VALUE ? text('tableNoProvince')
    : facetValueLabel(facet, province);
}

/** @param {HTMLElement} root  Holds the table. */
function followArrows(root) {
  const first = root.querySelector('td a');
  first?.setAttribute('tabindex', '0');
  root.addEventListener('focusin', ({ target }) => {
    if (!target.matches('td a')) return;
    for (const link of root.querySelectorAll('td a[tabindex="0"]')) {
      link.setAttribute('tabindex', '-1');
    }
    target.setAttribute('tabindex', '0');
  });
  root.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    const cell = event.target.closest('td');
    if (!step || !cell || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    event.preventDefault();
    nextLink(cell, step)?.focus();
  });
}

/**
 * The nearest number from `cell` in one direction.
 *
 * @param {HTMLTableCellElement} cell
 * @param {[number, number]} step
 * @returns {HTMLElement | null}
 */
function nextLink(cell, [down, right]) {
  const { rows } = cell.closest('table');
  let row = cell.parentElement.rowIndex + down;
  let column = cell.cellIndex + right;
  for (; rows[row]?.cells[column]; row += down, column += right) {
    const link = rows[row].cells[column].querySelector('a');
    if (link) return link;
  }
  return null;
}
