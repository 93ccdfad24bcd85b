// Answers of the JSON API over the invented articles: enough of the query
// language and of the filters for the page's own tests.

import { ARTICLES, HOSTILE } from './mock-corpus.js';
import { foldMarks } from '../../../web/js/completion.js';
import { coversYear } from '../../../web/js/year-range.js';

export const SNAPSHOT = {
  id: '20261120T021000Z-5c1e', documents: ARTICLES.length,
};

const VALUES = {
  province: (article) => article.provinces,
  province_now: (article) => article.provinces_now,
  unit: (article) => article.units,
  unit_level: (article) => [article.unit_level],
  year: (article) => (article.year === null ? [] : [String(article.year)]),
  resolution: (article) => article.resolutions,
  host: (article) => [article.host],
};

// Near-duplicates by id, the earliest first.
const CLUSTERS = { c1: ['a0003', 'a0016', 'a0030'] };

/** @param {{id: string}} article */
function clusterOf({ id }) {
  const found = Object.entries(CLUSTERS).find(([, ids]) => ids.includes(id));
  return found ? { id: found[0], size: found[1].length } : null;
}

/**
 * Leaves one of each cluster: the earliest of those given.
 *
 * @param {object[]} articles
 * @param {URLSearchParams} params
 */
function fold(articles, params) {
  if (params.get('collapse') === 'false') return articles;
  const given = new Set(articles.map(({ id }) => id));
  return articles.filter((article) => {
    const cluster = clusterOf(article);
    return !cluster
      || CLUSTERS[cluster.id].find((id) => given.has(id)) === article.id;
  });
}

/**
 * @param {string} id
 * @returns {object | null}  Answer of /documents/{id}/cluster.
 */
export function clusterById(id) {
  const article = ARTICLES.find((one) => one.id === id);
  if (!article) return null;
  const cluster = clusterOf(article);
  const ids = cluster ? CLUSTERS[cluster.id] : [];
  return {
    id, cluster, snapshot: SNAPSHOT,
    documents: ids.map((one) => makeHit(
      ARTICLES.find((other) => other.id === one), '')),
  };
}

/**
 * @param {URLSearchParams} params
 * @returns {object[]}  The articles that match, in the order of the corpus.
 */
export function matchingAll(params) {
  return matching(params.get('q') ?? '')
    .filter((article) => passes(article, params));
}

/** @param {URLSearchParams} params */
export function search(params) {
  const text = params.get('q') ?? '';
  const found = fold(matchingAll(params), params);
  const sort = params.get('sort') ?? 'relevance';
  if (sort !== 'relevance') {
    const sign = sort === 'date' ? 1 : -1;
    found.sort((one, other) => sign
      * (one.published ?? '').localeCompare(other.published ?? ''));
  }
  const page = Number(params.get('page') ?? 1);
  const perPage = Number(params.get('per_page') ?? 10);
  const limit = Number(params.get('facet_limit') ?? 20);
  const isFolded = text !== '' && foldMarks(text) === text.toLowerCase();
  return {
    query: {
      text,
      read_as: isFolded && text.startsWith('bao ve')
        ? [{ typed: text, as: 'bảo vệ', via: 'unaccented' }]
        : text === 'chi booj' && params.get('reading') !== 'literal'
          ? [{ typed: text, as: 'chi bộ', via: 'telex' }] : [],
      notes: text.includes('((') ? ['Ngoặc không khớp, tìm đúng chữ đã gõ.'] : [],
    },
    total: found.length,
    page,
    per_page: perPage,
    took_ms: 2.8,
    snapshot: SNAPSHOT,
    hits: found.slice((page - 1) * perPage, page * perPage)
      .map((article) => makeHit(article, text)),
    facets: Object.fromEntries(Object.keys(VALUES).map((facet) => {
      const answer = countFacet(facet, params);
      return [facet, { ...answer, values: answer.values.slice(0, limit) }];
    })),
    did_you_mean: text === 'đảgn' ? 'đảng' : null,
  };
}

/**
 * @param {string} facet
 * @param {URLSearchParams} params
 */
export function facetPage(facet, params) {
  const { values, ...rest } = countFacet(facet, params);
  const contains = foldMarks(params.get('contains') ?? '');
  const kept = values.filter(({ value }) => foldMarks(value).includes(contains));
  if (params.get('sort') === 'alpha') {
    kept.sort((one, other) => one.value.localeCompare(other.value, 'vi'));
  }
  const page = Number(params.get('page') ?? 1);
  const perPage = Number(params.get('per_page') ?? 20);
  return {
    facet, ...rest, matching: kept.length, page, per_page: perPage,
    values: kept.slice((page - 1) * perPage, page * perPage),
    snapshot: SNAPSHOT,
  };
}

/** @param {string} text */
export function suggest(text) {
  const folded = foldMarks(text.trim());
  if (folded.includes('xss')) {
    return { suggestions: [
      { type: HOSTILE, value: HOSTILE, label: HOSTILE, count: 1 },
    ] };
  }
  const last = folded.split(' ').slice(-2).join(' ');
  const provinces = [...new Set(ARTICLES.flatMap((one) => one.provinces))]
    .filter((value) => foldMarks(value).startsWith(last))
    .map((value) => ({
      type: 'province', value, label: value,
      count: ARTICLES.filter((one) => one.provinces.includes(value)).length,
    }));
  const titles = ARTICLES.filter((one) => foldMarks(one.title).includes(folded))
    .slice(0, 3).map((one) => ({
      type: 'title', value: one.title, label: one.title, count: 1, id: one.id,
    }));
  return { suggestions: [...provinces, ...titles] };
}

/**
 * @param {string} id
 * @param {string} text  What was searched for.
 */
export function articleById(id, text) {
  const article = ARTICLES.find((one) => one.id === id);
  return article ? {
    ...article, matches: matchesOf(article.text, text), snapshot: SNAPSHOT,
    cluster: clusterOf(article),
  } : null;
}

/**
 * Ranges of code points where all of the typed words stand together.
 *
 * @param {string} words
 * @param {string} typed
 */
function matchesOf(words, typed) {
  const characters = [...words].map(foldMarks);
  const wanted = [...foldMarks(typed.trim())];
  return wanted.length === 0 ? [] : characters
    .map((_, start) => ({ start, end: start + wanted.length }))
    .filter(({ start }) => wanted.every(
      (letter, index) => characters[start + index] === letter));
}

/** @param {string} text */
function matching(text) {
  const words = foldMarks(text).split(/\s+/).filter((word) => word !== '');
  return ARTICLES.filter((article) => {
    const all = foldMarks(`${article.title} ${article.text}`);
    const isHostile = article.host === HOSTILE;
    return isHostile === words.includes('xss')
      && words.every((word) => all.includes(word));
  });
}

/**
 * @param {object} article
 * @param {URLSearchParams} params
 * @param {string} [without]  A facet whose chosen values do not count.
 */
function passes(article, params, without) {
  return Object.entries(VALUES).every(([facet, valuesOf]) => {
    const values = valuesOf(article);
    const has = (wanted) => (wanted === 'none' ? values.length === 0
      : facet === 'year' ? values.some((year) => coversYear([wanted], Number(year)))
        : values.some((value) => foldMarks(value) === foldMarks(wanted)));
    const chosen = facet === without ? [] : params.getAll(facet);
    return (chosen.length === 0 || chosen.some(has))
      && !params.getAll(`not.${facet}`).some(has);
  });
}

/**
 * @param {string} facet
 * @param {URLSearchParams} params
 */
function countFacet(facet, params) {
  const passing = matching(params.get('q') ?? '')
    .filter((article) => passes(article, params, facet));
  const having = (has) => fold(passing.filter(has), params).length;
  const counts = new Map(passing.flatMap(VALUES[facet]).map((value) => [value,
    having((article) => VALUES[facet](article).includes(value))]));
  const missing = having((article) => VALUES[facet](article).length === 0);
  const chosen = params.getAll(facet);
  const values = [...counts].map(([value, count]) => ({
    value,
    count,
    selected: facet === 'year' ? coversYear(chosen, Number(value))
      : chosen.some((one) => foldMarks(one) === foldMarks(value)),
  })).sort((one, other) => other.count - one.count);
  return { values, distinct: values.length, missing };
}

/**
 * @param {object} article
 * @param {string} text
 */
function makeHit(article, text) {
  const body = article.text.slice(article.text.indexOf('Hội nghị nghe'));
  return {
    id: article.id, source: article.source, url: article.url, score: 14.2,
    title: mark(article.title, text),
    snippet: [{ text: '… ' }, ...mark(article.host === HOSTILE ? HOSTILE
      : body.slice(0, 190), text), { text: ' …' }],
    published: article.published, event_date: article.event_date,
    year: article.year, provinces: article.provinces,
    provinces_now: article.provinces_now, units: article.units,
    unit_level: article.unit_level, resolutions: article.resolutions,
    host: article.host, cluster: clusterOf(article),
  };
}

/**
 * Cuts `words` where the first typed word occurs. Folding keeps the length of
 * composed text, which the invented articles are.
 *
 * @param {string} words
 * @param {string} text
 */
function mark(words, text) {
  const typed = foldMarks(text.trim());
  const at = typed ? foldMarks(words).indexOf(typed) : -1;
  if (at < 0) return [{ text: words }];
  return [
    { text: words.slice(0, at) },
    { text: words.slice(at, at + typed.length), match: true },
    { text: words.slice(at + typed.length) },
  ].filter((segment) => segment.text !== '');
}
