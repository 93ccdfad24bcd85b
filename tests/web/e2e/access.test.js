// Reading conditions: widths, themes, paper, and the rules of WCAG 2.1 A/AA
// as far as axe-core can check them.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertAccessible } from '../support/accessible.js';
import { IS_REAL, settled, usePages } from '../support/page-fixture.js';

const { open, check } = usePages();
const QUERY = IS_REAL ? '/?q=đảng' : '/?q=bao ve&year=2018..2024&not.province=Hà Giang';
const PHONE = { viewport: { width: 390, height: 844 } };

async function openFirstArticle(page) {
  await page.locator('.hit__title a').first().click();
  await page.waitForSelector('.article__title');
}

for (const colorScheme of ['light', 'dark']) {
  test(`list, dialogs and article have no violations, ${colorScheme}`, async () => {
    const page = await open(QUERY, { colorScheme });
    await settled(page);
    await assertAccessible(page, 'list');
    await page.locator('.search-box__hint button').click();
    await assertAccessible(page, 'help');
    await page.keyboard.press('Escape');
    await page.locator('#query').pressSequentially(' q');
    await page.waitForTimeout(400);
    await assertAccessible(page, 'suggestions');
    await page.locator('#query').press('Escape');
    const more = page.locator('.facet__more').first();
    if (await more.count() > 0) {
      await more.click();
      await page.locator('dialog .facet-value').first().waitFor();
      await assertAccessible(page, 'facet dialog');
      await page.keyboard.press('Escape');
    }
    await openFirstArticle(page);
    for (const frame of await page.locator('.page-frame summary').all()) {
      await frame.click();
    }
    for (const places of await page.locator('.fact__places summary').all()) {
      await places.click();
    }
    await assertAccessible(page, 'article');
    await check(page);
  });
}

test('empty and error states have no violations', async () => {
  const page = await open('/?q=zzkhongcozz&year=2020');
  await settled(page);
  await assertAccessible(page, 'empty');
  await page.goto(new URL('/?doc=khong-co', page.url()).href);
  await page.waitForSelector('.notice--error');
  await assertAccessible(page, 'error');
  await check(page);
});

test('on a phone nothing runs out of the screen, and the panel is a drawer', async () => {
  const page = await open(QUERY, PHONE);
  await settled(page);
  const fits = () => page.evaluate(
    () => document.documentElement.scrollWidth <= window.innerWidth);
  assert.ok(await fits(), 'list');
  assert.ok(!await page.locator('#facet-groups').isVisible());
  await page.locator('.facet-panel__summary').click();
  assert.ok(await page.locator('#facet-groups').isVisible());
  assert.ok(await fits(), 'drawer');
  await assertAccessible(page, 'phone list');
  await page.locator('.facet-panel__show').click();
  assert.ok(!await page.locator('#facet-groups').isVisible());
  await openFirstArticle(page);
  assert.ok(await fits(), 'article');
  await assertAccessible(page, 'phone article');
  await check(page);
});

test('at twice the size on a desk nothing runs out of the screen', async () => {
  const page = await open(QUERY, { viewport: { width: 640, height: 450 } });
  await settled(page);
  assert.ok(await page.evaluate(
    () => document.documentElement.scrollWidth <= window.innerWidth));
  await page.setViewportSize({ width: 320, height: 600 });
  assert.ok(await page.evaluate(
    () => document.documentElement.scrollWidth <= window.innerWidth));
  await check(page);
});

test('the theme follows the system', async () => {
  const ground = (page) => page.evaluate(() => getComputedStyle(
    document.documentElement).backgroundColor);
  const light = await open('/', { colorScheme: 'light' });
  const dark = await open('/', { colorScheme: 'dark' });
  assert.equal(await ground(light), 'rgb(255, 255, 255)');
  assert.notEqual(await ground(dark), await ground(light));
  await check(light);
  await check(dark);
});

test('on paper there are words and facts, and no controls', async () => {
  const page = await open(QUERY);
  await settled(page);
  await openFirstArticle(page);
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['.search-box', '.article__actions',
    '.article-view__back']) {
    assert.ok(!await page.locator(hidden).isVisible(), hidden);
  }
  assert.ok(await page.locator('.article__title').isVisible());
  assert.ok(await page.locator('.facts').isVisible());
  await check(page);
});

test('every control of the list is reached by the keyboard', async () => {
  const page = await open(QUERY);
  await settled(page);
  const reached = new Set();
  await page.evaluate(() => document.activeElement.blur());
  for (let step = 0; step < 150; step += 1) {
    await page.keyboard.press('Tab');
    const key = await page.evaluate(() => {
      const node = document.activeElement;
      return node.id || node.getAttribute('data-key') || node.className;
    });
    if (reached.has(key) && key === 'skip-link') break;
    reached.add(key);
  }
  for (const key of ['skip-link', 'query', 'sort', 'era-now', 'year-apply']) {
    assert.ok(reached.has(key), key);
  }
  assert.ok([...reached].some((key) => key.startsWith('hit-')));
  assert.equal([...reached].filter((key) => /^year-\d/.test(key)).length, 1,
    'the bars are one stop');
  await check(page);
});
