// Numbers, dates and facet values as the reader expects to see them.

import { NO_VALUE } from './page-url.js';
import { parseYearRange } from './year-range.js';
import { currentLanguage, hasText, text } from './strings.js';

/**
 * @param {number} value
 * @returns {string}  18342 → "18.342" in Vietnamese.
 */
export function formatNumber(value) {
  const locale = currentLanguage() === 'vi' ? 'vi-VN' : 'en-GB';
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
    .format(value);
}

/**
 * Writes an ISO date as Vietnamese offices do, day first. Dates may lack the
 * day, the month or the year ("2021-11", "2021", "--08-24") and may carry a
 * time ("2021-11-29T11:02"). What is no date is returned as it came.
 *
 * @param {string | null | undefined} value
 * @returns {string}  "29/11/2021", "29/11/2021 11:02", "11/2021", "24/08"
 */
export function formatDate(value) {
  if (!value) return '';
  const match = /^(\d{4}|-)(?:-(\d{2})(?:-(\d{2}))?)?(?:T(\d{2}:\d{2}).*)?$/
    .exec(value);
  if (!match) return value;
  const [, year, month, day, time] = match;
  const date = [day, month, year === '-' ? undefined : year]
    .filter((part) => part !== undefined).join('/');
  return time ? `${date} ${time}` : date;
}

/**
 * The id of a snapshot begins with the moment it was built, in UTC.
 *
 * @param {string} id  "20261120T021000Z-5c1e"
 * @returns {string}   "20/11/2026", or the id if it has another form.
 */
export function formatSnapshotDay(id) {
  const match = /^(\d{4})(\d{2})(\d{2})T/.exec(id);
  return match ? `${match[3]}/${match[2]}/${match[1]}` : id;
}

/**
 * @param {string} facet
 * @param {string} value
 * @returns {string}  What the reader sees for a value of a facet.
 */
export function facetValueLabel(facet, value) {
  if (value === NO_VALUE) return text('noValue');
  if (facet === 'unit_level') {
    const key = `level.${value}`;
    return hasText(key) ? text(key) : value;
  }
  if (facet === 'year') return yearLabel(value);
  if (facet === 'resolution') return value.replace(/:(\d{4})$/, ' ($1)');
  return value;
}

/**
 * @param {string} value  A year or a range of years.
 * @returns {string}
 */
function yearLabel(value) {
  const range = parseYearRange(value);
  if (range === null || range.from === range.to) return value;
  if (range.from === null) return text('yearsUntil', { to: range.to });
  if (range.to === null) return text('yearsSince', { from: range.from });
  return `${range.from}–${range.to}`;
}
