// Rules that hold for every file of web/, checked on the files themselves.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { STRINGS } from '../../../web/js/strings.js';

const WEB = fileURLToPath(new URL('../../../web/', import.meta.url));
const FILES = readdirSync(WEB, { recursive: true })
  .filter((name) => /\.(js|css|html|svg)$/.test(name));
const read = (name) => readFileSync(join(WEB, name), 'utf8');
const SCRIPTS = FILES.filter((name) => name.endsWith('.js'));
const withoutComments = (code) => code.replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/^\s*\/\/.*$/gm, '');

/** The words of the page. */
const isWords = (name) => name.startsWith('js/strings/');

/** Families of keys that are put together at run time. */
const KEY_FAMILIES = /^(suggestion|via|sort|facet|chip|level|fact|mark|role|evidence|certainty|rule|refusal)\./;

const placeholders = (entry) => [...new Set(
  (typeof entry === 'string' ? [entry] : Object.values(entry))
    .flatMap((words) => words.match(/\{\w+\}/g) ?? []))].sort();

test('both languages have the same keys with the same values in them', () => {
  assert.deepEqual(Object.keys(STRINGS.en).sort(),
    Object.keys(STRINGS.vi).sort());
  for (const [key, entry] of Object.entries(STRINGS.vi)) {
    assert.deepEqual(placeholders(STRINGS.en[key]), placeholders(entry), key);
    assert.ok(entry !== '' && STRINGS.en[key] !== '', key);
  }
});

test('every key that is used exists, and every key is used', () => {
  const code = FILES.filter((name) => !isWords(name)).map(read)
    .join('\n');
  const asked = [...code.matchAll(/\btext\(\s*'([^']+)'|data-(?:text|label)="([^"]+)"/g)]
    .map((match) => match[1] ?? match[2]);
  for (const key of asked) assert.ok(key in STRINGS.vi, `no string ${key}`);
  for (const key of Object.keys(STRINGS.vi)) {
    assert.ok(KEY_FAMILIES.test(key) || code.includes(`'${key}'`)
      || code.includes(`"${key}"`), `string ${key} is never used`);
  }
});

test('words stand in strings/ and nowhere else', () => {
  // The query language itself is the same in both languages.
  const allowed = (name) => isWords(name)
    || name === 'js/components/help-dialog.js';
  for (const name of SCRIPTS.filter((one) => !allowed(one))) {
    const code = withoutComments(read(name)).replaceAll("'đ'", '');
    assert.doesNotMatch(code, /[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]/,
      name);
  }
});

test('index.html says what the Vietnamese table says', () => {
  const html = read('index.html');
  const texts = [...html.matchAll(/data-text="(\w+)"[^>]*>([^<]*)</g)];
  const labels = [...html.matchAll(/aria-label="([^"]*)"\s+data-label="(\w+)"/g)];
  assert.ok(texts.length >= 5 && labels.length >= 2);
  for (const [, key, words] of texts) assert.equal(words.trim(), STRINGS.vi[key]);
  for (const [, words, key] of labels) assert.equal(words, STRINGS.vi[key]);
});

test('nothing can turn text into markup or code', () => {
  const forbidden = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|setHTMLUnsafe|DOMParser|createContextualFragment|\beval\(|new Function|srcdoc/;
  for (const name of SCRIPTS) assert.doesNotMatch(read(name), forbidden, name);
  assert.doesNotMatch(read('index.html'), /\son\w+=|\sstyle=|<style|<script>/);
});

test('nothing is fetched from elsewhere', () => {
  for (const name of FILES) {
    const code = read(name).replace('http://www.w3.org/2000/svg', '');
    assert.doesNotMatch(code, /https?:\/\/[a-z]|@import|\burl\(/, name);
  }
});

test('every import names a file that is there, with its suffix', () => {
  for (const name of SCRIPTS) {
    for (const [, path] of read(name).matchAll(/from '([^']+)'/g)) {
      assert.match(path, /^\.{1,2}\/.*\.js$/, `${name}: ${path}`);
      assert.doesNotThrow(() => readFileSync(join(WEB, name, '..', path)),
        `${name}: ${path}`);
    }
  }
});

test('every stylesheet is linked, and every colour is a token', () => {
  const html = read('index.html');
  for (const name of FILES.filter((one) => one.endsWith('.css'))) {
    assert.ok(html.includes(`/${name}`), name);
    if (name === 'css/tokens.css') continue;
    assert.doesNotMatch(read(name), /#[0-9a-f]{3,8}\b(?![^{]*\{)/i, name);
    for (const [, token] of read(name).matchAll(/var\((--[\w-]+)/g)) {
      const isOwn = /^--(share|evidence-(paper|ink|line))$/.test(token);
      assert.ok(isOwn || read('css/tokens.css').includes(`${token}:`),
        `${name}: ${token}`);
    }
  }
});

test('files are named in kebab-case and stay readable', () => {
  for (const name of FILES) {
    assert.match(name.split('/').at(-1), /^[a-z0-9]+(-[a-z0-9]+)*\.\w+$/, name);
    assert.ok(read(name).split('\n').length <= 400, name);
    for (const line of read(name).split('\n')) {
      assert.ok([...line].length <= 100, `${name}: ${line}`);
    }
  }
});
