import assert from 'node:assert/strict';
import { test } from 'node:test';

import { IS_REAL, MOCK_ONLY, announcedTotal, settled, usePages,
} from '../support/page-fixture.js';

const { open, check } = usePages();
const QUERY = IS_REAL ? process.env.TRACUU_QUERY ?? 'chi bộ' : 'chi bộ';

test('a search by the form shows hits, a total and its own address', async () => {
  const page = await open('/');
  await settled(page);
  await page.fill('#query', QUERY);
  await page.press('#query', 'Enter');
  await page.waitForURL(/\?q=/);
  const total = await announcedTotal(page);
  assert.ok(total > 0);
  assert.equal(await page.locator('.hit').count(), Math.min(total, 10));
  assert.match(await page.title(), new RegExp(`^${QUERY} – `));
  assert.match(await page.locator('#live-region').textContent(),
    new RegExp(String(total).slice(0, 2)));
  assert.equal(await page.evaluate(() => document.activeElement.id),
    'results-heading');
  await check(page);
});

test('the form works as a plain link too', async () => {
  const page = await open(`/?q=${encodeURIComponent(QUERY)}`);
  assert.ok(await announcedTotal(page) > 0);
  assert.equal(await page.inputValue('#query'), QUERY);
  await check(page);
});

test('a tick on a value gives as many articles as it announced', async () => {
  const page = await open(`/?q=${encodeURIComponent(QUERY)}`);
  for (const facet of ['province', 'unit_level', 'resolution']) {
    await settled(page);
    const row = page.locator(`[data-facet="${facet}"] .facet-value`).first();
    if (await row.count() === 0) continue;
    const announced = Number((await row.locator('[aria-hidden]').textContent())
      .replaceAll('.', ''));
    await row.locator('input').check();
    await page.waitForURL(new RegExp(`[?&]${facet}=`));
    assert.equal(await announcedTotal(page), announced, facet);
    const focused = await page.evaluate(
      () => document.activeElement.getAttribute('data-key'));
    assert.match(focused ?? '', new RegExp(`^tick-${facet}-`));
  }
  await check(page);
});

test('several values of a facet are added up, and a chip takes one away', async () => {
  const page = await open(`/?q=${encodeURIComponent(QUERY)}`);
  await settled(page);
  const all = await announcedTotal(page);
  const boxes = page.locator('[data-facet="province"] input');
  await boxes.nth(0).check();
  await page.waitForURL(/province=/);
  const one = await announcedTotal(page);
  await page.locator('[data-facet="province"] input:not(:checked)').first()
    .click();
  await page.waitForURL(/province=.*province=/);
  const two = await announcedTotal(page);
  assert.ok(two > one && two <= all);
  assert.equal(await page.locator('.chip').count(), 2);
  await page.locator('.chip').nth(1).click();
  await page.waitForURL((url) => url.searchParams.getAll('province').length === 1);
  assert.equal(await announcedTotal(page), one);
  assert.match(await page.evaluate(() => document.activeElement.className),
    /chip/);
  await page.locator('.filter-chips__clear').click();
  await page.waitForURL((url) => !url.searchParams.has('province'));
  assert.equal(await announcedTotal(page), all);
  await check(page);
});

test('an excluded value is left out and can be taken back', async () => {
  const page = await open(`/?q=${encodeURIComponent(QUERY)}`);
  const all = await announcedTotal(page);
  const exclude = page.locator('[data-facet="province"] .facet-value__exclude')
    .first();
  await exclude.click();
  await page.waitForURL(/not\.province=/);
  assert.ok(await announcedTotal(page) < all);
  await page.locator('.facet-value--excluded button').click();
  await page.waitForURL((url) => !url.searchParams.has('not.province'));
  assert.equal(await announcedTotal(page), all);
  await check(page);
});

test('years are chosen by click, by dragging, by keys and by the boxes', async () => {
  const page = await open('/');
  await settled(page);
  const bars = page.locator('.year-chart__bar:has(:not([data-empty]))');
  const label = await bars.last().getAttribute('aria-label');
  await bars.last().click();
  await page.waitForURL(/[?&]year=\d{4}(&|$)/);
  assert.equal(await announcedTotal(page),
    Number(label.split(': ')[1].replaceAll('.', '').match(/\d+/)[0]));

  const all = page.locator('.year-chart__bar');
  const years = await all.evaluateAll((nodes) => nodes.map(
    (node) => node.dataset.year));
  if (years.length < 3) {
    await check(page);
    return;
  }
  const from = await all.nth(years.length - 3).boundingBox();
  const to = await all.nth(years.length - 1).boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 25, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL(new RegExp(`year=${years.at(-3)}\\.\\.${years.at(-1)}`));
  await settled(page);

  await page.locator(`[data-year="${years.at(-1)}"]`).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`year=${years.at(-2)}\\.\\.${years.at(-1)}`));
  await settled(page);

  await page.getByLabel('Từ năm').selectOption(years[0]);
  await page.getByLabel('đến năm').selectOption(years[1]);
  await page.locator('[data-key="year-apply"]').click();
  await page.waitForURL(new RegExp(`year=${years[0]}\\.\\.${years[1]}`));
  assert.match(await page.locator('.chip').textContent(),
    new RegExp(`${years[0]}–${years[1]}`));
  await check(page);
});

test('all values of a facet can be searched in a dialog', async () => {
  const page = await open('/');
  await settled(page);
  const more = page.locator('[data-facet="unit"] .facet__more');
  if (await more.count() === 0) {
    await check(page);
    return;
  }
  await more.click();
  const rows = page.locator('dialog .facet-value');
  await rows.first().waitFor();
  const before = await rows.count();
  const name = await rows.nth(before - 1).locator('bdi').textContent();
  const word = name.split(' ').at(-1);
  await page.locator('dialog input[type="search"]').fill(word);
  await page.waitForFunction((count) => document.querySelectorAll(
    'dialog .facet-value').length < count, before);
  const row = rows.filter({ hasText: name }).first();
  const count = Number((await row.locator('[aria-hidden]').textContent())
    .replaceAll('.', ''));
  await row.locator('input').check();
  await page.locator('dialog button[type="submit"]').click();
  await page.waitForURL(/[?&]unit=/);
  assert.equal(await announcedTotal(page), count);
  await check(page);
});

test('the provinces of both eras are a switch away', async () => {
  const page = await open('/');
  await settled(page);
  await page.locator('[data-key="era-now"]').click();
  await page.waitForURL(/era=now/);
  await page.locator('[data-facet="province"] input').first().check();
  await page.waitForURL(/province_now=/);
  await check(page);
});

test('sorting, page size and paging are in the address', async () => {
  const page = await open('/?per_page=5');
  await settled(page);
  await page.locator('[data-key="sort"]').selectOption('-date');
  await page.waitForURL(/sort=-date/);
  await settled(page);
  await page.locator('.pager__step--next a').click();
  await page.waitForURL(/page=2/);
  await settled(page);
  const current = page.locator('.pager [aria-current="page"]');
  assert.equal(await current.textContent(), '2');
  assert.equal(await page.evaluate(() => window.scrollY), 0);
  assert.equal(await page.locator('.result-list').getAttribute('start')
    ?? await page.locator('.result-list').evaluate((list) => String(list.start)),
  '6');
  await check(page);
});

test('Back and Forward go through the searches', async () => {
  const page = await open('/');
  const all = await announcedTotal(page);
  await page.locator('[data-facet="province"] input').first().check();
  await page.waitForURL(/province=/);
  const one = await announcedTotal(page);
  await page.goBack();
  await page.waitForURL((url) => !url.searchParams.has('province'));
  assert.equal(await announcedTotal(page), all);
  assert.equal(await page.locator('[data-facet="province"] input:checked')
    .count(), 0);
  await page.goForward();
  await page.waitForURL(/province=/);
  assert.equal(await announcedTotal(page), one);
  await check(page);
});

test('what was read otherwise than typed can be undone', MOCK_ONLY, async () => {
  const page = await open('/?q=chi booj');
  await settled(page);
  assert.match(await page.locator('.result-header__reading').textContent(),
    /“chi booj” được hiểu là “chi bộ” \(gõ kiểu Telex\)/);
  await page.locator('[data-key="reading"]').click();
  await page.waitForURL((url) => url.searchParams.get('reading') === 'literal');
  await settled(page);
  await page.locator('[data-key="reading"]').click();
  await page.waitForURL((url) => !url.searchParams.has('reading'));
  await settled(page);
  await check(page);
});

test('how the query was read and what might be meant is told', MOCK_ONLY, async () => {
  const page = await open('/?q=bao ve');
  await settled(page);
  assert.match(await page.locator('.result-header__reading').textContent(),
    /“bao ve” được hiểu là “bảo vệ” \(gõ không dấu\)/);
  assert.equal(await page.locator('mark.match').first().textContent(), 'bảo vệ');
  await page.goto(new URL('/?q=đảgn', page.url()).href);
  await settled(page);
  await page.locator('[data-key="did-you-mean"]').first().click();
  await page.waitForURL((url) => url.searchParams.get('q') === 'đảng');
  assert.ok(await announcedTotal(page) > 0);
  await check(page);
});

test('an answer that comes too late is dropped', MOCK_ONLY, async () => {
  const page = await open('/?q=cham');
  await page.fill('#query', 'chi bộ');
  await page.press('#query', 'Enter');
  const total = await announcedTotal(page);
  await page.waitForTimeout(1200);
  assert.equal(await announcedTotal(page), total);
  assert.ok(total > 0);
  await check(page);
});

test('the page speaks English when the address says so', async () => {
  const page = await open(`/?q=${encodeURIComponent(QUERY)}`);
  await settled(page);
  await page.locator('#language-switch a').click();
  await page.waitForURL(/lang=en/);
  await settled(page);
  assert.match(await page.locator('#results-heading').textContent(), /articles?$/);
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  assert.equal(await page.inputValue('#query'), QUERY);
  await check(page);
});
