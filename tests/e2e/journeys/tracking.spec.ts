import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { book, type Visit } from '../support/book.js';
import { Api, officer, receive } from '../support/case.js';
import { fits } from '../support/fits.js';
import { persona } from '../support/persona.js';
import { expect, test as base } from '../support/test.js';
import { type Lang, words } from '../support/words.js';

interface Here {
  /** The project's language. */
  lang: Lang;
  /** A message of the tracking pages. */
  say: (path: string, values?: Record<string, string>) => string;
  /** Opens an address in the project's language. */
  open: (path: string) => Promise<void>;
}

/** The file in which a message of these pages stands. */
function message(path: string): string {
  const [group, ...rest] = path.split('.');
  if (group === 'find') return path;
  if (group === 'move') return ['moving', ...rest].join('.');
  return ['now', 'due', 'account', 'ask'].includes(group!) ? `after.${path}` : `tracking.${path}`;
}

const test = base.extend<{ here: Here }>({
  here: async ({ page }, use, info) => {
    const lang: Lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    const say = (path: string, values = {}) => words(lang, message(path), values);
    await use({ lang, say, open: async (path) => void (await page.goto((lang === 'en' ? '/en' : '') + path)) });
  },
});

const slip = (visit: Visit) => `/lich-hen/${visit.reference}#${visit.key}`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const short = (date: string) => date.split('-').reverse().join('/');

async function calendar(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return readFileSync((await file.path())!, 'utf8').replaceAll('\r\n ', '');
}

test('the slip tells all, survives reload and bookmark, and goes into a calendar @both', async ({
  page,
  server,
  who,
  axe,
  here,
  context,
}) => {
  const visit = await book(server, who);
  await here.open(slip(visit));
  const paper = page.locator('.slip');
  await expect(paper).toContainText(visit.reference);
  await expect(paper).toContainText(visit.time);
  await expect(paper).toContainText('258 Trần Hưng Đạo');
  await expect(paper).toContainText(who.name);
  await expect(paper).toContainText(here.say('paper.old_card'));
  await expect(paper).toContainText(here.say('paper.own_phone'));
  // The page may be seen by others: the number is masked.
  await expect(page.locator('body')).not.toContainText(who.number);
  await expect(page.locator('body')).not.toContainText(who.phone);
  await axe(page);
  await expect(page.locator('.slip-body')).toMatchAriaSnapshot({ name: `slip-${here.lang}.aria.yml` });

  await page.reload();
  await expect(paper).toContainText(visit.reference);
  const bookmark = await context.newPage();
  await bookmark.goto(page.url());
  await expect(bookmark.locator('.slip')).toContainText(visit.reference);
  await bookmark.close();

  const entry = await calendar(page, here.say('actions.calendar'));
  expect(entry).toContain(`UID:${visit.reference}@`);
  expect(entry).toContain('SEQUENCE:0');
  expect(entry).toContain(`DTSTART;TZID=Asia/Ho_Chi_Minh:${visit.date.replaceAll('-', '')}T${visit.time.replace(':', '')}00`);
  // Calendars are shared: neither the key nor the person belongs in there.
  expect(entry).not.toContain(visit.key);
  expect(entry).not.toContain(who.name);
});

test('the slip prints on half a sheet, alone', async ({ page, server, who, here }) => {
  const visit = await book(server, who);
  await here.open(slip(visit));
  await expect(page.locator('.slip')).toBeVisible();
  for (const format of ['A5', 'A4']) {
    const pdf = (await page.pdf({ format })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g), format).toHaveLength(1);
  }
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.slip-note')).toBeVisible();
  await expect(page.locator('#steps')).toBeHidden();
});

test('a visit is moved: rules first, back works, the calendar entry counts up @both', async ({ page, server, who, axe, here }) => {
  const visit = await book(server, who);
  await here.open(slip(visit));
  await page.getByRole('link', { name: here.say('change.move') }).click();
  await expect(heading(page, here.say('move.title'))).toBeFocused();
  await expect(page.locator('.panel')).toContainText(here.say('move.rule_kept'));
  await expect(page.locator('.panel')).toContainText('3');
  await expect(page.locator('button.day').first()).toBeVisible();
  await axe(page);
  await fits(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `move-day-${here.lang}.aria.yml` });
  await page.locator('button.day').nth(1).click();
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `move-times-${here.lang}.aria.yml` });
  await axe(page);
  const times = page.url();
  await page.locator('.slot').nth(2).click();
  await expect(heading(page, here.say('move.confirm'))).toBeVisible();
  await axe(page);
  await fits(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `move-confirm-${here.lang}.aria.yml` });

  await page.goBack();
  await expect(page).toHaveURL(times);
  await expect(page.locator('.slot').first()).toBeVisible();
  await page.goForward();
  await page.reload();
  await expect(page.locator('.move-from')).toContainText(visit.time);
  await button(page, here.say('move.do')).click();

  await expect(page.getByText(here.say('slip.moved'), { exact: true })).toBeVisible();
  await expect(page.locator('.slip-time')).not.toHaveText('');
  await expect(page.locator('.slip')).not.toContainText(short(visit.date));
  expect(await calendar(page, here.say('actions.calendar'))).toContain('SEQUENCE:1');
  // Said once: a reload tells of the visit, not of the move.
  await page.reload();
  await expect(page.locator('.slip')).toBeVisible();
  await expect(page.getByText(here.say('slip.moved'), { exact: true })).toHaveCount(0);
});

test('a time that goes meanwhile: the free ones are offered and nothing is lost', async ({ page, server, who, here }) => {
  const visit = await book(server, who, { office: 'hcm-quan-10' });
  await here.open(slip(visit));
  await page.getByRole('link', { name: here.say('change.move') }).click();
  await page.locator('button.day').nth(1).click();
  const chosen = page.locator('.slot').nth(1);
  const time = (await chosen.getAttribute('data-value'))!;
  await chosen.click();
  await expect(heading(page, here.say('move.confirm'))).toBeVisible();
  // The page has read the time before others take it: one that is read later would send back at once.
  await expect(button(page, here.say('move.do'))).toBeVisible();
  const date = new URL(page.url()).searchParams.get('ngay')!;
  await takeAll(new Api(server), 'hcm-quan-10', `${date}T${time}`);

  await button(page, here.say('move.do')).click();
  await expect(page.getByText(words(here.lang, 'errors.problem.slot_taken'))).toBeVisible();
  await expect(page.locator('.slot').first()).toBeVisible();
  await expect(page.locator(`.slot[data-value="${time}"]`)).toHaveCount(0);
  await here.open(slip(visit));
  await expect(page.locator('.slip-time')).toHaveText(visit.time);
});

/** Holds every place at a time. */
async function takeAll(api: Api, office_id: string, starts_at: string): Promise<void> {
  for (let i = 0; i < 30; i++) {
    const hold = { office_id, starts_at, service: 'card_and_account', age_group: 'from_14_to_59' };
    const taken = await api.send('POST', '/api/holds', hold).then(() => true, (error: Error) => !/slot_taken/.test(error.message));
    if (!taken) return;
  }
  throw new Error('the time does not fill up');
}

test('a visit is cancelled: asked once, given back, booked anew @both', async ({ page, server, who, axe, here }) => {
  const visit = await book(server, who);
  await here.open(slip(visit));
  const phrase = page.locator('#phrase');
  const wrong = page.getByRole('link', { name: words(here.lang, 'shared.wrong') });
  await expect(phrase).toBeVisible();
  await expect(wrong).toBeVisible();
  const ask = button(page, here.say('change.cancel'));
  await ask.click();
  await expect(page.getByRole('dialog')).toContainText(here.say('change.cancel_text'));
  await axe(page);
  // Escape is no, and the focus is where it was.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(ask).toBeFocused();
  await ask.click();
  await page.getByRole('dialog').getByRole('button', { name: here.say('change.cancel_yes') }).click();
  await expect(page.locator('#now')).toContainText(here.say('now.cancelled'));
  await expect(page.locator('#now')).toBeFocused();
  // No office calls about it, and nothing of it has to be right: neither at once nor later.
  await expect(phrase).toHaveCount(0);
  await expect(wrong).toHaveCount(0);
  await axe(page);
  await page.reload();
  await expect(page.locator('#now')).toContainText(here.say('now.cancelled'));
  await expect(page.locator('#device')).toBeVisible();
  await expect(phrase.or(wrong)).toHaveCount(0);
  await page.getByRole('link', { name: here.say('now.book_again') }).click();
  await expect(page).toHaveURL(/\/dat-lich/);
});

test('a wrong key, no key and an unknown reference are one page; a good link pasted over it opens', async ({
  page,
  server,
  who,
  axe,
  here,
}) => {
  const visit = await book(server, who);
  const seen: string[] = [];
  for (const link of [`/lich-hen/${visit.reference}#wrong`, `/lich-hen/${visit.reference}`, '/lich-hen/000-000-001#wrong']) {
    await page.goto('about:blank');
    await here.open(link);
    await expect(page.getByText(here.say('no_access.title'))).toBeVisible();
    seen.push(await page.locator('#main').innerText());
  }
  expect(new Set(seen).size).toBe(1);
  await axe(page);
  await page.getByRole('link', { name: here.say('no_access.find') }).click();
  await expect(heading(page, here.say('find.title'))).toBeFocused();
  await here.open(`/lich-hen/${visit.reference}#wrong`);
  await expect(page.getByText(here.say('no_access.title'))).toBeVisible();
  // Story: only what is behind # differs, so the browser does not load the page again.
  await here.open(slip(visit));
  await expect(page.locator('.slip')).toContainText(visit.reference);
});

test('the steps move by themselves; late is said plainly, with a question ready', async ({ page, server, who, axe, here }) => {
  test.slow();
  const visit = await book(server, who, { service: 'card' });
  const other = await book(server, persona(5, 0), { service: 'account', reason: null });
  const desk = await officer(server);
  await desk.send('PUT', '/api/desk/ministry', { pace: 'files' });
  await here.open(slip(visit));
  await expect(page.locator('.timeline .current')).toContainText(here.say('stage.attended'));
  // Nobody touches the page: it looks by itself.
  await receive(server, visit);
  await expect(page.locator('#now')).toContainText(here.say('due.label'), { timeout: 20_000 });
  await expect(page.locator('.timeline .done').first()).toBeVisible();
  await axe(page);
  await receive(server, other);

  await server.advance(20 * 86_400);
  await expect(page.locator('#now')).toContainText(here.say('due.overdue_text'), { timeout: 40_000 });
  await expect(page.locator('#text')).toHaveValue(/G01\.[\d.]+-\d{6}-\d{4,}/);
  await axe(page);
  // An account has a clock of its own: done at the counter is not done while it is owed.
  await here.open(slip(other));
  await expect(page.locator('#now')).toContainText(here.say('now.account_late'));
  await expect(page.locator('.now-done')).toHaveCount(0);
  const late = page.locator('[aria-labelledby=account-title] .notice-warn');
  await expect(late).toContainText(here.say('account.late_text'));
  await expect(page.locator('#text')).toHaveValue(new RegExp(here.say('account.late_question').split('{date}')[0]!.replace('{code}', 'G01.*')));
  await axe(page);
  await button(page, here.say('ask.send')).click();
  await expect(page.locator('.asked')).toContainText(here.say('ask.waiting'));
  await expect(late).not.toContainText(here.say('account.late_text'));
  expect(JSON.stringify(await (await officer(server)).send('GET', '/api/desk/tickets'))).toContain(other.reference);
  // The code of a dossier is long, and the slip cuts off what reaches beyond it.
  await page.setViewportSize({ width: 320, height: 700 });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  const beyond = await page.locator('.slip-code .mono').evaluate((code) => {
    const said = document.createRange();
    said.selectNodeContents(code);
    return said.getBoundingClientRect().right - code.closest('.slip')!.getBoundingClientRect().right;
  });
  expect(beyond).toBeLessThan(0);
  await (await officer(server)).send('PUT', '/api/desk/ministry', { pace: 'lawful' });
});
