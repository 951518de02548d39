import type { Page } from '@playwright/test';
import { book, type Visit } from '../support/book.js';
import { Api, look, officer } from '../support/case.js';
import { daytime } from '../support/daytime.js';
import { fits } from '../support/fits.js';
import { persona, type Persona } from '../support/persona.js';
import type { Server } from '../support/server.js';
import { expect, test as base } from '../support/test.js';
import { type Lang, words } from '../support/words.js';

interface Here {
  lang: Lang;
  say: (path: string, values?: Record<string, string>) => string;
  open: (path: string) => Promise<void>;
}

const test = base.extend<{ here: Here }>({
  here: async ({ page }, use, info) => {
    const lang: Lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    const say = (path: string, values = {}) => words(lang, path.includes('.') ? path : `waiting.${path}`, values);
    await use({ lang, say, open: async (path) => void (await page.goto((lang === 'en' ? '/en' : '') + path)) });
  },
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const slip = (visit: Visit) => `/lich-hen/${visit.reference}#${visit.key}`;
const waiting = (visit: Visit) => `/lich-hen/${visit.reference}/cho-som-hon#${visit.key}`;
const auth = (visit: Visit) => ({ 'x-access-key': visit.key });

let serial = 500;
/** Somebody else than the person of the test. */
const other = (): Persona => persona(3, serial++);

/** By the server's clock, which other tests have moved. */
async function inTwoDays(server: Server): Promise<string> {
  const { today } = await new Api(server).send<{ today: string }>('GET', '/api/config');
  return new Date(Date.parse(today) + 86_400_000 * 2).toISOString().slice(0, 10);
}

/** A visit far enough off that there are earlier ones. */
async function bookFar(server: Server, who: Persona, slot = -1): Promise<Visit> {
  await daytime(server);
  const visit = await book(server, who);
  const api = new Api(server);
  const query = 'service=card_and_account&age_group=from_14_to_59';
  const days = await api.send<{ days: { date: string; free: number }[] }>('GET', `/api/offices/hcm-pc06/days?${query}`);
  const free = days.days.filter((day) => day.free > 0);
  const date = free[Math.min(12, free.length - 1)]!.date;
  const slots = await api.send<{ slots: { time: string }[] }>('GET', `/api/offices/hcm-pc06/days/${date}?${query}`);
  const time = slots.slots.at(slot)!.time;
  const hold = await api.send<{ id: string }>('POST', '/api/holds', {
    office_id: 'hcm-pc06',
    starts_at: `${date}T${time}`,
    service: 'card_and_account',
    age_group: 'from_14_to_59',
  });
  await api.send('POST', `/api/bookings/${visit.reference}/reschedule`, { hold_id: hold.id }, auth(visit));
  return { ...visit, date, time: time.slice(0, 5) };
}

test('waits for an earlier place and takes it with one tap @both', async ({ page, server, who, axe, here }) => {
  test.slow();
  const visit = await bookFar(server, who);
  await here.open(slip(visit));
  await link(page, here.say('tracking.waiting.join')).click();
  await expect(heading(page, here.say('title'))).toBeVisible();
  await expect(button(page, here.say('join'))).toBeVisible();
  await axe(page);
  await button(page, here.say('choose')).click();
  await expect(page.locator('#wish')).toBeFocused();
  await expect(page.locator('.waiting-offices li')).toHaveCount(1);
  await axe(page);
  await fits(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `waiting-wish-${here.lang}.aria.yml` });

  // Wrong turns: no office, a day after the visit. What is typed stays.
  await page.locator('.waiting-offices button').click();
  await page.locator('#to').fill('2030-01-01');
  await button(page, here.say('join')).click();
  const summary = page.locator('#error-summary');
  await expect(summary).toContainText(here.say('wrong_offices'));
  await expect(summary).toContainText(here.say('wrong_to'));
  await expect(page.locator('#to')).toHaveValue('2030-01-01');
  await axe(page);

  await page.locator('#offices').fill('pc06 tran hung dao');
  await page.getByRole('option').first().click();
  await page.locator('#to').fill(visit.date);
  // A reload loses nothing.
  await page.reload();
  await expect(page.locator('.waiting-offices li')).toHaveCount(1);
  await expect(page.locator('#to')).toHaveValue(visit.date);
  await button(page, here.say('join')).click();

  // There are free places, so the offer comes at once; this page shows it by itself.
  await expect(page.locator('.offer')).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('.offer .countdown')).toBeVisible();
  await axe(page);
  await expect(page.locator('.offer')).toMatchAriaSnapshot({ name: `waiting-offer-${here.lang}.aria.yml` });
  await button(page, here.say('offer.take')).click();
  await expect(page.getByText(here.say('taken'), { exact: true })).toBeVisible();
  await axe(page);
  const message = await server.message(who.phone, /som hon|arlier/);
  expect(message).toContain(visit.reference);
  expect(message).not.toContain('Nguyen');

  const seen = await new Api(server).send<{ visit: { starts_at: string } }>(
    'GET', `/api/dossiers/${visit.reference}`, undefined, auth(visit));
  expect(seen.visit.starts_at.slice(0, 10) < visit.date).toBe(true);
  await page.goBack();
  await expect(page.locator('.slip')).toBeVisible();
});

test('one press joins with what most people want', async ({ page, server, who, axe, here }) => {
  const visit = await bookFar(server, who);
  await here.open(waiting(visit));
  await expect(button(page, here.say('join'))).toBeVisible();
  await expect(page.locator('form')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await button(page, here.say('join')).press('Enter');
  await expect(page.locator('#said')).toBeFocused();
  // There are free places, so the offer comes at once.
  await expect(page.locator('.offer')).toBeVisible({ timeout: 20_000 });
  await axe(page);
});

test('the offer stands on the slip too, and no keeps what one has', async ({ page, server, who, axe, here }) => {
  const visit = await bookFar(server, who);
  const from = await inTwoDays(server);
  await new Api(server).send('POST', `/api/bookings/${visit.reference}/waiting`, { offices: ['hcm-pc06'], from, to: visit.date }, auth(visit));
  await here.open(slip(visit));
  await expect(page.locator('.offer')).toBeVisible({ timeout: 20_000 });
  await axe(page);
  await button(page, here.say('offer.decline')).click();
  await expect.poll(async () => (await look(server, visit)).state).toBe('booked');
  await expect(page.locator('.slip-time')).toHaveText(visit.time);
});

test('the message leads to the one offer and to nothing else', async ({ page, server, who, axe, here }) => {
  const visit = await bookFar(server, who);
  const from = await inTwoDays(server);
  await new Api(server).send('POST', `/api/bookings/${visit.reference}/waiting`, { offices: ['hcm-pc06'], from, to: visit.date }, auth(visit));
  const message = await server.message(who.phone, /\/som\//);
  const address = new URL(/http\S+/.exec(message)![0]);
  await here.open(address.pathname + address.hash);
  await expect(page.locator('.offer')).toBeVisible();
  await axe(page);
  await expect(page.locator('form')).toHaveCount(0);
  await button(page, here.say('offer.take')).click();
  await expect(page.getByText(here.say('taken'), { exact: true })).toBeVisible();
  // The same key opens no slip.
  await here.open(`/lich-hen/${visit.reference}${address.hash}`);
  await expect(page.getByText(here.say('tracking.no_access.title'))).toBeVisible();
  // A broken link says so.
  await here.open(`/som/${visit.reference}#wrong`);
  await expect(page.getByText(here.say('tracking.no_access.title'))).toBeVisible();
  await axe(page);
});

test('joins and leaves the queue by keyboard alone', async ({ page, server, who, axe, here }) => {
  // The first visit of its day: where only that day is wished for, nothing is earlier.
  const visit = await bookFar(server, who, 0);
  await here.open(waiting(visit));
  await button(page, here.say('choose')).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#wish')).toBeFocused();
  await page.locator('#from').fill(visit.date);
  await page.locator('#hours input').nth(1).focus();
  await page.keyboard.press('Space');
  await button(page, here.say('join')).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(here.say('joined'), { exact: true })).toBeVisible();
  await expect(button(page, here.say('leave'))).toBeVisible();
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `waiting-joined-${here.lang}.aria.yml` });
  await button(page, here.say('leave')).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(here.say('left'), { exact: true })).toBeVisible();
});

test('a reminder cancels with one confirming tap @both', async ({ page, server, axe, here }) => {
  const somebody = other();
  const visit = await book(server, somebody);
  const { now } = await new Api(server).send<{ now: string }>('GET', '/api/config');
  const then = Date.parse(`${visit.date}T${visit.time}:00+07:00`);
  // The first of the day: its last reminder came the evening before.
  await server.advance(Math.max(0, Math.ceil((then - Date.parse(now)) / 1000) - 1_200));
  const message = await server.message(somebody.phone, /\/huy\//);
  const address = new URL(/http\S+/.exec(message)![0]);
  await here.open(address.pathname + address.hash);
  await expect(heading(page, here.say('cancel_title'))).toBeVisible();
  await expect(button(page, here.say('cancel_yes'))).toBeVisible();
  await axe(page);
  await fits(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `cancel-link-${here.lang}.aria.yml` });
  // Looking changes nothing.
  expect((await look(server, visit)).state).toBe('booked');
  await button(page, here.say('cancel_yes')).click();
  await expect(page.getByText(here.say('cancelled'), { exact: true })).toBeVisible();
  await axe(page);
  expect((await look(server, visit)).state).toBe('cancelled');
});

test('an office closes a day and its people are moved first @both', async ({ page, server, axe, here }) => {
  const somebody = other();
  const visit = await bookFar(server, somebody);
  const say = (path: string, values = {}) => words(here.lang, `closures.${path}`, values);
  await here.open('/desk/dong-cua');
  await page.locator('#username').fill('truong');
  await page.locator('#password').fill('CanBo-2026!');
  await button(page, here.say('desk.sign_in')).click();
  await expect(heading(page, say('title'))).toBeVisible({ timeout: 20_000 });
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `closures-form-${here.lang}.aria.yml` });
  await button(page, say('look')).click();
  await expect(page.locator('#error-summary')).toContainText(say('wrong_date'));
  await expect(page.locator('#error-summary')).toContainText(say('wrong_reason'));
  await page.locator('#date').fill(visit.date);
  await page.locator('#reason').fill('Bảo trì hệ thống điện');
  await button(page, say('look')).click();
  await expect(page.locator('#confirm')).toContainText(visit.reference);
  await axe(page);
  await expect(page.locator('#confirm')).toMatchAriaSnapshot({ name: `closures-confirm-${here.lang}.aria.yml` });
  await button(page, say('close')).click();
  const listed = page.locator('section.panel').filter({ hasText: visit.reference });
  await expect(listed).toBeVisible();
  await axe(page);
  await expect(listed).toMatchAriaSnapshot({ name: `closures-listed-${here.lang}.aria.yml` });

  // The person finds the offer on the slip and takes it.
  await expect.poll(async () => (await new Api(server).send<{ waiting: string }>(
    'GET', `/api/dossiers/${visit.reference}`, undefined, auth(visit))).waiting).toBe('move_offered');
  await here.open(slip(visit));
  await expect(page.locator('.offer')).toBeVisible({ timeout: 20_000 });
  await axe(page);
  await button(page, here.say('offer.take')).click();
  await expect.poll(async () => (await new Api(server).send<{ waiting: string }>(
    'GET', `/api/dossiers/${visit.reference}`, undefined, auth(visit))).waiting).toBe('none');
  const desk = await officer(server, 'truong');
  const list = await desk.send<{ closures: { people: { reference: string; moving: string }[] }[] }>('GET', '/api/desk/closures');
  const mine = list.closures.flatMap((one) => one.people).find((one) => one.reference === visit.reference);
  expect(mine?.moving).toBe('moved');
});

test('only the manager finds the page of closed days', async ({ page, here }) => {
  await here.open('/desk/dong-cua');
  await page.locator('#username').fill('canbo');
  await page.locator('#password').fill('CanBo-2026!');
  await button(page, here.say('desk.sign_in')).click();
  await expect(page.getByText(words(here.lang, 'closures.not_yours'))).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('link', { name: words(here.lang, 'desk.nav_closures'), exact: true })).toHaveCount(0);
});
