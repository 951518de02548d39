import { book_family } from '../support/book.js';
import { Citizen } from '../support/citizen.js';
import { fits } from '../support/fits.js';
import { test as base, expect } from '../support/test.js';

const test = base.extend<{ citizen: Citizen; lang: 'vi' | 'en' }>({
  lang: async ({}, use, info) => use(String(info.project.use.locale).startsWith('en') ? 'en' : 'vi'),
  citizen: async ({ page, server, who, lang }, use) => use(new Citizen(page, server, who, lang)),
});

test('a whole family moves to another window and is called off, each time in one go @both', async ({ citizen, page, axe, server, who, lang }) => {
  const visit = await book_family(server, who);
  await citizen.open(`/dat-lich/ca-nha/da-dat#${visit.receipts}`);
  const cards = page.locator('.member');
  await expect(cards).toHaveCount(2);
  await axe(page);
  await page.getByRole('link', { name: citizen.say('household.booked_move'), exact: true }).click();
  await citizen.at('family_change.title');
  // The rules and what is left come first.
  await expect(page.locator('.panel .bullets')).toContainText(lang === 'vi' ? 'Còn đổi được 3 lần' : '3 more changes');
  await expect(page.locator('button.day').first()).toBeVisible();
  await axe(page);
  await fits(page);
  await expect(page.locator('#main .panel').first()).toMatchAriaSnapshot({ name: `family-move-${lang}.aria.yml` });
  const day = page.locator('button.day').nth(1);
  const date = (await day.getAttribute('data-value'))!;
  await day.click();
  await page.waitForURL(new RegExp(`doi\\?ngay=${date}#`));
  const slot = page.locator('.windows .slot').nth(1);
  const time = (await slot.getAttribute('data-value'))!.slice(0, 5);
  await axe(page);
  await slot.click();
  await citizen.at('family_change.confirm');
  await expect(page.locator('.move-to')).toContainText(time);
  await expect(page.locator('#main .bullets li')).toHaveCount(2);
  await axe(page);
  await fits(page);
  // Back, forward and a reload keep the steps.
  await page.goBack();
  await expect(page.locator('.windows .slot').first()).toBeVisible();
  await page.goForward();
  await page.reload();
  await page.getByRole('button', { name: citizen.say('family_change.do.other', { count: '2' }), exact: true }).click();
  await page.waitForURL(/\/ca-nha\/da-dat#/);
  await citizen.at('household.booked_all');
  await expect(page.getByText(citizen.say('household.booked_moved'))).toBeVisible();
  await expect(cards.first()).toContainText(time);
  expect(await server.message(who.phone, /doi sang|now/)).toContain(time);

  await page.getByRole('link', { name: citizen.say('household.booked_cancel'), exact: true }).click();
  await citizen.at('family_change.cancel_title');
  await expect(page.locator('.panel li')).toHaveCount(2);
  await axe(page);
  await fits(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `family-cancel-${lang}.aria.yml` });
  await page.getByRole('button', { name: citizen.say('family_change.cancel_do.other', { count: '2' }), exact: true }).click();
  await citizen.at('household.booked_all');
  await expect(cards.getByText(citizen.say('household.booked_gone'))).toHaveCount(2);
  await axe(page);
  // Nothing is left to change: the ways are gone, and an old address says so.
  await expect(page.getByRole('link', { name: citizen.say('household.booked_move'), exact: true })).toHaveCount(0);
  await citizen.open(`/dat-lich/ca-nha/doi#${visit.receipts}`);
  await expect(page.getByText(citizen.say('family_change.refused_title'))).toBeVisible();
  await axe(page);
});

test('the window goes to others before the last press: everybody keeps their time, and another is offered', async ({ citizen, page, axe, server, who }) => {
  const visit = await book_family(server, who, 'hcm-quan-10');
  await citizen.open(`/dat-lich/ca-nha/doi#${visit.receipts}`);
  await page.locator('button.day').nth(2).click();
  const slot = page.locator('.windows .slot').first();
  const time = (await slot.getAttribute('data-value'))!;
  const date = new URL(page.url()).searchParams.get('ngay')!;
  await slot.click();
  await citizen.at('family_change.confirm');
  // The page has read the window before others take it: one that is read later would send back at once.
  const move = page.getByRole('button', { name: citizen.say('family_change.do.other', { count: '2' }), exact: true });
  await expect(move).toBeVisible();
  for (let i = 0; i < 40; i++) {
    const answer = await fetch(`${server.baseURL}/api/holds`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ office_id: 'hcm-quan-10', starts_at: `${date}T${time}`, service: 'card', age_group: 'from_60' }),
    });
    if (answer.status === 409) break;
  }
  await move.click();
  await expect(page.getByText(citizen.say('family_change.taken'))).toBeVisible();
  await axe(page);
  await citizen.open(`/dat-lich/ca-nha/da-dat#${visit.receipts}`);
  await expect(page.locator('.member').first()).toContainText(visit.time);
  // Receipts that are nobody's open nothing.
  await citizen.open('/dat-lich/ca-nha/huy#');
  await expect(page.getByText(citizen.say('household.booked_none'))).toBeVisible();
  await axe(page);
});
