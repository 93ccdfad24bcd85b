import assert from 'node:assert/strict';
import { test } from 'node:test';

import { IS_REAL, MOCK_ONLY, settled, usePages } from '../support/page-fixture.js';

const { open, check } = usePages();
const TYPED = IS_REAL ? 'qu' : 'quang';

test('a suggestion is chosen by the arrows and taken by Enter', MOCK_ONLY, async () => {
  const page = await open('/');
  await settled(page);
  await page.keyboard.press('/');
  await page.keyboard.type('chuyển đổi quang t');
  const input = page.locator('#query');
  await page.waitForSelector('#suggestions [role="option"]');
  assert.equal(await input.getAttribute('aria-expanded'), 'true');
  await input.press('ArrowDown');
  const active = await input.getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'),
    'true');
  await input.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('province') === 'Quảng Trị'
    && url.searchParams.get('q') === 'chuyển đổi');
  await check(page);
});

test('arrows go round by way of the typed words, Escape closes', async () => {
  const page = await open('/');
  await settled(page);
  const input = page.locator('#query');
  await input.pressSequentially(TYPED);
  await page.waitForSelector('#suggestions [role="option"]');
  await input.press('ArrowUp');
  const options = await page.locator('#suggestions [role="option"]').count();
  assert.equal(await input.getAttribute('aria-activedescendant'),
    `suggestion-${options - 1}`);
  await input.press('ArrowDown');
  assert.equal(await input.getAttribute('aria-activedescendant'), null);
  await input.press('Escape');
  assert.equal(await input.getAttribute('aria-expanded'), 'false');
  assert.equal(await input.inputValue(), TYPED);
  await check(page);
});

test('an article can be opened from its suggestion by a click', MOCK_ONLY, async () => {
  const page = await open('/');
  await settled(page);
  await page.locator('#query').pressSequentially('quang');
  await page.locator('#suggestions [role="option"]', { hasText: 'bài viết' })
    .first().click();
  await page.waitForURL(/doc=/);
  await page.waitForSelector('.article__title');
  await check(page);
});

test('the box can be cleared, and help opens and closes', async () => {
  const page = await open('/');
  await page.fill('#query', 'abc');
  await page.locator('.search-box__clear').click();
  assert.equal(await page.inputValue('#query'), '');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'query');
  await page.locator('.search-box__hint button').click();
  assert.ok(await page.locator('dialog.help-dialog').isVisible());
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog', { state: 'detached' });
  await check(page);
});
