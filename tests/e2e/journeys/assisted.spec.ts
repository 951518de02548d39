import type { Page } from '@playwright/test';
import { book, comes } from '../support/book.js';
import { Citizen } from '../support/citizen.js';
import { Officer } from '../support/officer.js';
import { expect, test as base } from '../support/test.js';

/** The office of `canbo.danang`: some of its places are kept for phone and desk. */
const OFFICE = 'dn-hai-chau';
const MARK = 'x-assisted';

const test = base.extend<{ desk: Officer; helper: Citizen }>({
  desk: async ({ page }, use, info) => {
    await use(new Officer(page, String(info.project.use.locale).startsWith('en') ? 'en' : 'vi'));
  },
  /** The officer at the booking pages, typing what the person says. */
  helper: async ({ page, server, who, desk }, use) => {
    await use(new Citizen(page, server, who, desk.lang));
  },
});

/** The banner that says for whom this is done. */
function banner(page: Page, desk: Officer) {
  return page.locator('.notice').filter({ hasText: desk.say('helping.title') });
}

async function begin(desk: Officer, username = 'canbo.danang'): Promise<void> {
  await desk.open();
  await desk.sign_in(username);
  await desk.at_day();
  await desk.press('help');
}

/** What the tab still keeps of the booking. */
const kept = (page: Page) => page.evaluate(() => Object.keys(sessionStorage).filter((name) => /^(booking|assisted)/.test(name)));

test('an officer books for somebody who phones @both', async ({ desk, helper, page, server, who, axe }) => {
  const marked: string[] = [];
  page.on('request', (request) => {
    if (request.headers()[MARK] === '1') marked.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
  await begin(desk);
  await helper.at('needs.status.title');
  await expect(banner(page, desk)).toBeVisible();
  await axe(page);
  await expect(page.locator('main')).toMatchAriaSnapshot({ name: `assisted-begin-${desk.lang}.aria.yml` });

  await helper.needs({}, async () => expect(banner(page, desk)).toBeVisible());
  await helper.choose_place();
  await expect(banner(page, desk)).toBeVisible();
  await helper.office(OFFICE, 'hai chau');
  await axe(page);
  await helper.time();
  await helper.details();
  await helper.at('booking.phone.title');
  // The person reads out what came, and the message says when that is right.
  await expect.poll(async () => (await server.messages()).find((one) => one.to.endsWith(who.phone.slice(-9)))?.body ?? '').toMatch(
    desk.lang === 'vi' ? /CHI doc cho can bo khi CHINH BAN/ : /Read it out ONLY if YOU called/,
  );
  await helper.prove();
  await helper.at('booking.check.title');
  await axe(page);
  await page.locator('#declared').check();
  await helper.press('booking.check.book');

  await desk.at('helped_title');
  await axe(page);
  const reference = /da-dat\/([^/?#]+)/.exec(page.url())![1]!;
  await expect(page.locator('.reference')).toHaveText(reference);
  await expect(page.getByText(desk.say('helped_text'))).toBeVisible();
  // Nothing of the person stays behind, and the officer is themselves again.
  expect(await kept(page)).toEqual([]);
  expect(marked).toEqual(expect.arrayContaining(['POST /api/holds', 'POST /api/phone-codes', 'POST /api/bookings']));
  await page.goBack();
  await expect(banner(page, desk)).toHaveCount(0);
  expect(await kept(page)).toEqual([]);

  // The person has been written to; the desk knows who booked.
  const told = (await server.messages()).map((message) => message.body);
  expect(told.some((body) => body.includes(reference))).toBe(true);
  await desk.open(`/da-dat/${reference}`);
  await page.getByRole('link', { name: desk.say('helped_open') }).click();
  await desk.at('dossier_title', { reference });
  await expect(page.getByText(desk.say('helped_event'))).toBeVisible();
  await expect(page.locator('.desk-cols')).not.toContainText(who.number);

  const visit = { reference } as Parameters<typeof comes>[1];
  await page.getByRole('link', { name: desk.say('nav_day') }).first().click();
  await desk.at_day();
  for (let i = 0; i < 8 && (await desk.row(visit).count()) === 0; i++) {
    const next = page.waitForResponse((answer) => answer.url().includes('/api/desk/day?'));
    await page.getByRole('button', { name: desk.say('day_next') }).click();
    await (await next).finished();
    await desk.at_day();
  }
  await expect(desk.row(visit)).toContainText(desk.say('helped_tag'));
  await axe(page);
});

test('by the keyboard: into the mode, through a reload, and out of it with nothing left', async ({ desk, helper, page }) => {
  await begin(desk);
  await helper.at('needs.status.title');
  await page.locator('input[value="citizen"]').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await helper.at('needs.birth.title');
  await page.reload();
  await helper.at('needs.birth.title');
  await expect(banner(page, desk)).toBeVisible();
  expect(await kept(page)).toContain('assisted');
  const stop = page.getByRole('button', { name: desk.say('helping.stop') });
  for (let i = 0; i < 30 && !(await stop.evaluate((button) => button === document.activeElement)); i++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await desk.at_day();
  expect(await kept(page)).toEqual([]);
  // The next who books here in their own name is asked from the beginning.
  await helper.open('/dat-lich');
  await helper.at('needs.status.title');
  await expect(banner(page, desk)).toHaveCount(0);
  await expect(page.locator('input:checked')).toHaveCount(0);
});

test('what the officer typed for themselves is not mixed into it, and signing out ends it', async ({ desk, helper, page }) => {
  await helper.open('/dat-lich');
  await helper.answer('status', { status: 'citizen' } as Parameters<Citizen['answer']>[1]);
  await begin(desk);
  await helper.at('needs.status.title');
  await expect(page.locator('input:checked')).toHaveCount(0);
  await desk.open();
  await desk.at_day();
  await page.getByRole('button', { name: desk.say('sign_out') }).first().click();
  await desk.at('sign_in_title');
  expect(await kept(page)).toEqual([]);
});

test('a session that ended is said, and nothing typed is lost', async ({ desk, helper, page, context }) => {
  await begin(desk);
  await helper.needs();
  await helper.choose_place();
  await context.clearCookies();
  await page.locator('#search').fill('hai chau');
  await page.locator(`[data-office="${OFFICE}"]`).getByRole('button').click();
  await expect(page.getByText(desk.say('errors.problem.not_signed_in')).first()).toBeVisible();
  await expect(banner(page, desk)).toBeVisible();
});

test('an officer acts on the page of who has booked; the person reads it @both', async ({ desk, page, server, who, axe, browser }) => {
  const visit = await book(server, who);
  const lang = desk.lang === 'en' ? '/en' : '';
  await desk.open(`/ho-so/${visit.reference}`);
  await desk.sign_in('canbo');
  await desk.dossier(visit, 'booked');
  // Nobody acts for somebody whose data they had no reason to see.
  await expect(page.getByRole('button', { name: desk.say('act') })).toHaveCount(0);
  await desk.reveal('at_counter');
  await desk.press('act');
  await expect(page).toHaveURL(new RegExp(`/lich-hen/${visit.reference}`));
  const strip = page.locator('.helping');
  await expect(strip).toContainText(visit.reference);
  await expect(strip).toContainText(desk.say('helping.text_of'));
  await axe(page);
  // The same page after a reload, for the same officer alone.
  await page.reload();
  await expect(strip).toContainText(visit.reference);
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(page.url());
  await expect(elsewhere.getByText(desk.say('tracking.no_access.title'))).toBeVisible();
  await elsewhere.context().close();
  await page.getByRole('button', { name: desk.say('tracking.change.cancel'), exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: desk.say('tracking.change.cancel_yes') }).click();
  await expect(page.locator('#now')).toContainText(desk.say('after.now.cancelled'));
  await strip.getByRole('button', { name: desk.say('helping.stop') }).click();
  await desk.dossier(visit, 'cancelled');
  await expect(page.getByText(desk.say('helped_event'))).toBeVisible();
  expect(await kept(page)).toEqual([]);
  const owner = await (await browser.newContext()).newPage();
  await owner.goto(`${server.baseURL}${lang}/lich-hen/${visit.reference}#${visit.key}`);
  await owner.locator('summary').filter({ hasText: /2/ }).filter({ hasText: desk.lang === 'en' ? 'data' : 'dữ liệu' }).click();
  await expect(owner.locator('main')).toContainText(desk.lang === 'en' ? 'opened this page to act for you' : 'mở trang này để làm giúp bạn');
  await owner.context().close();
});

test('online the kept places are not offered; the page says when they open', async ({ helper, page, server, axe, desk }) => {
  const query = 'service=card_and_account&age_group=from_14_to_59';
  const days = (await (await fetch(`${server.baseURL}/api/offices/${OFFICE}/days?${query}`)).json()) as { days: { date: string }[] };
  // Far enough for the kept places, and a day that no other test of this worker books.
  const date = days.days[5]!.date;
  for (let i = 0; i < 200; i++) {
    const day = (await (await fetch(`${server.baseURL}/api/offices/${OFFICE}/days/${date}?${query}`)).json()) as { slots: { time: string }[] };
    if (day.slots.length === 0) break;
    for (const slot of day.slots) {
      await fetch(`${server.baseURL}/api/holds`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `kept-${date}-${i}-${slot.time}-0000` },
        body: JSON.stringify({ office_id: OFFICE, starts_at: `${date}T${slot.time}`, service: 'card_and_account', age_group: 'from_14_to_59' }),
      });
    }
  }
  await helper.needs();
  await helper.choose_place();
  await helper.office(OFFICE, 'hai chau');
  const start = desk.say('booking.time.kept_for_others').split('{')[1]!.split('}')[1]!.split('{')[0]!.trim();
  await expect(page.locator('#day-list')).toContainText(start);
  await axe(page);
});
