// The words of the page in the language that it speaks. They are kept by
// language and view in strings/: `{name}` stands for a value given by the
// caller; an entry with `one` and `other` chooses by `count`.

import { ARTICLE as VI_ARTICLE } from './strings/vi-article.js';
import { ENTITIES as VI_ENTITIES } from './strings/vi-entities.js';
import { LIST as VI_LIST } from './strings/vi-list.js';
import { ARTICLE as EN_ARTICLE } from './strings/en-article.js';
import { ENTITIES as EN_ENTITIES } from './strings/en-entities.js';
import { LIST as EN_LIST } from './strings/en-list.js';

/** @type {Record<string, Record<string, string | {one: string, other: string}>>} */
export const STRINGS = {
  vi: { ...VI_LIST, ...VI_ARTICLE, ...VI_ENTITIES },
  en: { ...EN_LIST, ...EN_ARTICLE, ...EN_ENTITIES },
};

let language = 'vi';

/** @param {'vi' | 'en'} chosen */
export function useLanguage(chosen) {
  language = chosen;
}

/** @returns {'vi' | 'en'} */
export function currentLanguage() {
  return language;
}

/**
 * @param {string} key
 * @returns {boolean}
 */
export function hasText(key) {
  return Object.hasOwn(STRINGS[language], key);
}

/**
 * The words for `key` in the language of the page.
 *
 * @param {string} key
 * @param {Record<string, string | number>} values  `plural`, if given, is the
 *     number that decides between `one` and `other`.
 * @returns {string}
 * @throws {Error} if there is no such key: a fault of the page itself.
 */
export function text(key, values = {}) {
  if (!hasText(key)) throw new Error(`no string "${key}" in "${language}"`);
  const entry = STRINGS[language][key];
  const pattern = typeof entry === 'string' ? entry
    : entry[new Intl.PluralRules(language).select(values.plural) === 'one'
      ? 'one' : 'other'];
  return pattern.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}
