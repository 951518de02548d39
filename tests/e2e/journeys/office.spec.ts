import type { Page } from '@playwright/test';
import { book } from '../support/book.js';
import { Api, officer } from '../support/case.js';
import { Citizen } from '../support/citizen.js';
import { Officer } from '../support/officer.js';
import { Server } from '../support/server.js';
import { expect, test as base } from '../support/test.js';
import { type Lang, words } from '../support/words.js';

/** A server of its own, on a Sunday: an office that works otherwise would be in the way of other tests. */
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
  say: async ({ lang }, use) => use((path) => words(lang, `office.${path}`)),
});

const PATH = '/van-phong';
const DAY = '2026-11-25';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

interface Settings {
  exceptions: unknown[];
  [key: string]: unknown;
}
interface Record_ {
  version: number;
  settings: Settings;
}

/** The office as it was before any test: whatever is different is put back through the API. */
async function reset(server: Server): Promise<{ api: Api; record: Record_ }> {
  const api = await officer(server, 'truong');
  const change = async (settings: Settings) => {
    const { version } = await api.send<Record_>('GET', '/api/desk/office');
    return api.send<Record_>('PUT', '/api/desk/office', { settings, version, move_people: true, note: '' });
  };
  const { settings } = await api.send<Record_>('GET', '/api/desk/office');
  const hours = { ...(settings['hours'] as object), but: [] };
  return { api, record: await change({ ...settings, hours, exceptions: [], stations: 6, rota: [], walk_in_share: 40 }) };
}

/** Opens the page with one more day that differs: closed where no times are given. */
async function dayThatDiffers(page: Page, say: (path: string) => string, date: string, from = '', to = ''): Promise<void> {
  const days = panel(page, say('days'));
  await days.getByRole('button', { name: say('add_day') }).click();
  const entry = days.locator('fieldset').last();
  await entry.locator('input[type=date]').fill(date);
  if (from === '') return entry.getByRole('button', { name: say('span') }).click();
  await entry.locator('input[type=time]').first().fill(from);
  await entry.locator('input[type=time]').last().fill(to);
}

test('a day is closed: seen first, its people moved first, taken back again @both', async ({ page, server, desk, say, axe, who }) => {
  test.slow();
  await reset(server);
  const visit = await book(server, who, { day: 1 });
  await desk.open(PATH);
  await desk.sign_in('truong');
  await desk.at('office.title');
  await expect(button(page, say('look'))).toBeVisible();
  await axe(page);

  await dayThatDiffers(page, say, visit.date);
  await page.locator('#note').fill('Tập huấn cả ngày');
  await axe(page);
  await button(page, say('look')).press('Enter');
  const confirm = panel(page, say('confirm'));
  await expect(confirm).toBeFocused();
  await expect(confirm.getByRole('row').filter({ hasText: visit.reference })).toHaveCount(1);
  await axe(page);
  await expect(page.locator('#confirm')).toMatchAriaSnapshot({ name: `office-preview-${desk.lang}.yml` });

  // Nobody is moved unless that is said.
  await button(page, say('make')).click();
  await expect(page.locator('#error-summary')).toContainText(say('wrong_people'));
  await page.locator('#move_people').check();
  await button(page, say('make')).click();
  await expect(page.locator('#said')).toContainText(say('done'));
  await axe(page);
  expect(await server.message(who.phone, /doi lich lam viec/)).toContain(visit.reference);
  await expect(page.locator('.office-history > li').first()).toContainText('Tập huấn cả ngày');

  // Taken back, by keyboard: the visit stands.
  await page.locator('.office-history > li').first().getByRole('button').press('Enter');
  await expect(panel(page, say('confirm_undo'))).toBeFocused();
  await axe(page);
  await button(page, say('undo')).press('Enter');
  await expect(page.locator('#said')).toContainText(say('done'));
  expect(await server.message(who.phone, /Lich hen cu giu nguyen/)).toContain(visit.reference);
  await expect(page.locator('.office-history .tag').first()).toHaveText(say('taken_back'));
  await page.reload();
  await expect(panel(page, say('days'))).toContainText(say('days_none'));
});

test('a weekday gets hours of its own, every week, and visitors read them', async ({ page, server, desk, say, axe, lang, who }) => {
  const { api } = await reset(server);
  await desk.open(PATH);
  await desk.sign_in('truong');
  const hours = panel(page, say('hours'));
  const add = hours.getByRole('button', { name: say('add_own'), exact: true });
  await add.click();
  const own = hours.locator('fieldset');
  // Longer than every other day: nobody's visit is in the way.
  await own.locator('input[type=time]').first().fill('07:30');
  await own.locator('input[type=time]').last().fill('19:00');
  await button(page, say('look')).click();
  await expect(page.locator('#error-summary')).toContainText(say('wrong_own'));
  await axe(page);
  await own.locator('select').selectOption('wednesday');
  await add.click();
  await own.last().locator('select').selectOption('wednesday');
  await button(page, say('look')).click();
  await expect(page.locator('#error-summary')).toContainText(say('wrong_own_twice'));
  await own.last().getByRole('button', { name: `${say('remove')} ${say('own')}`, exact: true }).click();
  await expect(own).toHaveCount(1);
  await button(page, say('look')).click();
  await expect(panel(page, say('confirm'))).toBeFocused();
  await button(page, say('make')).click();
  await expect(page.locator('#said')).toContainText(say('done'));
  const { settings } = await api.send<Record_>('GET', '/api/desk/office');
  expect(settings['hours']).toMatchObject({ but: [{ weekday: 'wednesday', sessions: [{ from: '07:30:00', to: '19:00:00' }] }] });
  await page.reload();
  await expect(own.locator('select')).toHaveValue('wednesday');

  // Who looks for a place reads it.
  const citizen = new Citizen(page, server, who, lang);
  await citizen.needs();
  await citizen.choose_place();
  await page.locator('#search').fill('pc06');
  const day = lang === 'en' ? 'Wednesday' : 'Thứ Tư';
  await expect(page.locator('.place[data-office="hcm-pc06"]')).toContainText(words(lang, 'booking.place.but', { day, hours: '07:30–19:00' }));
});

test('wrong fields, a colleague who was faster, and another role', async ({ page, server, desk, say, axe }) => {
  const { api } = await reset(server);
  await desk.open(PATH);
  await desk.sign_in('truong');
  await desk.at('office.title');
  await button(page, say('look')).click();
  await expect(page.locator('#error-summary')).toContainText(say('nothing'));

  // Everything that is wrong is named at its field, and stays as it was typed.
  await page.locator('#stations').fill('0');
  await page.locator('#card_minutes').fill('25');
  await dayThatDiffers(page, say, '2026-11-20', '10:00', '09:00');
  await panel(page, say('rota')).getByRole('button', { name: say('add_duty') }).click();
  await button(page, say('look')).click();
  const summary = page.locator('#error-summary');
  for (const wrong of ['wrong_stations', 'wrong_minutes', 'wrong_weekdays', 'wrong_duty_stations', 'wrong_date', 'wrong_span']) {
    await expect(summary).toContainText(say(wrong));
  }
  await axe(page);
  await summary.getByRole('link', { name: say('wrong_stations') }).click();
  await expect(page.locator('#stations')).toBeFocused();
  await expect(page.locator('#stations')).toHaveValue('0');

  // A colleague changes the walk-in share meanwhile; what was typed stays, over theirs.
  await page.locator('#stations').fill('5');
  await page.locator('#card_minutes').fill('30');
  await panel(page, say('rota')).getByRole('button', { name: say('remove') }).click();
  const entry = panel(page, say('days')).locator('fieldset');
  await entry.locator('input[type=date]').fill(DAY);
  await entry.locator('input[type=time]').last().fill('12:00');
  const now = await api.send<Record_>('GET', '/api/desk/office');
  const theirs = { ...now.settings, walk_in_share: 30 };
  await api.send('PUT', '/api/desk/office', { settings: theirs, version: now.version, move_people: true, note: '' });
  await button(page, say('look')).click();
  await expect(page.locator('#said')).toContainText(say('others'));
  await expect(page.locator('#walk_in')).toHaveValue('30');
  await expect(page.locator('#stations')).toHaveValue('5');
  await expect(panel(page, say('days')).locator('input[type=date]')).toHaveValue(DAY);
  await axe(page);
  await button(page, say('look')).click();
  await expect(panel(page, say('confirm'))).toBeFocused();
  await expect(panel(page, say('confirm'))).toContainText(say('lengths'));
  await button(page, say('not_yet')).click();
  await expect(page.locator('#stations')).toHaveValue('5');
  await expect(page.locator('#card_minutes')).toHaveValue('30');

  await page.context().clearCookies();
  await desk.open(PATH);
  await desk.sign_in('canbo');
  await expect(page.getByText(say('not_yours'))).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('link', { name: desk.say('nav_office'), exact: true })).toHaveCount(0);
});
