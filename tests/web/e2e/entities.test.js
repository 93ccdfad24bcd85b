// Cited documents and coverage: how they are reached, that their numbers are
// what the list has, and the way back.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertAccessible } from '../support/accessible.js';
import { IS_REAL, MOCK_ONLY, announcedTotal, settled, usePages }
  from '../support/page-fixture.js';

const { open, check } = usePages();
const PHONE = { viewport: { width: 390, height: 844 } };
const DOCUMENT = '/?cited=35-NQ/TW:2018';

const numberOf = (words) => Number(words.replace(/[.,](?=\d{3})/g, '')
  .match(/\d+/)[0]);

test('a cited document opens from the panel, and Back returns to it', async () => {
  const page = await open('/');
  await settled(page);
  const link = page.locator('[data-facet="resolution"] .cited-link').first();
  const key = await link.getAttribute('data-key');
  await link.click();
  await page.waitForSelector('.entity__title');
  assert.ok(new URL(page.url()).searchParams.get('cited'));
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
  assert.ok(!await page.locator('#list-view').isVisible());
  await page.goBack();
  await page.waitForSelector('.hit__title a');
  assert.equal(await page.evaluate(
    () => document.activeElement.getAttribute('data-key')), key);
  await check(page);
});

test('every kind of number leads to a list of just as many', async () => {
  const page = await open(DOCUMENT);
  await page.waitForSelector('.entity__title');
  const wanted = [page.locator('.entity__count a'),
    page.locator('.province-table__total a').nth(1),
    page.locator('.province-table__cell a').first(),
    page.locator('tbody tr').last().locator('td a').first()];
  for (const link of wanted) {
    await page.waitForSelector('.entity__title');
    const count = numberOf(await link.textContent());
    await link.click();
    await page.waitForSelector('#list-view:not([hidden])');
    assert.equal(await announcedTotal(page), count);
    await page.goBack();
    await page.waitForSelector('#cited-view:not([hidden]) .entity__title');
  }
  await check(page);
});

test('an article leads to the documents it cites, and back to itself', async () => {
  const page = await open('/?resolution=35-NQ/TW:2018');
  await settled(page);
  await page.locator('.hit__title a').first().click();
  await page.waitForSelector('.article__title');
  await page.locator('.fact .cited-link').first().click();
  await page.waitForSelector('#cited-view .entity__title');
  assert.equal(new URL(page.url()).searchParams.get('doc'), null);
  await page.goBack();
  await page.waitForSelector('#article-view:not([hidden]) .article__title');
  await check(page);
});

test('a document leads to its first article, which leads back', async () => {
  const page = await open(DOCUMENT);
  await page.waitForSelector('.entity__title');
  await page.locator('.terms a').first().click();
  await page.waitForSelector('#article-view:not([hidden]) .article__title');
  assert.match(await page.locator('#article-view .article-view__back').textContent(),
    /Về trang văn bản/);
  await page.locator('#article-view .article-view__back a').click();
  await page.waitForSelector('#cited-view:not([hidden]) .entity__title');
  await check(page);
});

test('facts, spellings and co-cited documents are told', MOCK_ONLY, async () => {
  const page = await open(DOCUMENT);
  await page.waitForSelector('.entity__title');
  assert.equal(await page.locator('.entity__title').textContent(),
    'Nghị quyết 35-NQ/TW (2018)');
  const words = await page.locator('.entity').textContent();
  for (const wanted of [/22\/10\/2018/, /Bộ Chính trị/, /XII/,
    /35-NQ–TW:2018/, /và 2 chỗ viết khác/, /05-CT\/TW \(2016\)/,
    /và 3 văn bản khác/]) assert.match(words, wanted);
  await check(page);
});

test('a document that nobody knows is an error with a way back', async () => {
  const page = await open('/?q=chi bộ&cited=không-có');
  await page.waitForSelector('.notice--error');
  await page.locator('#cited-view .article-view__back a').click();
  await page.waitForURL((url) => !url.searchParams.has('cited'));
  await settled(page);
  await check(page);
});

test('coverage counts what the list has, under its filters', async () => {
  // With copies, which coverage always counts.
  const page = await open(IS_REAL
    ? '/?q=chi bộ&year=2018..2023&collapse=false'
    : '/?q=chi bo&year=2018..2023&collapse=false');
  const total = await announcedTotal(page);
  await page.locator('.result-header__coverage').click();
  await page.waitForSelector('#coverage-view .entity__title');
  assert.equal(numberOf(await page.locator('.entity__count').textContent()),
    total);
  const cell = page.locator('.province-table__cell a').first();
  const count = numberOf(await cell.textContent());
  await cell.click();
  await page.waitForSelector('#list-view:not([hidden])');
  assert.equal(await announcedTotal(page), count);
  await page.goBack();
  await page.waitForSelector('#coverage-view:not([hidden]) .entity__title');
  const host = page.locator('.host-table tbody tr').first();
  const own = numberOf(await host.locator('td').first().textContent());
  await host.locator('a').click();
  await page.waitForSelector('#list-view:not([hidden])');
  assert.equal(await announcedTotal(page), own);
  await check(page);
});

test('numbers that no filter can say are no links', MOCK_ONLY, async () => {
  const page = await open('/?view=coverage&province=Cà Mau');
  await page.waitForSelector('.province-table');
  const rows = page.locator('.province-table tbody tr');
  assert.equal(await rows.count(), 2);
  assert.ok(await rows.nth(1).locator('a').count() > 0);
  await check(page);
});

test('the table is one stop of Tab, and arrows move in it', async () => {
  const page = await open('/?view=coverage');
  await page.waitForSelector('.province-table');
  assert.equal(await page.locator('.province-table td a[tabindex="0"]').count(),
    1);
  await page.locator('.province-table td a').first().focus();
  await page.keyboard.press('ArrowDown');
  const place = () => page.evaluate(() => {
    const cell = document.activeElement.closest('td');
    return [cell.parentElement.rowIndex, cell.cellIndex];
  });
  assert.deepEqual(await place(), [2, 1]);
  await page.keyboard.press('ArrowRight');
  const [row, column] = await place();
  assert.equal(row, 2);
  assert.ok(column > 1);
  assert.equal(await page.locator('.province-table td a[tabindex="0"]').count(),
    1);
  await check(page);
});

test('the switch of eras stays in the address', async () => {
  const page = await open('/?view=coverage');
  await page.waitForSelector('.province-table');
  await page.locator('#coverage-view [data-key="era-now"]').click();
  await page.waitForURL((url) => url.searchParams.get('era') === 'now');
  await page.waitForSelector(
    '#coverage-view [data-key="era-now"][aria-current="true"]');
  await page.goBack();
  await page.waitForSelector(
    '#coverage-view [data-key="era-old"][aria-current="true"]');
  await check(page);
});

test('English words are there', async () => {
  const page = await open(`${DOCUMENT}&lang=en`);
  await page.waitForSelector('.entity__title');
  assert.match(await page.locator('.entity').textContent(),
    /Articles by province and year/);
  await page.goto(new URL('/?view=coverage&lang=en', page.url()).href);
  await page.waitForSelector('.province-table');
  assert.match(await page.locator('.entity').textContent(), /By source/);
  await check(page);
});

test('hostile text is only text', MOCK_ONLY, async () => {
  const page = await open('/?q=xss');
  await settled(page);
  await page.locator('[data-facet="resolution"] .cited-link').first().click();
  await page.waitForSelector('.entity__title');
  await page.goto(new URL('/?q=xss&view=coverage', page.url()).href);
  await page.waitForSelector('.province-table');
  await check(page);
});

for (const colorScheme of ['light', 'dark']) {
  test(`documents and coverage have no violations, ${colorScheme}`, async () => {
    for (const path of [DOCUMENT, '/?view=coverage']) {
      const page = await open(path, { colorScheme });
      await page.waitForSelector('.province-table');
      await assertAccessible(page, path);
      await check(page);
    }
  });
}

test('on a phone only the table scrolls sideways', async () => {
  for (const path of [DOCUMENT, '/?view=coverage']) {
    const page = await open(path, PHONE);
    await page.waitForSelector('.province-table');
    assert.ok(await page.evaluate(
      () => document.documentElement.scrollWidth <= window.innerWidth), path);
    await assertAccessible(page, path);
    await check(page);
  }
});

test('on paper the tables stay', async () => {
  const page = await open('/?view=coverage');
  await page.waitForSelector('.province-table');
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('.province-table__table').isVisible());
  assert.ok(!await page.locator('#coverage-view .article-view__back')
    .isVisible());
  await check(page);
});
