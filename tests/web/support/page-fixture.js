// A browser on a served page, for the end-to-end tests. Every page is
// watched: a request to another host, a breach of the content security policy
// or an uncaught error fails the test that caused it.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before } from 'node:test';

import { chromium } from 'playwright-core';

import { startMockServer } from '../mock-server.mjs';

/** Whether the tests run against a real server. */
export const IS_REAL = Boolean(process.env.TRACUU_URL);

/** For tests that need what only the mock server says. */
export const MOCK_ONLY = { skip: IS_REAL && 'needs the mock server' };

const BROWSERS = [process.env.TRACUU_BROWSER, '/usr/bin/chromium',
  '/usr/bin/google-chrome'];
const TIMEOUT_MS = 10_000;

/**
 * Starts browser and server around the tests of a file.
 *
 * @returns {{open: (path: string, options?: object) =>
 *            Promise<import('playwright-core').Page>,
 *            check: (page: import('playwright-core').Page) => Promise<void>}}
 */
export function usePages() {
  let browser = null;
  let server = null;
  const faults = new Map();

  before(async () => {
    server = IS_REAL ? { url: process.env.TRACUU_URL.replace(/\/$/, ''),
      close: async () => {} } : await startMockServer();
    browser = await chromium.launch({
      executablePath: BROWSERS.find((path) => path && existsSync(path)),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking',
        '--disable-component-update', '--disable-sync'],
    });
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const open = async (path, { init, ...options } = {}) => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(TIMEOUT_MS);
    if (init) await init(page);
    faults.set(page, watch(page, server.url));
    await page.goto(server.url + path);
    return page;
  };
  const check = async (page) => {
    assert.equal(await page.evaluate(() => window.hacked), undefined,
      'text of an article ran as code');
    assert.deepEqual(faults.get(page), []);
    await page.context().close();
  };
  return { open, check };
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} origin
 * @returns {string[]}  Filled with what goes wrong.
 */
function watch(page, origin) {
  const faults = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) {
      faults.push(`request to ${url}`);
    }
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // Failed requests are part of some tests and are shown on the page.
    const isNetwork = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isNetwork) faults.push(message.text());
  });
  return faults;
}

/**
 * Waits until the list of hits is that of the address.
 *
 * @param {import('playwright-core').Page} page
 */
export async function settled(page) {
  await page.waitForFunction(() => document.getElementById('results-body')
    .getAttribute('aria-busy') === 'false');
}

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<number>}  The total that the head of the list announces.
 */
export async function announcedTotal(page) {
  await settled(page);
  const heading = await page.locator('#results-heading').textContent();
  return Number(heading.replace(/[.,](?=\d{3})/g, '').match(/\d+/)?.[0]);
}
