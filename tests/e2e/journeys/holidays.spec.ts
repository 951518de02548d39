import type { Page } from '@playwright/test';
import { book } from '../support/book.js';
import { Officer } from '../support/officer.js';
import { Server } from '../support/server.js';
import { expect, test as base } from '../support/test.js';
import { type Lang, words } from '../support/words.js';

/** A server of its own, on a Sunday: what the whole country does would be in the way of other tests. */
const test = base.extend<{ lang: Lang; desk: Officer; say: (path: string) => string }, { server: Server }>({
  server: [
    async ({}, use) => {
      const server = await Server.start('demo_start = "2026-11-22T02:00:00Z"');
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  lang: async ({}, use, info) => use(String(info.project.use.locale).startsWith('en') ? 'en' : 'vi'),
  desk: async ({ page, lang }, use) => use(new Officer(page, lang)),
  say: async ({ lang }, use) => use((path) => words(lang, path.includes('.') ? path : `holidays.${path}`)),
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();

test('a holiday is put together, seen first, moves its people first, and is taken back @both', async ({
  page,
  server,
  desk,
  say,
  axe,
  who,
}) => {
  test.slow();
  const visit = await book(server, who, { day: 1 });
  await desk.open('/ngay-le');
  await desk.sign_in('quantri');
  await desk.at('holidays.title');
  await expect(page.getByRole('row').filter({ hasText: say('kind_holiday') }).first()).toBeVisible();
  await axe(page);

  // What is wrong is named at its field; a Sunday is not worked in place of another day.
  await page.locator('#date').fill('2026-11-29');
  await page.locator('input[name=kind][value=swap_working]').check();
  await button(page, say('put')).click();
  const summary = page.locator('#error-summary');
  for (const wrong of ['wrong_saturday', 'wrong_vi', 'wrong_en', 'wrong_source']) await expect(summary).toContainText(say(wrong));
  await axe(page);
  await page.locator('#date').fill('2026-11-28');
  await page.locator('#vi').fill('Làm bù thử nghiệm');
  await page.locator('#en').fill('Working Saturday, tried');
  await page.locator('#source').fill('Thông báo thử nghiệm');
  await button(page, say('put')).press('Enter');
  const changes = page.getByRole('region', { name: say('changes'), exact: true });
  await expect(changes).toBeFocused();
  await page.locator('#date').fill(visit.date);
  await page.locator('input[name=kind][value=compensation]').check();
  await page.locator('#vi').fill('Nghỉ thử nghiệm');
  await page.locator('#en').fill('Day off, tried');
  await page.locator('#source').fill('Thông báo thử nghiệm');
  await button(page, say('put')).press('Enter');
  await expect(changes.getByRole('listitem')).toHaveCount(2);
  await page.locator('#note').fill('Theo thông báo mới');
  await button(page, say('office.look')).press('Enter');

  const confirm = page.getByRole('region', { name: say('office.confirm'), exact: true });
  await expect(confirm).toBeFocused();
  await expect(confirm.getByRole('row').filter({ hasText: visit.reference })).toHaveCount(1);
  await axe(page);
  await expect(page.locator('#confirm')).toMatchAriaSnapshot({ name: `holidays-preview-${desk.lang}.yml` });
  await page.locator('#move_people').check();
  await button(page, say('make')).click();
  await expect(page.locator('#said')).toContainText(say('done'));
  await expect(page.getByRole('row').filter({ hasText: desk.lang === 'en' ? 'Day off, tried' : 'Nghỉ thử nghiệm' })).toHaveCount(1);
  expect(await server.message(who.phone, /doi lich lam viec/)).toContain(visit.reference);
  await expect(page.locator('.office-history > li').first()).toContainText('Theo thông báo mới');

  // Taken back, by keyboard: the visit stands.
  await page.locator('.office-history > li').first().getByRole('button').press('Enter');
  await expect(page.getByRole('region', { name: say('office.confirm_undo'), exact: true })).toBeFocused();
  await button(page, say('office.undo')).press('Enter');
  await expect(page.locator('#said')).toContainText(say('done'));
  expect(await server.message(who.phone, /Lich hen cu giu nguyen/)).toContain(visit.reference);
});

test('another role does not change the holidays', async ({ page, desk, say }) => {
  await desk.open('/ngay-le');
  await desk.sign_in('truong');
  await expect(page.getByText(say('not_yours'))).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('link', { name: desk.say('nav_holidays'), exact: true })).toHaveCount(0);
});
