// What is left of the typed words when the reader takes a suggestion that
// becomes a filter: "xây dựng đảng quang tr" + Quảng Trị → "xây dựng đảng".

/**
 * Letters without marks, lower case: only for comparing words typed so far
 * with words suggested for them.
 *
 * @param {string} text
 * @returns {string}
 */
export function foldMarks(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    .replaceAll('đ', 'd');
}

/**
 * Drops the longest run of last words that occurs in the suggestion.
 *
 * @param {string} typed
 * @param {string} suggestion
 * @returns {string}
 */
export function withoutCompleted(typed, suggestion) {
  const words = typed.split(/\s+/).filter((word) => word !== '');
  const target = ` ${foldMarks(suggestion)}`;
  for (let first = 0; first < words.length; first += 1) {
    const run = foldMarks(words.slice(first).join(' '));
    if (target.includes(` ${run}`)) return words.slice(0, first).join(' ');
  }
  return '';
}
