import assert from 'node:assert/strict';
import { test } from 'node:test';

import { IS_REAL, MOCK_ONLY, settled, usePages } from '../support/page-fixture.js';

const { open, check } = usePages();

test('an article opens from the list, and Back returns to the same place', async () => {
  const page = await open('/');
  await settled(page);
  const hits = page.locator('.hit__title a');
  const last = hits.nth(await hits.count() - 1);
  await last.scrollIntoViewIfNeeded();
  await page.waitForTimeout(250);
  const scrollY = await page.evaluate(() => window.scrollY);
  const title = (await last.textContent()).trim();
  await last.click();
  await page.waitForSelector('.article__title');
  const shown = await page.locator('.article__title').evaluate((node) => {
    const copy = node.cloneNode(true);
    for (const label of copy.querySelectorAll('.evidence__label')) label.remove();
    return copy.textContent.replace(/\s+/g, ' ').trim();
  });
  assert.equal(shown, title.replace(/\s+/g, ' '));
  assert.ok((await page.title()).startsWith(title.slice(0, 10)));
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
  await page.goBack();
  await page.waitForSelector('.hit__title a');
  assert.ok(Math.abs(await page.evaluate(() => window.scrollY) - scrollY) <= 2);
  assert.equal(await page.evaluate(
    () => document.activeElement.textContent.trim()), title);
  await page.goForward();
  await page.waitForSelector('.article__title');
  await check(page);
});

test('a fact leads to its evidence in the text', async () => {
  const page = await open('/');
  await settled(page);
  await page.locator('.hit__title a').first().click();
  await page.waitForSelector('.article__title');
  const facts = page.locator('button.fact__value');
  if (IS_REAL && await facts.count() === 0) {
    await check(page);
    return;
  }
  for (let index = 0; index < await facts.count(); index += 1) {
    await facts.nth(index).click();
    assert.ok(await page.locator('.evidence--active').count() > 0);
    const focused = page.locator('.evidence:focus');
    assert.equal(await focused.count(), 1);
    assert.ok(await focused.isVisible());
    assert.ok(await focused.evaluate((node) => {
      const { top, bottom } = node.getBoundingClientRect();
      return bottom > 0 && top < window.innerHeight;
    }));
    assert.ok(await focused.getAttribute('title'));
  }
  await check(page);
});

test('marks lie on exactly the words that the API names', MOCK_ONLY, async () => {
  const page = await open('/?doc=a0021');
  await page.waitForSelector('.article__title');
  // An emoji stands before this one: code points are not UTF-16 units.
  const words = await page.locator('.block--lead .evidence--province')
    .evaluate((node) => node.lastChild.textContent);
  assert.match(words, /^tỉnh \S+/);
  assert.equal(await page.locator('.block--lead .evidence__label').textContent(),
    'Tỉnh');
  await check(page);
});

test('evidence in the frame of the page opens the frame', MOCK_ONLY, async () => {
  const page = await open('/?doc=a0021');
  await page.waitForSelector('.article__title');
  assert.equal(await page.locator('.page-frame').first().getAttribute('open'),
    null);
  await page.locator('.fact:has-text("Bạc Liêu") summary').first().click();
  await page.getByRole('button', { name: 'TỈNH BẠC LIÊU', exact: false })
    .first().click();
  assert.notEqual(await page.locator('.page-frame').first().getAttribute('open'),
    null);
  assert.ok(await page.locator('.page-frame .evidence--active').isVisible());
  await check(page);
});

test('evidence outside the text is told in words', MOCK_ONLY, async () => {
  const page = await open('/?doc=a0021');
  await page.waitForSelector('.article__title');
  const facts = await page.locator('.facts').textContent();
  assert.match(facts, /Suy ra từ Ngày đăng/);
  assert.match(facts, /Địa chỉ của trang: bao1\.example\.vn/);
  assert.match(facts, /đứng sau “tỉnh”.* · chắc chắn cao/);
  assert.equal(await page.locator('.fact__rule').first().getAttribute('title'),
    'published.stamp');
  await check(page);
});

test('a link from outside opens the article, and the list after it', MOCK_ONLY, async () => {
  const page = await open('/?q=chi bộ&doc=a0003');
  await page.waitForSelector('.article__title');
  await page.locator('.article-view__back a').click();
  await page.waitForURL((url) => !url.searchParams.has('doc'));
  await settled(page);
  assert.ok(await page.locator('.hit').count() > 0);
  await check(page);
});

test('the link of an article can be copied', MOCK_ONLY, async () => {
  const page = await open('/?q=chi bộ&doc=a0003', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.waitForSelector('.article__title');
  await page.getByRole('button', { name: 'Chép liên kết' }).click();
  await page.getByText('Đã chép liên kết').waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()),
    /\/\?doc=a0003$/);
  await check(page);
});

test('an article that is not there is an error with the server\'s words', async () => {
  const page = await open('/?doc=khong-co-bai-nay');
  await page.waitForSelector('.notice--error');
  assert.match(await page.locator('.notice').textContent(),
    /Không mở được bài viết/);
  assert.ok(await page.locator('.article-view__back a').isVisible());
  await check(page);
});
