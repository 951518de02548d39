import { test as base, expect } from '../support/test.js';
import { book } from '../support/book.js';
import { Citizen } from '../support/citizen.js';

const test = base.extend<{ citizen: Citizen }>({
  citizen: async ({ page, server, who }, use, info) => {
    const lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    await use(new Citizen(page, server, who, lang));
  },
});

test('details: every wrong field is named and keeps what was typed @both', async ({ citizen, page, axe, who }) => {
  await citizen.to_details();
  await page.locator('#full_name').fill('Nguyễn V4n');
  await page.locator('#personal_number').fill('012345678');
  await page.locator('#otp_phone').fill('o987');
  await page.locator('#contact_phone').fill('4155552671');
  await citizen.go_on();
  await expect(page.locator('#error-summary')).toBeFocused();
  const wrong: [string, string][] = [
    ['full_name', 'name_characters'],
    ['personal_number', 'personal_number_old_cmnd'],
    ['otp_phone', 'phone_characters'],
    ['contact_phone', 'phone_country_code'],
  ];
  for (const [id, code] of wrong) {
    await expect(page.locator(`#${id}-error`)).toContainText(citizen.say(`fields.${code}`));
  }
  await axe(page);
  await expect(page.locator('#personal_number')).toHaveValue('012345678');
  await page.locator('#otp_phone').fill('02838387342');
  await citizen.go_on();
  await expect(page.locator('#otp_phone-error')).toContainText(citizen.say('fields.phone_not_mobile'));
  // A number that does not fit the year of birth is remarked on, and accepted.
  await page.locator('#contact_phone').fill('+1 415 555 2671');
  await page.locator('#personal_number').fill(`098190${who.number.slice(6)}`);
  await expect(page.getByText(citizen.say('booking.person.warning_year'))).toBeVisible();
  await page.locator('#full_name').fill(who.name);
  await page.locator('#otp_phone').fill(who.phone);
  await citizen.go_on();
  await citizen.at('booking.phone.title');
});

test('codes: wrong, late, sent again, and another number', async ({ citizen, page, axe, server, who }) => {
  await citizen.to_details();
  await citizen.details();
  await expect(page.locator('#code')).toBeVisible();
  await citizen.press('booking.phone.confirm');
  await expect(page.locator('#code-error')).toContainText(citizen.say('fields.required'));
  const right = await server.code(who.phone);
  await page.locator('#code').fill(right === '111111' ? '222222' : '111111');
  await citizen.press('booking.phone.confirm');
  await expect(page.locator('#code-error')).toContainText(citizen.say('errors.tries_left.other', { count: '4' }));
  await axe(page);
  await server.advance(200);
  await page.locator('#code').fill(right);
  await citizen.press('booking.phone.confirm');
  await expect(page.locator('#code-error')).toContainText(citizen.say('booking.phone.expired'));
  await page.getByRole('link', { name: citizen.say('booking.phone.change') }).click();
  await citizen.at('booking.person.title');
  const other = `0987${who.phone.slice(4, 9)}${(Number(who.phone[9]) + 1) % 10}`;
  await page.locator('#otp_phone').fill(other);
  await citizen.go_on();
  await expect(page.getByText(citizen.say('booking.phone.sent', { digits: other.slice(-3) }))).toBeVisible();
  await page.locator('#code').fill(await server.code(other));
  await citizen.press('booking.phone.confirm');
  await citizen.at('booking.check.title');
});

test('a place can be kept longer, and when it lapses nothing typed is lost', async ({ citizen, page, axe, server, who }) => {
  await page.clock.install();
  await citizen.to_details();
  await page.locator('#full_name').fill(who.name);
  // Without a network the press says so where it was made, and costs nothing.
  await page.context().setOffline(true);
  await citizen.press('common.extend');
  await expect(page.locator('.held .error-text')).toBeVisible();
  await page.context().setOffline(false);
  await citizen.press('common.extend');
  await expect(page.locator('.held .error-text')).toHaveCount(0);
  await expect(page.locator('.countdown .clock')).toHaveText(/^(19|20):/);
  await citizen.press('common.extend');
  await expect(page.locator('.countdown .clock')).toHaveText(/^(29|30):/);
  await expect(page.getByRole('button', { name: citizen.say('common.extend') })).toHaveCount(0);
  await citizen.details();
  await citizen.prove();
  await citizen.at('booking.check.title');
  await server.advance(31 * 60);
  await page.clock.fastForward('31:00');
  await expect(page.getByText(citizen.say('booking.held.over_title'))).toBeVisible();
  await axe(page);
  await page.locator('#declared').check();
  await citizen.press('booking.check.book');
  await expect(page.locator('#held-over')).toBeFocused();
  await page.getByRole('link', { name: citizen.say('booking.held.again') }).click();
  await citizen.at('booking.time.title');
  await citizen.time();
  // Too long ago: the phone is proved again, all else is still there.
  await citizen.at('booking.phone.title');
  await citizen.prove();
  await citizen.at('booking.check.title');
  await expect(page.getByText(who.name)).toBeVisible();
  await citizen.book();
});

test('change links come straight back to checking', async ({ citizen, page, who }) => {
  await citizen.to_check();
  await page.getByRole('link', { name: change(citizen, 'booking.check.full_name') }).click();
  await citizen.at('booking.person.title');
  await expect(page.locator('#personal_number')).toHaveValue(who.number);
  await page.locator('#full_name').fill('Lê Thị Đổi Tên');
  await citizen.go_on();
  await citizen.at('booking.check.title');
  await expect(page.getByText('Lê Thị Đổi Tên')).toBeVisible();
  await page.getByRole('link', { name: change(citizen, 'booking.check.time') }).click();
  await citizen.at('booking.time.title');
  await citizen.time(3);
  await citizen.at('booking.check.title');
  await citizen.press('booking.check.book');
  await expect(page.locator('#declared-error')).toContainText(citizen.say('booking.check.declare_error'));
  await citizen.book();
});

test('whoever has an open dossier and proves its phone is led to it', async ({ citizen, page, axe, server, who }) => {
  // On a day that no other test has filled.
  const there = await book(server, who, { day: 5 });
  // A code is sent to a number once a minute.
  await server.advance(61);
  await citizen.to_check(5);
  await page.locator('#declared').check();
  await citizen.press('booking.check.book');
  await expect(page.locator('#exists')).toBeFocused();
  await axe(page);
  await expect(page.locator('#exists')).toContainText(there.reference);
  expect(await server.message(who.phone, new RegExp(there.reference))).toContain(there.reference);
  // The very same time was chosen: there is nothing to move to, but to another one.
  await expect(page.locator('#exists').getByRole('button')).toHaveCount(0);
  await page.locator('#exists').getByRole('link', { name: citizen.say('booking.exists.move') }).click();
  await expect(page).toHaveURL(new RegExp(`/lich-hen/${there.reference}/doi#`));
  await page.goBack();
  await citizen.at('booking.check.title');
});

test('a stranger learns that there is an open dossier, and no more', async ({ citizen, page, axe, server, who }) => {
  const other = who.phone.replace(/^0987/, '0986');
  const there = await book(server, { ...who, phone: other });
  await citizen.to_check();
  await page.locator('#declared').check();
  await citizen.press('booking.check.book');
  await expect(page.locator('#exists')).toBeFocused();
  await axe(page);
  await expect(page.locator('#main')).not.toContainText(there.reference);
  const told = (await server.messages()).filter((message) => message.to.endsWith(who.phone.slice(-9)));
  expect(told.every((message) => !message.body.includes(there.reference))).toBe(true);
  await page.getByRole('link', { name: citizen.say('booking.check.exists_link') }).click();
  await expect(page).toHaveURL(/\/tra-cuu$/);
});

test('reload keeps the draft, but no number is ever stored', async ({ citizen, page, who }) => {
  await citizen.to_details();
  await page.locator('#full_name').fill(who.name);
  await page.locator('#personal_number').fill(who.number);
  await page.locator('#otp_phone').fill(who.phone);
  await page.locator('#contact_phone').fill('+14155552671');
  // Reloaded on the page itself: what is gone is said, what is not is there.
  await page.reload();
  await expect(page.getByText(citizen.say('booking.person.reentered'))).toBeVisible();
  await expect(page.locator('#full_name')).toHaveValue(who.name);
  await page.locator('#personal_number').fill(who.number);
  await page.locator('#otp_phone').fill(who.phone);
  await page.locator('#contact_phone').fill('+14155552671');
  await citizen.go_on();
  await expect(page.locator('#code')).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  for (const secret of [who.number, who.phone, '14155552671']) expect(stored).not.toContain(secret);
  await page.reload();
  // The numbers are gone, so the details are asked for again; the name and the kept place are still there.
  await citizen.at('booking.person.title');
  await expect(page.locator('#full_name')).toHaveValue(who.name);
  await expect(page.locator('#personal_number')).toHaveValue('');
  await expect(page.getByText(citizen.say('booking.person.reentered'))).toBeVisible();
  await expect(page.locator('.countdown .clock')).toBeVisible();
});

test('typed text survives back and a change of language', async ({ citizen, page, who }) => {
  await citizen.to_details();
  await page.locator('#full_name').fill(who.name);
  await page.locator('#personal_number').fill(who.number);
  await page.goBack();
  await citizen.at('booking.time.title');
  await page.goForward();
  await citizen.at('booking.person.title');
  await expect(page.locator('#full_name')).toHaveValue(who.name);
  await expect(page.locator('#personal_number')).toHaveValue(who.number);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/dat-lich\/thong-tin$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('#personal_number')).toHaveValue(who.number);
});

test('a step opened too early leads to the first question', async ({ citizen, page }) => {
  await citizen.open('/dat-lich/kiem-tra');
  await citizen.at('needs.status.title');
  await expect(page).toHaveURL(/\/dat-lich$/);
});

test('another tab is another journey', async ({ citizen, page, context }) => {
  await citizen.to_details();
  const tab = await context.newPage();
  await tab.goto('/dat-lich/thong-tin');
  await expect(tab.getByRole('heading', { level: 1, name: citizen.say('needs.status.title') })).toBeVisible();
  await tab.close();
  await expect(page.locator('.countdown .clock')).toBeVisible();
});

test('without a network the choice of a time says so and works again later', async ({ citizen, page, context }) => {
  test.slow();
  await citizen.needs();
  await citizen.choose_place();
  await citizen.office();
  await page.locator('button.day').first().click();
  await expect(page.locator('.times .slot').first()).toBeVisible();
  await context.setOffline(true);
  await page.locator('.times .slot').first().click();
  await expect(page.locator('#error-summary')).toContainText(citizen.say('errors.offline'));
  await context.setOffline(false);
  await page.locator('.times .slot').first().click();
  await citizen.at('booking.person.title');
});

test('by keyboard alone', async ({ citizen, page, server, who }) => {
  test.slow();
  const to = async (selector: string) => {
    for (let i = 0; i < 60; i++) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${selector}`);
  };
  const choose = async (heading: string, value: string) => {
    await citizen.at(`needs.${heading}.title`);
    await to('input[name=answer]');
    for (let i = 0; i < 12; i++) {
      if (i > 0) await page.keyboard.press('ArrowDown');
      else await page.keyboard.press('Space');
      if (await page.evaluate((wanted) => (document.activeElement as HTMLInputElement).value === wanted, value)) break;
    }
    await page.keyboard.press('Enter');
  };
  await citizen.open('/dat-lich');
  await choose('status', 'citizen');
  await citizen.at('needs.birth.title');
  await to('#birth_date-day');
  await page.keyboard.type('15');
  await page.keyboard.press('Tab');
  await page.keyboard.type('8');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1985');
  await page.keyboard.press('Enter');
  await choose('holds', 'chip_cccd');
  await choose('situation', 'damaged');
  await choose('account', 'no');
  await choose('data_right', 'yes');
  await citizen.at('needs.exemptions.title');
  await to('button[type=submit]');
  await page.keyboard.press('Enter');
  await citizen.at('due.result.book');
  await to('#main a.button');
  await page.keyboard.press('Enter');
  await citizen.at('booking.place.title');
  await expect(page.locator('.place').first()).toBeVisible();
  await to('#search');
  await page.keyboard.type('pc06 ho chi minh');
  await to('[data-office="hcm-pc06"] button');
  await page.keyboard.press('Enter');
  await citizen.at('booking.time.title');
  await expect(page.locator('button.day').first()).toBeVisible();
  await to('button.day');
  await page.keyboard.press('Enter');
  await expect(page.locator('.times .slot').first()).toBeVisible();
  await to('.times .slot');
  await page.keyboard.press('Enter');
  await citizen.at('booking.person.title');
  await to('#full_name');
  await page.keyboard.type(who.name);
  await to('#personal_number');
  await page.keyboard.type(who.number);
  await to('#otp_phone');
  await page.keyboard.type(who.phone);
  await page.keyboard.press('Enter');
  await expect(page.locator('#code')).toBeVisible();
  await to('#code');
  await page.keyboard.type(await server.code(who.phone));
  await page.keyboard.press('Enter');
  await citizen.at('booking.check.title');
  await to('#declared');
  await page.keyboard.press('Space');
  await to('button[type=submit]');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/lich-hen\//);
});

test('nothing is cut off at 320 px with text at 200 %', async ({ citizen, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const fits = async () => {
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, page.url()).toBeLessThanOrEqual(0);
    await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  };
  await citizen.needs({}, fits);
  await fits();
  await citizen.choose_place();
  await expect(page.locator('.place').first()).toBeVisible();
  await fits();
  await citizen.office();
  await page.locator('button.day').first().click();
  await expect(page.locator('.times .slot').first()).toBeVisible();
  await fits();
  await page.locator('.times .slot').first().click();
  await citizen.at('booking.person.title');
  await fits();
  await citizen.details();
  await expect(page.locator('#code')).toBeVisible();
  await fits();
  await citizen.prove();
  await citizen.at('booking.check.title');
  await fits();
});

/** The name of a change link: the word, and for screen readers what it changes. */
function change(citizen: Citizen, label: string): RegExp {
  return new RegExp(`^${citizen.say('common.change')}\\s*: ${citizen.say(label)}$`);
}
