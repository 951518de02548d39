import type { BrowserContext, Page } from '@playwright/test';
import { book } from '../support/book.js';
import { officer as colleague } from '../support/case.js';
import { english, line, opens, three, walkIn } from '../support/line.js';
import { Officer } from '../support/officer.js';
import { Server } from '../support/server.js';
import { expect, test as base } from '../support/test.js';
import { type Lang, words } from '../support/words.js';

const SOON = { timeout: 2_000 };

/** Every test has an office of its own: a line is what all of an office's people make together. */
const test = base.extend<{ lang: Lang; desk: Officer }, { server: Server }>({
  lang: async ({}, use, info) => use(String(info.project.use.locale).startsWith('en') ? 'en' : 'vi'),
  desk: async ({ page, lang }, use) => use(new Officer(page, lang)),
});

/** A page of its own, as another person's browser has. */
async function screen(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

/** Signs in and works at a station. */
async function sits(desk: Officer, station: number): Promise<void> {
  await desk.open();
  await desk.sign_in();
  await desk.at_day();
  const choose = desk.page.getByRole('button', { name: desk.say('line.station', { station: String(station) }), exact: true });
  await choose.click();
  await expect(desk.page.getByRole('heading', { level: 3, name: desk.say('line.station', { station: String(station) }) })).toBeVisible();
}

test('arriving, being called and served: the desk, the hall and the phone tell the same at once @both @desk-vi', async ({ desk, page, server, who, lang, browser, axe }) => {
  const visit = await book(server, who, { service: 'card' });
  const other = await opens(server, visit);
  await sits(desk, 2);
  await expect(page.locator('.line')).toContainText(desk.say('line.nobody'));
  await axe(page);

  await desk.row(visit).getByRole('button', { name: desk.say('step_check_in') }).click();
  await expect(page.locator('.line-row')).toHaveCount(1, SOON);
  const number = (await line(other)).waiting[0]!.number;
  await expect(page.getByRole('status').filter({ hasText: three(number) }).first()).toBeVisible();
  await expect(page.locator('.line-row')).toContainText(words(lang, 'line.why_on_time', { time: visit.time }));
  // A line is seen by everybody who passes.
  await expect(page.getByText(who.name)).toHaveCount(0);

  // The message leads to the person's own page.
  const message = await server.message(who.phone, /cho-goi/);
  expect(message).toContain(three(number));
  const key = message.split('#')[1]!;
  const phone = await browser.newContext({ locale: lang === 'en' ? 'en-GB' : 'vi-VN', viewport: { width: 360, height: 740 }, baseURL: server.baseURL });
  const link = await screen(phone, english(lang, `/cho-goi#${key}`));
  await expect(link.getByRole('heading', { level: 1, name: words(lang, 'queue.title') })).toBeVisible();
  await expect(link.locator('.queue-number')).toHaveText(three(number));
  await expect(link.locator('.queue-title')).toHaveText(words(lang, 'queue.ahead_none'));
  await axe(link);
  const hall = await screen(phone, english(lang, '/man-hinh/hcm-pc06'));
  await expect(hall.getByText(words(lang, 'hall.none'))).toBeVisible();
  await axe(hall);

  // A walk-in with priority goes first, and the phone knows.
  await walkIn(other, 'pregnant');
  await link.bringToFront();
  await expect(link.locator('.queue-title')).toHaveText(words(lang, lang === 'en' ? 'queue.ahead.one' : 'queue.ahead.other', { count: '1' }), SOON);
  await expect(page.locator('.line-row').first()).toContainText(desk.say('line.priority_pregnant'), SOON);
  await expect(page.locator('.line-mine')).toMatchAriaSnapshot({ name: `queue-mine-${lang}.aria.yml` });

  await other.send('POST', '/api/desk/queue/next', { station: 5 });
  await hall.bringToFront();
  await expect(hall.locator('.hall-station')).toContainText('5', SOON);
  await page.bringToFront();
  await desk.press('line.next');
  await expect(page.locator('.line-number')).toHaveText(three(number));
  await hall.bringToFront();
  await expect(hall.locator('.hall-number')).toHaveText(three(number), SOON);
  await expect(hall.locator('.hall-station')).toContainText('2');
  await expect(hall.locator('.hall-list')).toContainText('5');
  await expect(hall.locator('#main')).not.toContainText('***');
  await expect(hall.locator('#main')).toMatchAriaSnapshot({ name: `queue-hall-${lang}.aria.yml` });
  await axe(hall);
  await link.bringToFront();
  await expect(link.locator('.queue-title')).toHaveText(words(lang, 'queue.your_turn'), SOON);
  await expect(link.locator('.queue-station')).toHaveText(words(lang, 'queue.station', { station: '2' }));
  await expect(link).toHaveTitle(new RegExp(words(lang, 'queue.your_turn').replace('!', '.')));
  await axe(link);

  // At the counter the intake begins; the dossier knows the number.
  await page.bringToFront();
  await axe(page);
  await desk.press('line.serve');
  await desk.dossier(visit, 'in_intake');
  await expect(page.locator('.desk-title')).toContainText(words(lang, 'desk.ticket', { number: three(number) }));
  await page.goBack();
  await desk.at_day();
  await desk.press('line.done');
  await expect(page.locator('.line')).toContainText(desk.say('line.nobody'));
  await link.bringToFront();
  await expect(link.locator('.queue-title')).toHaveText(words(lang, 'queue.done'), SOON);
  await axe(link);
  await phone.close();
});

test('a whole call with the keyboard alone: walk-in, next, again, absent, back, transfer, done', async ({ desk, page, server, who, axe }) => {
  await opens(server, await book(server, who, { service: 'card' }));
  await sits(desk, 3);
  const say = (key: string, number: number, station = '') => desk.say(`line.${key}`, { number: three(number), station });
  const told = (text: string) => expect(page.locator('.line .notice-title')).toHaveText(text);
  const given: number[] = [];
  for (const priority of ['none', 'disabled']) {
    await page.keyboard.press('w');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    if (given.length === 0) await axe(page);
    await dialog.locator(`input[value=${priority}]`).focus();
    await page.keyboard.press('Space');
    await dialog.locator('#phone').focus();
    await page.keyboard.press('Enter');
    const number = dialog.locator('.line-number');
    await expect(number).toBeVisible();
    given.push(Number(await number.textContent()));
    await expect(dialog.getByRole('img')).toBeVisible();
    if (given.length === 1) await axe(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  const [first, preferred] = given as [number, number];
  await expect(page.locator('.line-row').first()).toContainText(three(preferred));

  await page.keyboard.press('g');
  await expect(page.locator('.line-number')).toHaveText(three(preferred));
  await told(say('said_called', preferred, '3'));
  // Nobody is absent after one call: they may not have heard it.
  await page.keyboard.press('v');
  await told(desk.say('line.absent_early'));
  // Nobody else is called meanwhile.
  await page.keyboard.press('g');
  await told(desk.say('line.on_the_way'));
  await page.keyboard.press('r');
  await told(say('said_recalled', preferred));
  await page.keyboard.press('v');
  await told(say('said_back_of_line', preferred));
  await expect(page.locator('.line-row')).toHaveText([new RegExp(three(first)), new RegExp(three(preferred))]);

  await page.keyboard.press('g');
  await expect(page.locator('.line-number')).toHaveText(three(first));
  await told(say('said_called', first, '3'));
  await page.keyboard.press('b');
  await told(say('said_serving', first, '3'));
  await page.keyboard.press('c');
  await page.getByRole('dialog').locator('input[value="5"]').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await told(say('said_transferred', first, '5'));
  await expect(page.locator('.line-row').first()).toContainText(desk.say('line.why_transferred', { station: '5' }));

  // The absent one is called again, twice in vain: closed, and back at the end when they come.
  await page.keyboard.press('g');
  await expect(page.locator('.line-number')).toHaveText(three(preferred));
  await told(say('said_called', preferred, '3'));
  await page.keyboard.press('r');
  await told(say('said_recalled', preferred));
  await page.keyboard.press('v');
  await told(say('said_absent', preferred));
  await page.getByRole('button', { name: desk.say('line.back') }).first().press('Enter');
  await told(say('said_back', preferred));
  await page.keyboard.press('g');
  await expect(page.locator('.line-number')).toHaveText(three(preferred));
  await told(say('said_called', preferred, '3'));
  await page.keyboard.press('b');
  await told(say('said_serving', preferred, '3'));
  await page.keyboard.press('x');
  await told(say('said_done', preferred));
  await expect(page.locator('#line-mine')).toBeFocused();
  // Every key is listed.
  await page.keyboard.press('?');
  for (const key of ['next', 'recall', 'serve', 'absent', 'transfer', 'done', 'give']) {
    await expect(page.getByRole('dialog')).toContainText(desk.say(`line.key_${key}`));
  }
});

test('two officers: each calls another person, and sees what the other does', async ({ desk, page, server, who, lang, browser }) => {
  const other = await opens(server, await book(server, who, { service: 'card' }));
  for (let i = 0; i < 4; i++) await walkIn(other);
  await sits(desk, 1);
  const context = await browser.newContext({ baseURL: server.baseURL });
  const second = new Officer(await context.newPage(), lang);
  await second.open();
  await second.sign_in('truong');
  await second.at_day();
  await second.page.getByRole('button', { name: desk.say('line.station', { station: '4' }), exact: true }).click();
  const next = (of: Officer) => of.page.getByRole('button', { name: of.say('line.next') }).click();
  await Promise.all([next(desk), next(second)]);
  const numbers = await Promise.all([page, second.page].map(async (p) => {
    await expect(p.locator('.line-number')).toBeVisible();
    return p.locator('.line-number').textContent();
  }));
  expect(new Set(numbers).size).toBe(2);
  await page.bringToFront();
  await expect(page.locator('.line-others')).toContainText(desk.say('line.at_station', { number: numbers[1]!, station: '4' }), SOON);
  await expect(page.locator('.line-row')).toHaveCount(2, SOON);
  // The station is remembered.
  await page.reload();
  await desk.at_day();
  await expect(page.locator('.line-number')).toHaveText(numbers[0]!);
  await context.close();
});

test('a dropped network and a server that was started anew: the picture says that it is old, and is fresh again by itself', async ({ page, who, lang }) => {
  const server = await Server.start();
  try {
    const other = await opens(server, await book(server, who, { service: 'card' }));
    await page.goto(`${server.baseURL}${english(lang, '/man-hinh/hcm-pc06')}`);
    await expect(page.getByText(words(lang, 'hall.none'))).toBeVisible();
    await page.context().setOffline(true);
    await page.waitForFunction(() => !navigator.onLine);
    await walkIn(other);
    await other.send('POST', '/api/desk/queue/next', { station: 6 });
    await page.context().setOffline(false);
    await expect(page.locator('.hall-station')).toContainText('6', { timeout: 8_000 });

    await server.halt();
    await expect(page.getByText(words(lang, 'hall.stale'))).toBeVisible({ timeout: 8_000 });
    // What was known stays in sight.
    await expect(page.locator('.hall-station')).toContainText('6');
    await server.again();
    const after = await colleague(server);
    await walkIn(after);
    await after.send('POST', '/api/desk/queue/next', { station: 2 });
    await expect(page.locator('.hall-station')).toContainText('2', { timeout: 12_000 });
    await expect(page.getByText(words(lang, 'hall.stale'))).toHaveCount(0, { timeout: 12_000 });
  } finally {
    await server.stop();
  }
});

test('where no stream comes through the page asks now and then', async ({ page, server, who, lang }) => {
  const other = await opens(server, await book(server, who, { service: 'card' }));
  await page.route('**/events', (route) => route.fulfill({ status: 502, body: '' }));
  await page.goto(english(lang, '/man-hinh/hcm-pc06'));
  await expect(page.getByText(words(lang, 'hall.none'))).toBeVisible();
  await walkIn(other);
  await other.send('POST', '/api/desk/queue/next', { station: 4 });
  await expect(page.locator('.hall-station')).toContainText('4', { timeout: 8_000 });
  await expect(page.getByText(words(lang, 'hall.stale'))).toBeVisible();
});

test('a link that opens nothing, and one of yesterday @both', async ({ page, server, who, lang, axe }) => {
  const other = await opens(server, await book(server, who, { service: 'card' }));
  const given = await walkIn(other);
  await page.goto(english(lang, '/cho-goi'));
  await expect(page.getByText(words(lang, 'queue.no_access'), { exact: true })).toBeVisible();
  await axe(page);
  await page.goto(english(lang, '/cho-goi#nonsense'));
  await page.reload();
  await expect(page.getByText(words(lang, 'queue.no_access'), { exact: true })).toBeVisible();
  await page.goto('about:blank');
  await page.goto(english(lang, `/cho-goi#${given.key}`));
  await expect(page.locator('.queue-number')).toHaveText(three(given.number));
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `queue-place-${lang}.aria.yml` });
  // The key stays with the page when the language changes.
  await page.getByRole('link', { name: lang === 'en' ? 'Tiếng Việt' : 'English' }).click();
  await expect(page.locator('.queue-number')).toHaveText(three(given.number));
});
