// Text that the API returns in pieces, some of them matching the search.

import { element } from './dom.js';

/**
 * @typedef {{text: string, match?: boolean}} Segment
 */

/**
 * @param {Segment[] | null | undefined} segments
 * @returns {(Node | string)[]}  Matches as <mark>, all else as text.
 */
export function renderSegments(segments) {
  return (segments ?? []).map((segment) => (segment.match
    ? element('mark', { class: 'match' }, segment.text) : segment.text));
}

/**
 * @param {Segment[] | null | undefined} segments
 * @returns {string}
 */
export function plainText(segments) {
  return (segments ?? []).map((segment) => segment.text).join('');
}
