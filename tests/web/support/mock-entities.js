// Cited documents and coverage of the invented articles.

import { ARTICLES } from './mock-corpus.js';
import { SNAPSHOT, matchingAll } from './mock-search.js';

const KNOWN = {
  '35-NQ/TW:2018': {
    kind: 'NQ', kind_name: 'Nghị quyết', issuer: 'Bộ Chính trị', term: 'XII',
    date: '2018-10-22', title: 'tăng cường bảo vệ nền tảng tư tưởng của Đảng',
    names: ['NQ35'], verified: true,
  },
  '05-CT/TW:2016': {
    kind: 'CT', kind_name: 'Chỉ thị', issuer: 'Bộ Chính trị', term: 'XII',
    date: '2016-05-15', title: 'đẩy mạnh học tập và làm theo', names: [],
    verified: true,
  },
};

/**
 * @param {string} id
 * @returns {object}
 */
function factsOf(id) {
  const [symbol, year] = id.split(':');
  const known = KNOWN[id];
  return {
    id, type: year ? 'document' : 'symbol', symbol: symbol.includes('/')
      ? symbol : null,
    year: year ? Number(year) : null, kind: null, kind_name: null,
    issuer: null, term: null, date: null, title: null, known: Boolean(known),
    verified: false, ...known, names: undefined,
  };
}

/**
 * @param {object[]} articles
 * @param {'provinces' | 'provinces_now'} field
 */
function tableOf(articles, field) {
  const years = new Map();
  const rows = new Map();
  const none = { count: 0, years: {}, no_year: 0 };
  let noYear = 0;
  for (const { year, [field]: provinces } of articles) {
    if (year === null) noYear += 1;
    else years.set(String(year), (years.get(String(year)) ?? 0) + 1);
    const own = provinces.map((value) => {
      if (!rows.has(value)) {
        rows.set(value, { value, count: 0, years: {}, no_year: 0 });
      }
      return rows.get(value);
    });
    for (const row of own.length > 0 ? own : [none]) {
      row.count += 1;
      if (year === null) row.no_year += 1;
      else row.years[year] = (row.years[year] ?? 0) + 1;
    }
  }
  return {
    years: [...years].sort().map(([value, count]) => ({ value, count })),
    no_year: noYear,
    rows: [...rows.values()]
      .sort((one, other) => one.value.localeCompare(other.value, 'vi')),
    no_province: none,
  };
}

/** @param {object[]} articles */
function tablesOf(articles) {
  return {
    province: tableOf(articles, 'provinces'),
    province_now: tableOf(articles, 'provinces_now'),
  };
}

/**
 * @param {string} id
 * @returns {object | null}  Null if nobody cites it.
 */
export function citedDocument(id) {
  const citing = ARTICLES.filter((one) => one.resolutions.includes(id));
  if (citing.length === 0) return null;
  const dated = citing.filter(({ published }) => published)
    .sort((one, other) => one.published.localeCompare(other.published));
  const point = (article) => (article ? {
    date: article.published, id: article.id, title: article.title,
  } : null);
  return {
    ...factsOf(id),
    names: KNOWN[id]?.names ?? [],
    articles: citing.length,
    undated: citing.length - dated.length,
    first_citation: point(dated[0]),
    latest_citation: point(dated.at(-1)),
    spellings: [
      { text: `văn bản ${id.split(':')[0]}`, count: citing.length },
      { text: id.replace('/', '–'), count: 1 },
    ],
    other_spellings: 2,
    tables: tablesOf(citing),
    cited_with: Object.keys(KNOWN).filter((other) => other !== id)
      .map((other) => ({ ...factsOf(other), articles: 3 })),
    cited_with_distinct: 4,
    meanings: [],
    plenum: null,
    snapshot: SNAPSHOT,
  };
}

/** @param {URLSearchParams} params */
export function coverage(params) {
  const found = matchingAll(params);
  const days = found.map(({ published }) => published)
    .filter((day) => /^\d/.test(day ?? '')).sort();
  const hosts = [...new Set(found.map(({ host }) => host))]
    .map((host) => [host, found.filter((one) => one.host === host)]);
  return {
    query: { text: params.get('q') ?? '', notes: [] },
    total: found.length,
    first_date: days[0] ?? null,
    last_date: days.at(-1) ?? null,
    undated: found.length - days.length,
    missing: {
      province: found.filter(({ provinces }) => provinces.length === 0).length,
      province_now: found
        .filter((one) => one.provinces_now.length === 0).length,
      unit: 0, unit_level: 0,
      year: found.filter(({ year }) => year === null).length,
      resolution: found.filter((one) => one.resolutions.length === 0).length,
      host: 0,
    },
    tables: tablesOf(found),
    hosts: {
      values: hosts.map(([value, own]) => ({
        value, count: own.length, first_date: own[0].published,
        last_date: own.at(-1).published,
      })),
      distinct: hosts.length, missing: 0,
    },
    snapshot: SNAPSHOT,
  };
}
