// The address bar is the state of the page: what can be searched for can be
// linked to, and Back undoes a step. Nothing else is remembered. Names are
// those of the JSON API, so that a link of the page reads like a call of it.

/** Facets by which a search can be narrowed, in the order of the panel. */
export const FACETS = ['province', 'province_now', 'unit', 'unit_level',
  'year', 'resolution', 'host'];

/** Value of every facet for articles that have none. */
export const NO_VALUE = 'none';

export const SORTS = ['relevance', '-date', 'date'];
export const PAGE_SIZES = [10, 20, 50, 100];
export const LANGUAGES = ['vi', 'en'];
const ACCENTS = ['auto', 'exact', 'ignore'];
const READINGS = ['auto', 'literal'];

/**
 * @typedef {object} PageState
 * @property {string} text      What the reader typed.
 * @property {Record<string, string[]>} filters   Chosen values by facet.
 * @property {Record<string, string[]>} excluded  Unwanted values by facet.
 * @property {string} from      First day, or part of a date, or empty.
 * @property {string} to        Last day, or part of a date, or empty.
 * @property {string} accents   One of ACCENTS.
 * @property {string} reading   One of READINGS: 'literal' searches for what was
 *     typed and nothing else.
 * @property {string} sort      One of SORTS.
 * @property {number} page      Counted from 1.
 * @property {number} perPage   Hits on a page.
 * @property {boolean} collapse Whether near-duplicates are one hit.
 * @property {'old' | 'now'} era  Which provinces the panel shows.
 * @property {string} document  Id of the article that is open, or empty.
 * @property {string} cited     Id of the cited document that is open, or empty.
 * @property {'' | 'coverage'} view  What is shown of the articles meant: the
 *     list, or what they cover.
 * @property {'vi' | 'en'} language
 */

/** @returns {PageState} */
export function emptyState() {
  return parsePageUrl('');
}

/**
 * Never fails: what a parameter cannot mean is taken as not given.
 *
 * @param {string} search  For example location.search.
 * @returns {PageState}
 */
export function parsePageUrl(search) {
  const params = new URLSearchParams(search);
  const values = (name) => [...new Set(params.getAll(name))]
    .filter((value) => value !== '');
  const oneOf = (name, allowed) => allowed.includes(params.get(name))
    ? params.get(name) : allowed[0];
  const perPage = wholeNumber(params.get('per_page'), 10);
  return {
    text: params.get('q') ?? '',
    filters: byFacet((facet) => values(facet)),
    excluded: byFacet((facet) => values(`not.${facet}`)),
    from: params.get('from') ?? '',
    to: params.get('to') ?? '',
    accents: oneOf('accents', ACCENTS),
    reading: oneOf('reading', READINGS),
    sort: oneOf('sort', SORTS),
    page: wholeNumber(params.get('page'), 1),
    perPage: perPage <= 100 ? perPage : 10,
    collapse: params.get('collapse') !== 'false',
    era: params.get('era') === 'now' ? 'now' : 'old',
    document: params.get('doc') ?? '',
    cited: params.get('cited') ?? '',
    view: params.get('view') === 'coverage' ? 'coverage' : '',
    language: oneOf('lang', LANGUAGES),
  };
}

/**
 * Writes only what differs from the empty state, so that links stay short.
 *
 * @param {PageState} state
 * @returns {string}  "/" or "/?…".
 */
export function formatPageUrl(state) {
  const params = searchParams(state);
  if (state.page > 1) params.set('page', String(state.page));
  if (state.perPage !== 10) params.set('per_page', String(state.perPage));
  if (state.era === 'now') params.set('era', 'now');
  if (state.view) params.set('view', state.view);
  if (state.cited) params.set('cited', state.cited);
  if (state.document) params.set('doc', state.document);
  if (state.language !== LANGUAGES[0]) params.set('lang', state.language);
  const query = params.toString();
  return query ? `/?${query}` : '/';
}

/**
 * @param {PageState} state
 * @returns {'article' | 'cited' | 'coverage' | 'list'}  What is on the page.
 */
export function viewOf(state) {
  if (state.document) return 'article';
  if (state.cited) return 'cited';
  return state.view || 'list';
}

/**
 * @param {PageState} state
 * @returns {PageState}  With the list of hits on the page.
 */
export function listOf(state) {
  return { ...state, document: '', cited: '', view: '' };
}

/**
 * The parameters that say which articles are meant and in which order; what
 * `search` and `facets` of the API have in common.
 *
 * @param {PageState} state
 * @returns {URLSearchParams}
 */
export function searchParams(state) {
  const params = new URLSearchParams();
  if (state.text) params.set('q', state.text);
  for (const facet of FACETS) {
    for (const value of state.filters[facet]) params.append(facet, value);
    for (const value of state.excluded[facet]) {
      params.append(`not.${facet}`, value);
    }
  }
  if (state.from) params.set('from', state.from);
  if (state.to) params.set('to', state.to);
  if (state.accents !== ACCENTS[0]) params.set('accents', state.accents);
  if (state.reading !== READINGS[0]) params.set('reading', state.reading);
  if (state.sort !== SORTS[0]) params.set('sort', state.sort);
  if (!state.collapse) params.set('collapse', 'false');
  return params;
}

/**
 * Whether two states ask for the same list of hits.
 *
 * @param {PageState} one
 * @param {PageState} other
 * @returns {boolean}
 */
export function sameList(one, other) {
  return one.page === other.page && one.perPage === other.perPage
    && searchParams(one).toString() === searchParams(other).toString();
}

/**
 * @param {(facet: string) => string[]} values
 * @returns {Record<string, string[]>}
 */
function byFacet(values) {
  return Object.fromEntries(FACETS.map((facet) => [facet, values(facet)]));
}

/**
 * @param {string | null} text
 * @param {number} otherwise
 * @returns {number}
 */
function wholeNumber(text, otherwise) {
  return /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : otherwise;
}
