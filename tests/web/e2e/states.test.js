import assert from 'node:assert/strict';
import { test } from 'node:test';

import { HOSTILE } from '../support/mock-corpus.js';
import { MOCK_ONLY, announcedTotal, settled, usePages,
} from '../support/page-fixture.js';

const { open, check } = usePages();

test('no hits: what was searched, which filters hold, ways out', async () => {
  const page = await open('/?q=zzkhongcozz&year=2020&province=Cà Mau');
  await settled(page);
  const notice = await page.locator('.notice').textContent();
  assert.match(notice, /Không tìm thấy/);
  assert.match(notice, /zzkhongcozz/);
  assert.match(notice, /Tỉnh\/thành: Cà Mau; Năm: 2020/);
  assert.equal(await page.locator('#live-region').textContent(),
    'Không tìm thấy bài viết nào');
  await page.locator('.notice__ways a').first().click();
  await page.waitForURL((url) => !url.searchParams.has('province'));
  await settled(page);
  assert.equal(await page.locator('.notice__ways a').count(), 1);
  await check(page);
});

test('a page beyond the last one says so', async () => {
  const page = await open('/?page=500');
  await settled(page);
  assert.match(await page.locator('#notice').textContent(), /Trang 500 không có/);
  await check(page);
});

test('a refused search shows the title and the detail of the problem', MOCK_ONLY, async () => {
  const page = await open('/?q=loi-400');
  await settled(page);
  const notice = await page.locator('.notice--error').textContent();
  assert.match(notice, /Tham số không hợp lệ/);
  assert.match(notice, /phải từ 1 đến 100/);
  assert.equal(await page.locator('.notice button').count(), 0);
  await check(page);
});

test('a busy server is told with the time to wait, and can be asked again', MOCK_ONLY, async () => {
  const page = await open('/?q=loi-503');
  await settled(page);
  assert.match(await page.locator('.notice--error').textContent(),
    /Nên thử lại sau 5 giây/);
  await page.route('**/api/v1/search?*', (route) => route.continue({
    url: route.request().url().replace('loi-503', 'chi'),
  }));
  await page.locator('.notice button').click();
  await page.waitForSelector('.hit');
  await check(page);
});

test('a lost connection is told and can be tried again', MOCK_ONLY, async () => {
  const page = await open('/?q=mat-mang');
  await settled(page);
  assert.match(await page.locator('.notice--error').textContent(),
    /Không kết nối được/);
  await page.fill('#query', 'chi bộ');
  await page.press('#query', 'Enter');
  await page.waitForSelector('.hit');
  assert.equal(await page.locator('.notice').count(), 0);
  await check(page);
});

test('while loading the list is busy and keeps its place', MOCK_ONLY, async () => {
  const page = await open('/?q=chi bộ');
  await settled(page);
  await page.fill('#query', 'cham');
  await page.press('#query', 'Enter');
  await page.waitForFunction(() => document.getElementById('results-body')
    .getAttribute('aria-busy') === 'true');
  assert.ok(await page.locator('.hit').count() > 0);
  await settled(page);
  assert.equal(await page.locator('.hit').count(), 0);
  await check(page);
});

test('hostile text stays text in the list, the panel and the chips', MOCK_ONLY, async () => {
  const page = await open(`/?q=xss&not.unit_level=${encodeURIComponent(
    `${HOSTILE}2`)}`);
  assert.equal(await announcedTotal(page), 1);
  assert.match(await page.locator('.hit__title').textContent(), /<script>/);
  assert.match(await page.locator('.hit__snippet').textContent(), /<img/);
  assert.equal(await page.locator('.hit a[target]').count(), 0,
    'a javascript: address became a link');
  await page.locator('[data-facet="unit"] input').check();
  await page.waitForURL(/unit=/);
  await settled(page);
  assert.match(await page.locator('.filter-chips').textContent(), /<img src=x/);
  await page.locator('#query').fill('xss ');
  await page.waitForSelector('#suggestions [role="option"]');
  assert.equal(await page.locator('main img, main script, form img').count(), 0);
  await check(page);
});

test('hostile text stays text in the article and its facts', MOCK_ONLY, async () => {
  const page = await open('/?q=xss');
  await page.locator('.hit__title a').click();
  await page.waitForSelector('.article__title');
  await page.locator('button.fact__value').first().click();
  assert.match(await page.locator('.article').textContent(), /<script>/);
  assert.equal(await page.locator('.article a:not([data-page-link])').count(),
    0);
  assert.equal(await page.locator('main img, main script').count(), 0);
  await check(page);
});

test('hostile words in the address stay words', async () => {
  const words = encodeURIComponent(HOSTILE);
  const page = await open(`/?q=${words}&province=${words}&year=${words}`
    + `&sort=${words}&page=${words}&lang=${words}&from=${words}`);
  await settled(page);
  assert.equal(await page.locator('main img, main script').count(), 0);
  assert.equal(await page.inputValue('#query'), HOSTILE);
  await check(page);
});
