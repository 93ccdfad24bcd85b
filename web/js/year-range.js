// A chosen span of years, as it stands in links and in the API: "2021",
// "2021..2023", "2021..", "..2023".

/**
 * @typedef {object} YearRange
 * @property {number | null} from  First year, or null if open.
 * @property {number | null} to    Last year, or null if open.
 */

const RANGE = /^(\d{4})?\.\.(\d{4})?$/;
const YEAR = /^\d{4}$/;

/**
 * @param {string} value
 * @returns {YearRange | null}  Null if `value` is no year and no range.
 */
export function parseYearRange(value) {
  if (YEAR.test(value)) return { from: Number(value), to: Number(value) };
  const match = RANGE.exec(value);
  if (!match || (!match[1] && !match[2])) return null;
  return {
    from: match[1] ? Number(match[1]) : null,
    to: match[2] ? Number(match[2]) : null,
  };
}

/**
 * @param {number} one    Either end; the order does not matter.
 * @param {number} other
 * @returns {string}
 */
export function formatYearRange(one, other) {
  const from = Math.min(one, other);
  const to = Math.max(one, other);
  return from === to ? String(from) : `${from}..${to}`;
}

/**
 * @param {string[]} values  Years, ranges and `none`, as filters hold them.
 * @param {number} year
 * @returns {boolean}  Whether one of the values covers the year.
 */
export function coversYear(values, year) {
  return values.some((value) => {
    const range = parseYearRange(value);
    return range !== null && (range.from === null || range.from <= year)
      && (range.to === null || year <= range.to);
  });
}

/**
 * The outermost years that `values` cover, for the two boxes under the chart.
 *
 * @param {string[]} values
 * @returns {YearRange}
 */
export function outerYears(values) {
  const ranges = values.map(parseYearRange).filter((range) => range !== null);
  const starts = ranges.map((range) => range.from);
  const ends = ranges.map((range) => range.to);
  return {
    from: starts.length === 0 || starts.includes(null)
      ? null : Math.min(...starts),
    to: ends.length === 0 || ends.includes(null) ? null : Math.max(...ends),
  };
}
