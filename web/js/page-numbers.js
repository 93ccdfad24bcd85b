// The server shows no hits beyond this one; who needs them narrows the search.
export const MOST_HITS = 10_000;

/**
 * @param {{total: number, per_page: number}} answer
 * @returns {number}  How many pages can be opened.
 */
export function reachablePages({ total, per_page: perPage }) {
  return Math.min(Math.ceil(total / perPage), Math.floor(MOST_HITS / perPage));
}

/**
 * Which page numbers a pager shows: the ends, the present page and its
 * neighbours. A gap of one page is shown as that page.
 *
 * @param {number} page   Present page, from 1.
 * @param {number} pages  Number of pages.
 * @returns {(number | null)[]}  Null stands for a gap.
 */
export function pageNumbers(page, pages) {
  const numbers = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((number) => number >= 1 && number <= pages)
    .sort((one, other) => one - other);
  return numbers.flatMap((number, index) => {
    const missing = index === 0 ? 0 : number - numbers[index - 1] - 1;
    if (missing === 0) return [number];
    return missing === 1 ? [number - 1, number] : [null, number];
  });
}
