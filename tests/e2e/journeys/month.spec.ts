import type { Locator, Page } from '@playwright/test';
import { book } from '../support/book.js';
import { Citizen } from '../support/citizen.js';
import { Household } from '../support/household.js';
import { Server } from '../support/server.js';
import { expect, test as base } from '../support/test.js';

/** Sunday, 22 November 2026, nine o'clock: Tuesday is a holiday, and the horizon ends in December. */
const START = 'demo_start = "2026-11-22T02:00:00Z"';

const test = base.extend<{ citizen: Citizen; lang: 'vi' | 'en' }, { server: Server }>({
  server: [
    async ({}, use) => {
      const server = await Server.start(START);
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  lang: async ({}, use, info) => use(String(info.project.use.locale).startsWith('en') ? 'en' : 'vi'),
  citizen: async ({ page, server, who, lang }, use) => use(new Citizen(page, server, who, lang)),
});

/** Up to the days, shown as a month. */
async function month(citizen: Citizen): Promise<Locator> {
  await citizen.needs();
  await citizen.choose_place();
  await citizen.office();
  await citizen.press('booking.time.shape_month');
  const grid = citizen.page.getByRole('grid');
  await expect(grid).toBeVisible();
  return grid;
}

const day = (page: Page, date: string) => page.locator(`#day-${date}`);

async function nothing_sideways(page: Page): Promise<void> {
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(inner, 'nothing goes sideways').toBeLessThanOrEqual(outer!);
}

test('by keyboard alone: a month, a day, a time, and the place is kept @both', async ({ citizen, page, axe, lang }) => {
  const grid = await month(citizen);
  await axe(page);
  await expect(page.locator('.month')).toMatchAriaSnapshot({ name: `month-${lang}.aria.yml` });
  // The switch, the two buttons of the head, the grid: four stops of the Tab key, and one of them is the whole grid.
  await page.getByRole('button', { name: citizen.say('booking.time.shape_month'), exact: true }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: citizen.say('month.earlier') })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(grid.locator('td:focus')).toHaveAttribute('tabindex', '0');
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('PageDown');
  await expect(page.locator('#month-name')).toContainText(/12|December/);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect(page.locator('#month-name')).toContainText(/11|November/);
  // The focus follows a moment after the month; before that it would be taken away from where it is put here.
  await expect(grid.locator('td:focus')).toHaveAttribute('data-value', /^2026-11/);
  // From Wednesday 25 to the end of the week, back to its Monday, over the holiday.
  await day(page, '2026-11-25').focus();
  await page.keyboard.press('End');
  await expect(day(page, '2026-11-29')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(day(page, '2026-11-23')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(day(page, '2026-11-24')).toBeFocused();
  await expect(day(page, '2026-11-24')).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expect(page.locator('#announcer')).toContainText(citizen.say('month.closed'));
  await expect(page.locator('#times')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(page.locator('#times')).toBeFocused();
  await expect(day(page, '2026-11-25')).toHaveAttribute('aria-selected', 'true');
  await axe(page);
  const slot = page.locator('.times button.slot').first();
  await slot.focus();
  await page.keyboard.press('Enter');
  await citizen.at('booking.person.title');
  await expect(page.locator('.countdown .clock')).toBeVisible();
});

test('what was chosen stays in the tab: reload, back, and the list again @both', async ({ citizen, page, axe }) => {
  await month(citizen);
  await page.reload();
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(page.getByRole('button', { name: citizen.say('booking.time.shape_month'), exact: true })).toHaveAttribute('aria-pressed', 'true');
  await day(page, '2026-11-26').click();
  await page.locator('.times button.slot').first().click();
  await citizen.at('booking.person.title');
  await page.goBack();
  await expect(day(page, '2026-11-26')).toHaveAttribute('aria-selected', 'true');
  await citizen.press('booking.time.shape_list');
  await expect(page.getByRole('grid')).toHaveCount(0);
  await expect(page.locator('button.day').first()).toBeVisible();
  await axe(page);
  await page.reload();
  await expect(page.locator('button.day').first()).toBeVisible();
});

test('every day says what it is, and looks it without colour', async ({ citizen, page }) => {
  const grid = await month(citizen);
  await expect(grid.getByRole('gridcell', { name: /^Thứ Ba, 24 tháng 11, nghỉ: / })).toHaveText(/24\s*–/);
  await expect(grid.getByRole('gridcell', { name: /^Thứ Tư, 25 tháng 11, còn \d+ khung giờ$/ })).toHaveText(/25\s*\d+/);
  await expect(grid.getByRole('gridcell', { name: /^Chủ Nhật, 22 tháng 11, không đặt được$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Tháng sau' }).click();
  await expect(grid.getByRole('gridcell', { name: /, chưa mở đặt/ }).first()).toHaveText(/○/);
  await page.emulateMedia({ forcedColors: 'active' });
  await expect(grid).toBeVisible();
  await page.emulateMedia({ forcedColors: 'none', media: 'print' });
  await expect(grid).toBeVisible();
});

test('at 390 px each free day is a target of 44 px; with text at 200 % and at 320 px nothing goes sideways', async ({ citizen, page }) => {
  await month(citizen);
  for (const target of [...(await page.locator('td.is-free').all()), ...(await page.locator('.month-turn, .shape').all())]) {
    const box = (await target.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  }
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await nothing_sideways(page);
  for (const cell of await page.locator('.month-day b, .month-day small, .month-grid th').all()) {
    expect(await cell.evaluate((it) => it.scrollWidth - it.clientWidth), 'no figure is cut off').toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  await nothing_sideways(page);
});

test('without a connection for the month the list stays', async ({ citizen, page, axe }) => {
  await page.route('**/i18n/*/month.*.json', (route) => route.abort());
  await citizen.needs();
  await citizen.choose_place();
  await citizen.office();
  await citizen.press('booking.time.shape_month');
  await expect(page.getByText(citizen.say('shell.load_failed_text'))).toBeVisible();
  await expect(page.locator('button.day').first()).toBeVisible();
  await axe(page);
  await page.unroute('**/i18n/*/month.*.json');
  await citizen.press('booking.time.shape_month');
  await expect(page.getByRole('grid')).toBeVisible();
});

test('a family chooses its day in the month, too', async ({ citizen, page, axe }) => {
  const household = new Household(citizen);
  await household.list();
  await citizen.go_on();
  await citizen.at('booking.place.title');
  await page.locator('#search').fill('pc06');
  await page.locator('[data-office="hcm-pc06"]').getByRole('button').click();
  await citizen.at('household.time_title');
  await citizen.press('booking.time.shape_month');
  await day(page, '2026-11-26').click();
  await expect(page.locator('.windows .slot').first()).toBeVisible();
  await axe(page);
});

test('a visit is moved by the month too, by keyboard; the switch is remembered', async ({ citizen, page, axe, server, who, lang }) => {
  const visit = await book(server, who);
  await citizen.open(`/lich-hen/${visit.reference}/doi#${visit.key}`);
  await citizen.press('moving.shape_month');
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  await axe(page);
  const free = grid.locator('td.is-free').nth(1);
  const date = (await free.getAttribute('data-value'))!;
  await free.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`ngay=${date}#`));
  await page.locator('.slot').first().click();
  await citizen.at('moving.confirm');
  await citizen.press('moving.do');
  await page.waitForURL(/\/lich-hen\/[^/]+#/);
  await citizen.open(`/lich-hen/${visit.reference}/doi#${visit.key}`);
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(page.getByText(lang === 'vi' ? 'Còn đổi được 2 lần' : /2 more/).first()).toBeVisible();
});
