import { readFile } from 'node:fs/promises';
import { type Page } from '@playwright/test';
import { book } from '../support/book.js';
import { Citizen } from '../support/citizen.js';
import { expect, test as base } from '../support/test.js';

const test = base.extend<{ citizen: Citizen }>({
  citizen: async ({ page, server, who }, use, info) => {
    const lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    await use(new Citizen(page, server, who, lang));
  },
});

/** The product's day, so many days further. */
async function day(page: Page, ahead: number): Promise<[string, string, string]> {
  const answer = await page.request.get('/api/config');
  const { today } = (await answer.json()) as { today: string };
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ahead);
  return [String(date.getUTCDate()), String(date.getUTCMonth() + 1), String(date.getUTCFullYear())];
}

async function fill(citizen: Citizen, arrival: number, departure: number, place = ''): Promise<void> {
  await citizen.date('arrival', await day(citizen.page, arrival));
  await citizen.date('departure', await day(citizen.page, departure));
  await citizen.page.locator('#place').fill(place);
}

test('a stay that is long enough leads into booking, with office and day @both', async ({ citizen, page, axe }) => {
  const planner: string[] = [];
  page.on('request', (request) => /\/assets\/trip_/.test(request.url()) && planner.push(request.url()));
  await citizen.open('/dat-lich');
  await citizen.at('needs.status.title');
  await citizen.open('/');
  await expect(page.getByRole('link', { name: citizen.say('home.own_trip') })).toBeVisible();
  expect(planner, 'the planner is not loaded before somebody plans').toEqual([]);
  await page.getByRole('link', { name: citizen.say('home.own_trip') }).click();
  await citizen.at('trip.title');
  expect(planner.length).toBeGreaterThan(0);
  await axe(page);
  await expect(page.getByRole('main')).toMatchAriaSnapshot({ name: `trip-form-${citizen.lang}.aria.yml` });
  await fill(citizen, 2, 28, 'quan 10');
  await citizen.press('trip.submit');
  await citizen.at('trip.found.title');
  const first = page.locator('.trip-office').first();
  await expect(first).toHaveAttribute('data-office', 'hcm-quan-10');
  await expect(page.locator('.notice-ok')).toBeVisible();
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `trip-ok-${citizen.lang}.aria.yml` });
  // Where somebody stays is in no address.
  expect(page.url()).not.toContain('quan+10');
  expect(new URL(page.url()).searchParams.get('noi')).toMatch(/^hcm-quan-10(,[a-z0-9-]+){1,5}$/);
  // The sum: every calendar day once, seven counted, from the arrival to the departure.
  const strip = first.locator('.strip-day');
  expect(await strip.count()).toBe(27);
  for (let n = 1; n <= 7; n++) {
    await expect(first.getByText(citizen.say('trip.day.counted', { n: String(n), of: '7' })).first()).toBeVisible();
  }
  await expect(first.getByText(citizen.say('trip.event.collect'))).toHaveCount(1);
  await expect(first.getByText(citizen.say('trip.event.activate'))).toHaveCount(1);
  // Reload keeps all of it; back leads to the form with what was typed.
  await page.reload();
  await expect(page.locator('.trip-office').first()).toHaveAttribute('data-office', 'hcm-quan-10');
  await page.goBack();
  await citizen.at('trip.title');
  await expect(page.locator('#place')).toHaveValue('quan 10');
  await expect(page.locator('#arrival-day')).toHaveValue((await day(page, 2))[0]);
  await page.goForward();
  const visit = /ngay=(\d{4}-\d{2}-\d{2})/.exec((await first.locator('a.button').getAttribute('href')) ?? '')![1]!;
  await first.locator('a.button').click();
  await citizen.at('needs.status.title');
  await expect(page).toHaveURL(/\/dat-lich$/);
  await page.locator('input[value="citizen_abroad"]').check();
  await citizen.go_on();
  const answers = { status: 'citizen_abroad', birth: ['15', '8', '1985'], holds: 'nothing', account: 'wants', data_right: 'yes', exemptions: [] };
  for (const name of ['birth', 'holds', 'account', 'data_right'] as const) {
    await citizen.answer(name, answers as never);
  }
  await page.waitForURL(/nhu-cau$/);
  await page.getByRole('link', { name: citizen.say('common.continue') }).click();
  await citizen.at('booking.time.title');
  await expect(page.locator(`button.day[data-value="${visit}"]`)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.times .slot').first()).toBeVisible();
});

test('a stay that is too short is told so, with every way that does work', async ({ citizen, page, axe }) => {
  await citizen.open('/chuyen-ve');
  await fill(citizen, 3, 8, 'ngũ hành sơn');
  await citizen.press('trip.submit');
  await citizen.at('trip.found.title');
  await expect(page.getByText(citizen.say('trip.verdict.short'))).toBeVisible();
  for (const way of ['trip.way.post', 'trip.way.sim']) await expect(page.getByText(citizen.say(way))).toBeVisible();
  await expect(page.locator('.trip-ways > li')).not.toHaveCount(0);
  await expect(page.locator('.strip-late').first()).toBeVisible();
  await expect(page.locator('.trip-ways').getByRole('link', { name: citizen.say('trip.way.book') }).first()).toHaveAttribute('href', /\/dat-lich\?noi=dn-[a-z-]+&ngay=/);
  await expect(page.locator('.trip-office a.button')).toHaveCount(0);
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `trip-short-${citizen.lang}.aria.yml` });
});

test('days that are not open yet name the day to come back @both', async ({ citizen, page, axe }) => {
  await citizen.open('/chuyen-ve');
  await fill(citizen, 45, 75);
  await citizen.press('trip.submit');
  await citizen.at('trip.found.title');
  const start = citizen.say('trip.verdict.opens').split('{')[0]!;
  await expect(page.locator('.notice-title')).toContainText(start);
  await expect(page.locator('.trip-office a.button')).toHaveCount(0);
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `trip-opens-${citizen.lang}.aria.yml` });
});

test('every wrong field is named and keeps what was typed', async ({ citizen, page, axe }) => {
  await citizen.open('/chuyen-ve');
  await citizen.press('trip.submit');
  await expect(page.locator('#error-summary')).toBeFocused();
  await expect(page.locator('#arrival-error')).toContainText(citizen.say('trip.fault.arrival_missing'));
  await axe(page);
  await citizen.date('arrival', ['1', '1', '2020']);
  await citizen.date('departure', ['31', '12', '2019']);
  await page.locator('input[value="under_6"]').check();
  await citizen.press('trip.submit');
  await expect(page.locator('#arrival-error')).toContainText(citizen.say('trip.fault.past'));
  await expect(page.locator('#departure-error')).toContainText(citizen.say('trip.fault.not_after_arrival'));
  await expect(page.locator('#age_group-error')).toContainText(citizen.say('trip.fault.no_account_under_6'));
  await expect(page.locator('#departure-year')).toHaveValue('2019');
  await page.locator('input[name=age_group][value="from_60"]').check();
  await fill(citizen, 2, 25, 'qwertyuiop');
  await citizen.press('trip.submit');
  await expect(page.locator('#place-error')).toContainText(citizen.say('trip.fault.place_unknown'));
  // Ten districts had this name: days are not counted from a guess.
  await page.locator('#place').fill('Châu Thành');
  await citizen.press('trip.submit');
  await expect(page.locator('#place-error')).toContainText('Huyện Châu Thành, Tiền Giang');
  // An address written by hand comes to the form, with what is wrong in it.
  await page.goto('/chuyen-ve?den=2020-01-01&di=abc&viec=card&tuoi=from_60&noi=hcm-pc06');
  await expect(page.locator('#arrival-error')).toContainText(citizen.say('trip.fault.past'));
  await expect(page.locator('#departure-error')).toContainText(citizen.say('trip.fault.not_a_day'));
  // Ids that are none are passed over, not sent.
  const [d, m, y] = await day(page, 25);
  const iso = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const [d2, m2, y2] = await day(page, 2);
  const from = `${y2}-${m2.padStart(2, '0')}-${d2.padStart(2, '0')}`;
  await page.goto(`/chuyen-ve?den=${from}&di=${iso}&viec=card&tuoi=from_60&noi=hcm-pc06,<script>,khong-co`);
  await expect(page.locator('.trip-office')).toHaveCount(1);
});

test('a child under six needs no visit', async ({ citizen, page, axe }) => {
  await citizen.open('/chuyen-ve');
  await fill(citizen, 2, 25);
  await page.locator('input[name=service][value="card"]').check();
  await page.locator('input[value="under_6"]').check();
  await citizen.press('trip.submit');
  await expect(page.getByText(citizen.say('trip.under_6.title'))).toBeVisible();
  await axe(page);
});

test('the whole form by keyboard', async ({ citizen, page }) => {
  await citizen.open('/chuyen-ve');
  await citizen.at('trip.title');
  await page.locator('#arrival-day').focus();
  for (const part of [...(await day(page, 2)), ...(await day(page, 28))]) {
    await page.keyboard.type(part);
    await page.keyboard.press('Tab');
  }
  await expect(page.locator('#place')).toBeFocused();
  await page.keyboard.type('quan 1');
  await page.keyboard.press('Enter');
  await citizen.at('trip.found.title');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('somebody abroad sees the own time beside the office time', async ({ browser, server, who }) => {
  const context = await browser.newContext({ timezoneId: 'Europe/Paris', locale: 'vi-VN', baseURL: server.baseURL });
  const page = await context.newPage();
  const citizen = new Citizen(page, server, who, 'vi');
  await citizen.open('/chuyen-ve');
  await fill(citizen, 2, 28, 'quan 10');
  await citizen.press('trip.submit');
  await expect(page.locator('.trip-office').first().getByText('Europe/Paris')).toBeVisible();
  await context.close();
});

test('whoever answered everything before goes straight to the day', async ({ citizen, page }) => {
  await citizen.needs();
  await page.goto('/chuyen-ve');
  await fill(citizen, 2, 28, 'quan 10');
  await citizen.press('trip.submit');
  await page.locator('.trip-office a.button').first().click();
  await citizen.at('booking.time.title');
  await expect(page.locator('.times')).toBeVisible();
});

test('full days leave every lawful way, and waiting comes filled in', async ({ citizen, page, server, who, axe }) => {
  // The server's answer is replaced: filling an office takes hundreds of bookings.
  const [d, m, y] = await day(page, 22);
  const free_from = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  await page.route('**/api/offices/days?*', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as { offices: { days: { date: string; free: number; first: string | null }[] }[] };
    for (const one of body.offices.flatMap((office) => office.days)) {
      if (one.date < free_from) Object.assign(one, { free: 0, first: null });
    }
    await route.fulfill({ response: answer, json: body });
  });
  await citizen.open('/chuyen-ve');
  await fill(citizen, 2, 19);
  await citizen.press('trip.submit');
  await expect(page.getByText(citizen.say('trip.verdict.full'))).toBeVisible();
  const ways = page.locator('.trip-ways');
  await expect(ways.getByText(citizen.say('trip.way.walk_in'))).toBeVisible();
  await expect(ways.getByText(/40%.*07:30–11:30/)).toBeVisible();
  await expect(ways.getByRole('link', { name: citizen.say('trip.way.account_link') })).toHaveAttribute('href', /viec=account/);
  await axe(page);
  // Whoever books for now finds the days of the stay filled in where they wait.
  const wait = ways.getByRole('link', { name: citizen.say('trip.way.wait_link') });
  const [, office, date] = /noi=([a-z0-9-]+)&ngay=(\d{4}-\d{2}-\d{2})$/.exec((await wait.getAttribute('href')) ?? '')!;
  expect(date! >= free_from).toBe(true);
  await wait.click();
  await citizen.at('needs.status.title');
  const visit = await book(server, who, { office, date });
  await page.goto(`${citizen.lang === 'en' ? '/en' : ''}/lich-hen/${visit.reference}/cho-som-hon#${visit.key}`);
  await page.getByRole('button', { name: citizen.say('waiting.choose') }).click();
  await expect(page.locator('#to')).toBeVisible();
  const stay = await Promise.all([2, 19].map(async (ahead) => {
    const [d, m, y] = await day(page, ahead);
    return `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  }));
  const [from, to] = [await page.locator('#from').inputValue(), await page.locator('#to').inputValue()];
  expect(stay[0]! < from && from <= to && to < stay[1]!, `${from} to ${to}`).toBe(true);
});

test('a far province is told with its distance, and to ask nearby', async ({ citizen, page, axe }) => {
  await citizen.open('/chuyen-ve');
  // Story: it was taken for Thạnh Hóa, 30 km from an office, and the days were said to be enough.
  await fill(citizen, 2, 28, 'Thanh Hóa');
  await citizen.press('trip.submit');
  await citizen.at('trip.found.title');
  await expect(page.locator('.notice-ok')).toHaveCount(0);
  await expect(page.locator('.notice-title')).toContainText(/\d\skm/);
  await expect(page.getByText(citizen.say('trip.way.ask'), { exact: true })).toBeVisible();
  await expect(page.locator('.trip-office').first().locator('.trip-tags')).toContainText('km');
  await axe(page);
  // It is said again to whoever is sent the address, which tells no more than about how far.
  await page.reload();
  await expect(page.locator('.notice-title')).toContainText(/\d\skm/);
  expect(new URL(page.url()).searchParams.get('xa')).toMatch(/^\d+[05]0$/);
});

test('the minute at which a day opens goes into the calendar', async ({ citizen, page }) => {
  await citizen.open('/chuyen-ve');
  await fill(citizen, 45, 75);
  await citizen.press('trip.submit');
  const [minute] = /08:\d\d/.exec((await page.locator('.notice-title').textContent()) ?? '')!;
  // Story: each office has its own minute, and the way named another one than the answer above it.
  await expect(page.locator('.trip-ways li').first()).toContainText(minute);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: citizen.say('trip.way.remind') }).click();
  const file = await readFile(await (await saved).path(), 'utf8');
  expect(file).toMatch(/DTSTART;TZID=Asia\/Ho_Chi_Minh:\d{8}T08\d\d00/);
  expect(file.replace(/\r\n /g, '')).toContain('/chuyen-ve?den=');
});
