import { test as base, expect } from '../support/test.js';
import { book } from '../support/book.js';
import { Citizen } from '../support/citizen.js';
import { officer } from '../support/case.js';
import { Household, type Member } from '../support/household.js';
import type { Server } from '../support/server.js';

const test = base.extend<{ citizen: Citizen; household: Household }>({
  citizen: async ({ page, server, who }, use, info) => {
    const lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    await use(new Citizen(page, server, who, lang));
  },
  household: async ({ citizen }, use) => use(new Household(citizen)),
});

test('grandmother, mother and child book one window and have a slip each @both', async ({ citizen, household, page, axe, server, who }, info) => {
  test.slow();
  const suffix = info.project.name;
  await on_list(server, household.members[1], who.phone);
  // Who answers for themselves first brings the others: nothing is asked twice.
  const [grandmother, mother, child] = household.members;
  await citizen.needs(grandmother.answers);
  await page.getByRole('button', { name: citizen.say('due.result.whole_family') }).click();
  await citizen.at('household.title');
  await expect(page.locator('.member')).toHaveCount(1);
  await axe(page);
  // Going back leads to the answers as they were.
  await page.goBack();
  await citizen.at('due.result.book');
  await page.goForward();
  await citizen.at('household.title');
  // One alone is no family.
  await citizen.go_on();
  await expect(page.locator('#error-summary')).toContainText(citizen.say('household.too_few'));
  await axe(page);
  await household.add(mother);
  await household.add(child);
  await expect(page.locator('.member')).toHaveCount(3);
  await expect(page.locator('.member').nth(2)).toContainText(citizen.say('needs.service.card_and_account'));
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `household-list-${suffix}.aria.yml` });

  await household.to_windows();
  await expect(page.locator('#times')).toBeFocused();
  await axe(page);
  const words = citizen.say('household.window_people', { count: '3' });
  await expect(page.locator('.windows .slot').first()).toContainText(words);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `household-time-${citizen.lang}.aria.yml` });
  const start = await household.window();
  await axe(page);
  await household.details();
  await axe(page);
  await household.phone();
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `household-check-${citizen.lang}.aria.yml` });
  // The mother's household is on a list: she pays nothing, and reads why.
  await expect(page.locator('section').filter({ has: page.getByRole('heading', { name: household.members[1].name }) })).toContainText(citizen.say('due.free.poor_household'));
  for (const member of household.members) await expect(page.getByRole('heading', { name: member.name })).toBeVisible();
  await expect(page.getByText(household.members[2].number)).toBeVisible();
  await household.book();

  await page.waitForURL(/\/ca-nha\/da-dat#/);
  await citizen.at('household.booked_title');
  const slips = page.locator('.member');
  await expect(slips).toHaveCount(3);
  await expect(slips.first()).toContainText(start.slice(0, 5));
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `household-booked-${citizen.lang}.aria.yml` });
  const sms = await server.message(who.phone, /ca nha|Family visit/);
  for (const reference of await page.locator('.member .mono').allTextContents()) expect(sms).toContain(reference);
  // A reload shows the same; each slip has an address of its own.
  await page.reload();
  await expect(slips).toHaveCount(3);
  await slips.nth(1).getByRole('link').click();
  await expect(page).toHaveURL(/\/lich-hen\/[^/]+#.{20,}/);
  await expect(page.locator('.slip')).toBeVisible();
  // Each slip leads back to all of them, without their addresses being known, until the device is told to forget.
  await page.getByRole('link', { name: citizen.say('shared.family'), exact: true }).click();
  await expect(slips).toHaveCount(3);
  await slips.nth(2).getByRole('link').click();
  await page.reload();
  await expect(page.getByRole('link', { name: citizen.say('shared.family'), exact: true })).toBeVisible();
  // Nothing is left of the draft, and back does not book twice.
  await citizen.open('/dat-lich/ca-nha');
  await expect(page.locator('.member')).toHaveCount(0);
});

/** A commune's list names this person's household as poor, and the phone. */
async function on_list(server: Server, member: Member, phone: string): Promise<void> {
  const [day, month, year] = member.answers.birth!;
  const row = `${member.number};${member.name};${day}/${month}/${year};Hộ nghèo;26740;01/01/2026;31/12/2027;${phone}`;
  const csv = `Số định danh;Họ và tên;Ngày sinh;Đối tượng;Xã phường;Từ ngày;Đến ngày;Điện thoại\n${row}\n`;
  const desk = await officer(server, 'truong');
  const { seen } = await desk.send<{ seen: string }>('POST', '/api/desk/aid/preview', { csv });
  await desk.send('POST', '/api/desk/aid', { csv, seen });
}

test('a member who has an appointment is named and nobody is booked; without them the others are', async ({ citizen, household, page, axe, server, who }) => {
  test.slow();
  const [, mother] = household.members;
  await book(server, { ...who, name: mother.name, number: mother.number, birth: { day: '6', month: '5', year: '1988' } });
  await server.advance(61);
  await household.to_check();
  await household.book();
  await expect(page.locator('#taken')).toBeFocused();
  await expect(page.locator('#taken')).toContainText(mother.name);
  await axe(page);
  expect(await server.message(who.phone, /da co ho so/)).toBeTruthy();

  await page.locator('#taken').getByRole('link', { name: citizen.say('household.taken_list') }).click();
  await citizen.at('household.title');
  await page.locator('#member-2').getByRole('button').click();
  await expect(page.locator('.member')).toHaveCount(2);
  // Two need less time than three: another window, everything typed is still there.
  await citizen.go_on();
  await citizen.at('household.time_title');
  await page.locator('.windows .slot').first().click();
  await citizen.at('household.check_title');
  await page.locator('#declared').check();
  await page.getByRole('button', { name: citizen.say('household.book.other', { count: '2' }), exact: true }).click();
  await page.waitForURL(/\/ca-nha\/da-dat#/);
  await expect(page.locator('.member')).toHaveCount(2);
});

test('the window fills up before it is pressed: the nearest free ones are offered, and what was typed stays', async ({ household, page, axe, server }) => {
  test.slow();
  await household.list();
  await household.to_windows();
  const first = page.locator('.windows .slot').first();
  const start = await first.getAttribute('data-value');
  const [date] = await page.locator('button.day[aria-pressed="true"]').evaluateAll((all) => all.map((one) => one.getAttribute('data-value')));
  // Others take every place of it meanwhile.
  for (let i = 0; i < 40; i++) {
    const answer = await fetch(`${server.baseURL}/api/holds`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ office_id: 'hcm-pc06', starts_at: `${date}T${start}`, service: 'card', age_group: 'from_60' }),
    });
    if (answer.status === 409) break;
  }
  await first.click();
  await expect(page.locator('#lost')).toBeFocused();
  await axe(page);
  await expect(page.locator('#lost .slot').first()).toBeVisible();
  await page.locator('#lost .slot').first().click();
  await expect(page).toHaveURL(/\/nguoi\/1\/thong-tin$/);
});

test('wrong turns: pages out of turn, a reload, back, and a window that lapses', async ({ citizen, household, page, axe, server }) => {
  test.slow();
  for (const path of ['/noi-lam', '/ngay-gio', '/lien-he', '/kiem-tra', '/nguoi/1/thong-tin', '/nguoi/6/hoi']) {
    await citizen.open(`/dat-lich/ca-nha${path}`);
    await citizen.at('household.title');
  }
  await citizen.open('/dat-lich/ca-nha/da-dat');
  await expect(page.getByText(citizen.say('household.booked_none'))).toBeVisible();
  await axe(page);
  await household.list();
  await household.to_windows();
  await household.window();
  await citizen.go_on();
  await expect(page.locator('#full_name-error')).toBeVisible();
  await expect(page.locator('#otp_phone')).toHaveCount(0);
  await axe(page);
  await household.details();
  await citizen.go_on();
  await expect(page.locator('#otp_phone-error')).toContainText(citizen.say('booking.person.otp_phone_required'));
  await page.goBack();
  await expect(page.locator('#full_name')).toHaveValue(household.members[2].name);
  // A reload keeps names and answers; numbers are never stored.
  await page.reload();
  await expect(page).toHaveURL(/\/nguoi\/1\/thong-tin$/);
  await expect(page.locator('#full_name')).toHaveValue(household.members[0].name);
  await expect(page.locator('#personal_number')).toHaveValue('');
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  for (const member of household.members) expect(kept).not.toContain(member.number);
  await household.details();
  await household.phone();
  await server.advance(601);
  await household.book();
  await expect(page.locator('#held-over')).toBeFocused();
  await axe(page);
  await page.locator('#held-over').getByRole('link').click();
  await citizen.at('household.time_title');
});

test('the list and the windows by keyboard alone, and on a narrow screen', async ({ citizen, household, page }) => {
  test.slow();
  await household.list();
  await page.setViewportSize({ width: 320, height: 700 });
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  expect(await fits()).toBe(true);
  // Whoever takes somebody off the list is told, and stays at the list.
  await page.locator('#member-3').getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.member')).toHaveCount(2);
  await expect(page.locator('#family')).toBeFocused();
  await household.to_windows();
  expect(await fits()).toBe(true);
  await expect(page.locator('#times')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: citizen.say('booking.time.other_day') })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('.windows .slot').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/nguoi\/1\/thong-tin$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await fits()).toBe(true);
});

test('single and family bookings do not mix', async ({ citizen, household, page }) => {
  await household.list();
  await citizen.needs();
  await citizen.at('due.result.book');
  await citizen.open('/dat-lich/ca-nha');
  await expect(page.locator('.member')).toHaveCount(3);
  await expect(page.locator('.member').first()).toContainText('67');
});

test('who has an appointment moves it to another office and time in one step @both', async ({ citizen, page, axe, server, who }) => {
  const first = await book(server, who, { service: 'card' });
  await server.advance(61);
  await citizen.needs({ account: 'no' });
  await citizen.choose_place();
  await citizen.office('hcm-quan-10', 'quan 10');
  const office = 'Diên Hồng';
  const time = await citizen.time(3);
  await citizen.at('booking.person.title');
  await page.locator('#contact_phone').fill('+49 151 23456789');
  await citizen.details();
  await citizen.prove();
  await citizen.at('booking.check.title');
  // Both numbers by their ends alone, for whoever looks over the shoulder; each can be changed.
  const rows = page.locator('dl.summary');
  await expect(rows).toContainText(citizen.say('booking.check.phone_proved', { digits: who.phone.slice(-3) }));
  await expect(rows).toContainText(citizen.say('booking.check.phone_ends', { digits: '789' }));
  const digits = (await page.locator('body').innerText()).replaceAll(/[ .]/g, '');
  expect(digits).not.toContain(who.phone.slice(1));
  expect(digits).not.toContain('15123456789');
  await expect(rows.getByRole('link', { name: citizen.say('booking.check.contact_phone') })).toHaveAttribute('href', /thong-tin$/);
  await page.locator('#declared').check();
  await citizen.press('booking.check.book');
  const exists = page.locator('#exists');
  await expect(exists).toBeFocused();
  await expect(exists).toContainText(first.reference);
  await expect(exists).toContainText('PC06');
  await expect(exists).toContainText(office);
  await expect(exists).toContainText(citizen.say('booking.exists.contact', { digits: '789' }));
  await axe(page);
  await exists.getByRole('button', { name: citizen.say('booking.exists.move_here') }).press('Enter');
  await page.waitForURL(new RegExp(`/lich-hen/${first.reference}#`));
  await expect(page.locator('.slip')).toContainText(office);
  await expect(page.locator('.slip')).toContainText(time.slice(0, 5));
  await expect(page.locator('.slip')).toContainText(citizen.say('tracking.slip.booked_new'));
  const wishes = await fetch(`${server.baseURL}/api/dossiers/${first.reference}/notices`, { headers: { 'x-access-key': first.key } });
  expect((await wishes.json()).contact_ends).toBe('789');
});

test('an account alone takes ten minutes and books without a card', async ({ citizen, page }) => {
  await citizen.needs({ situation: 'account_only' });
  await citizen.at('due.result.book');
  await citizen.choose_place();
  await citizen.office();
  await expect(page.getByText(citizen.say('booking.time.length.other', { count: '10' }))).toBeVisible();
  await citizen.time(1);
  await citizen.details();
  await citizen.prove();
  await citizen.at('booking.check.title');
  await citizen.book();
});
