import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertAccessible } from '../support/accessible.js';
import { MOCK_ONLY, announcedTotal, settled, usePages,
} from '../support/page-fixture.js';

const { open, check } = usePages();

const FIRST = '.hit:has([data-key="hit-a0003"])';

test('a hit lists its copies, the earliest of which stands for all', MOCK_ONLY, async () => {
  const page = await open('/?per_page=100');
  await settled(page);
  for (const id of ['a0016', 'a0030']) {
    assert.equal(await page.locator(`[data-key="hit-${id}"]`).count(), 0);
  }
  const hit = page.locator(FIRST);
  const summary = hit.locator('.copies > summary');
  assert.equal(await summary.textContent(), 'và 2 bản đăng khác');
  assert.equal(await page.locator('.copies').count(), 1);
  await summary.focus();
  await page.keyboard.press('Enter');
  const items = hit.locator('.copies__items li');
  await items.first().waitFor();
  assert.equal(await items.count(), 2);
  assert.match(await hit.locator('.copies__list').textContent(),
    /bản đăng sớm nhất/);
  await assertAccessible(page, 'copies');
  await items.first().locator('a').click();
  await page.waitForURL(/doc=a0016/);
  await check(page);
});

test('an article lists the other places where it stands', MOCK_ONLY, async () => {
  const page = await open('/?doc=a0030&lang=en');
  const items = page.locator('.article .copies__items li');
  await items.first().waitFor();
  assert.equal(await items.count(), 2);
  assert.match(await items.first().textContent(), /the earliest/);
  assert.equal(await page.locator('.copies > summary').textContent(),
    'and 2 other copies');
  await assertAccessible(page, 'copies');
  await check(page);
});

test('a switch unfolds all copies, and counts follow it', MOCK_ONLY, async () => {
  const page = await open('/?per_page=100');
  const folded = await announcedTotal(page);
  const box = page.locator('[data-key="collapse"]');
  assert.ok(await box.isChecked());
  await box.uncheck();
  await page.waitForURL(/collapse=false/);
  await settled(page);
  assert.equal(await announcedTotal(page), folded + 2);
  assert.equal(await page.locator('[data-key="hit-a0016"]').count(), 1);
  assert.equal(await page.evaluate(
    () => document.activeElement.getAttribute('data-key')), 'collapse');
  for (const facet of ['host', 'year']) {
    const value = page.locator(`[data-facet="${facet}"] .facet-value`).first();
    if (await value.count() === 0) continue;
    const announced = Number((await value.locator('[aria-hidden]').textContent())
      .replaceAll('.', ''));
    await value.locator('input').check();
    await page.waitForURL(new RegExp(`[?&]${facet}=`));
    assert.equal(await announcedTotal(page), announced);
    await page.goBack();
    await settled(page);
  }
  await page.goBack();
  await settled(page);
  assert.equal(await announcedTotal(page), folded);
  await check(page);
});

test('a list of copies that does not come can be asked for again', MOCK_ONLY, async () => {
  let broken = true;
  const page = await open('/?per_page=100', {
    init: (one) => one.route('**/cluster', (route) => (broken ? route.abort()
      : route.continue())),
  });
  await settled(page);
  const summary = page.locator(`${FIRST} .copies > summary`);
  await summary.click();
  await page.locator('.copies [role="alert"]').waitFor();
  broken = false;
  await summary.click();
  await summary.click();
  await page.locator('.copies__items li').first().waitFor();
  await check(page);
});

test('tables that count copies lead to lists with copies', MOCK_ONLY, async () => {
  const page = await open('/?view=coverage');
  const link = page.locator('.host-table a').first();
  await link.waitFor();
  assert.match(await link.getAttribute('href'), /collapse=false/);
  await check(page);
});
