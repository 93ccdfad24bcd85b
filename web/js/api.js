// The JSON API of the server, and what can go wrong on the way to it. An
// answer is returned as it came; a failure is always an ApiError.

import { FACETS, searchParams } from './page-url.js';

/** @typedef {import('./page-url.js').PageState} PageState */

const ROOT = '/api/v1';

// Enough for every year of the corpus to have its bar; lists show fewer and
// offer the rest in a dialog.
const FACET_LIMIT = 40;

/** A failed request, in the words of RFC 9457 where the server sent them. */
export class ApiError extends Error {
  /**
   * @param {object} problem
   * @param {number} problem.status  0 if no answer came at all.
   * @param {string} [problem.title]
   * @param {string} [problem.detail]
   * @param {number | null} [problem.retryAfterSeconds]
   */
  constructor({ status, title = '', detail = '', retryAfterSeconds = null }) {
    super(title || `status ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * @param {PageState} state
 * @param {AbortSignal} signal
 * @returns {Promise<object>}  Answer of GET /search.
 */
export function fetchHits(state, signal) {
  const params = searchParams(state);
  params.set('page', String(state.page));
  params.set('per_page', String(state.perPage));
  params.set('facets', FACETS.join(','));
  params.set('facet_limit', String(FACET_LIMIT));
  return fetchJson(`${ROOT}/search?${params}`, signal);
}

/**
 * @param {PageState} state
 * @param {string} facet
 * @param {{contains: string, sort: 'count' | 'alpha', page: number}} view
 * @param {AbortSignal} signal
 * @returns {Promise<object>}  Answer of GET /facets/{name}.
 */
export function fetchFacet(state, facet, { contains, sort, page }, signal) {
  const params = searchParams(state);
  // This `sort` is that of the values.
  if (contains) params.set('contains', contains);
  params.set('sort', sort);
  params.set('page', String(page));
  params.set('per_page', '50');
  return fetchJson(`${ROOT}/facets/${facet}?${params}`, signal);
}

/**
 * @param {PageState} state  With the id of an article; what was searched for
 *     is marked in its text.
 * @param {AbortSignal} signal
 * @returns {Promise<object>}  Answer of GET /documents/{id}.
 */
export function fetchArticle({ document, text, accents, reading }, signal) {
  const params = new URLSearchParams();
  if (text) params.set('q', text);
  if (text && accents !== 'auto') params.set('accents', accents);
  if (text && reading !== 'auto') params.set('reading', reading);
  const query = params.toString();
  return fetchJson(`${ROOT}/documents/${encodeURIComponent(document)}${
    query ? `?${query}` : ''}`, signal);
}

/**
 * @param {PageState} state  With the id of a cited document.
 * @param {AbortSignal} signal
 * @returns {Promise<object>}  Answer of GET /resolutions/{id}.
 */
export function fetchCited({ cited }, signal) {
  // In the query, because some proxies change "%2F" in a path.
  return fetchJson(`${ROOT}/resolutions?${new URLSearchParams({ id: cited })}`,
    signal);
}

/**
 * @param {PageState} state
 * @param {AbortSignal} signal
 * @returns {Promise<object>}  Answer of GET /coverage.
 */
export function fetchCoverage(state, signal) {
  const params = searchParams(state);
  params.delete('sort');
  // Every article is counted, copies and all.
  params.delete('collapse');
  const query = params.toString();
  return fetchJson(`${ROOT}/coverage${query ? `?${query}` : ''}`, signal);
}

/**
 * @param {string} id  Of an article.
 * @returns {Promise<object>}  Answer of GET /documents/{id}/cluster.
 */
export function fetchCopies(id) {
  return fetchJson(`${ROOT}/documents/${encodeURIComponent(id)}/cluster`, null);
}

/**
 * @param {string} text
 * @param {boolean} collapse  Whether near-duplicates are counted once.
 * @param {AbortSignal} signal
 * @returns {Promise<object>}  Answer of GET /suggest.
 */
export function fetchSuggestions(text, collapse, signal) {
  const params = new URLSearchParams({ q: text });
  if (!collapse) params.set('collapse', 'false');
  return fetchJson(`${ROOT}/suggest?${params}`, signal);
}

/**
 * Whether `error` only says that a newer request took the place of this one.
 *
 * @param {unknown} error
 * @returns {boolean}
 */
export function isAborted(error) {
  return error instanceof DOMException && error.name === 'AbortError';
}

/**
 * @param {string} url
 * @param {AbortSignal | null} signal
 * @returns {Promise<object>}
 */
async function fetchJson(url, signal) {
  try {
    const response = await fetch(url, {
      signal, headers: { Accept: 'application/json' },
    });
    if (!response.ok) throw await problemOf(response);
    return await response.json();
  } catch (error) {
    if (isAborted(error) || error instanceof ApiError) throw error;
    throw new ApiError({ status: 0 });
  }
}

/**
 * @param {Response} response
 * @returns {Promise<ApiError>}
 */
async function problemOf(response) {
  const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '',
    10);
  const problem = await response.json().catch(() => ({}));
  return new ApiError({
    status: response.status,
    title: problem?.title,
    detail: problem?.detail,
    retryAfterSeconds: Number.isNaN(seconds) ? null : seconds,
  });
}
