// The API counts Unicode code points, JavaScript strings count UTF-16 units.
// The two differ after the first character beyond U+FFFF (an emoji, a rare
// Hán-Nôm character), and then every highlight would be off.

/**
 * Makes a function from code point offsets to UTF-16 offsets of `text`.
 * Offsets beyond the end give the end, negative ones the start.
 *
 * @param {string} text
 * @returns {(codePoints: number) => number}
 */
export function codePointOffsets(text) {
  const pairs = [];
  let codePoints = 0;
  for (const character of text) {
    if (character.length === 2) pairs.push(codePoints);
    codePoints += 1;
  }
  return (offset) => {
    const inside = Math.min(Math.max(Math.trunc(offset) || 0, 0), codePoints);
    return inside + countBelow(pairs, inside);
  };
}

/**
 * @param {number[]} sorted
 * @param {number} limit
 * @returns {number}  How many numbers of `sorted` are less than `limit`.
 */
function countBelow(sorted, limit) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
