// Every rule that the extractor gives as a reason has words on the page.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { STRINGS } from '../../../web/js/strings.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const sources = (folder) => readdirSync(join(ROOT, folder))
  .filter((name) => name.endsWith('.cc'))
  .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')).join('\n');
const all = (code, pattern) => [...code.matchAll(pattern)].map(([, one]) => one);

const extractor = sources('indexer/extract');
const citations = sources('common/domain');

const RULES = new Set([
  ...all(extractor, /"((?:published|event_date|year|province|unit|host)\.[a-z-]+)"/g),
  ...all(citations, /(?:Outcome|Found)\([^"]*?"([a-z+-]+)"/g)
    .map((rule) => `resolution.${rule}`),
  ...all(citations, /\brule = "([a-z+-]+)"/g)
    .map((rule) => `resolution.${rule}`),
  ...all(readFileSync(join(ROOT, 'indexer/extract/unit_part.cc'), 'utf8'),
    /return "([a-z]+)";/g).map((part) => `unit.${part}`),
]);

test('every rule has words in both languages', () => {
  assert.ok(RULES.size > 40, `${RULES.size} rules found`);
  for (const rule of RULES) {
    assert.ok(`rule.${rule}` in STRINGS.vi, `no words for rule ${rule}`);
  }
});
