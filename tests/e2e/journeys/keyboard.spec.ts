import { test as base, expect } from '../support/test.js';
import { book, book_family } from '../support/book.js';
import { approveAccount, receive, sent_away } from '../support/case.js';
import { Citizen } from '../support/citizen.js';
import { Keyboard } from '../support/keyboard.js';

/** Each journey once by somebody who has no mouse: every press is a key, and the focus is where a page begins. */
const test = base.extend<{ citizen: Citizen; keys: Keyboard }>({
  citizen: async ({ page, server, who }, use, info) => {
    const lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    await use(new Citizen(page, server, who, lang));
  },
  keys: async ({ page }, use) => use(new Keyboard(page)),
});

/** The page with this heading has come, and the focus with it. */
async function arrived(citizen: Citizen, title: string, values: Record<string, string> = {}): Promise<void> {
  const heading = citizen.page.getByRole('heading', { level: 1, name: citizen.say(title, values), exact: true });
  await expect(heading).toBeFocused();
  await new Keyboard(citizen.page).settled();
}

/** What is answered to the questions, by their names in the address. */
const ANSWERS: Record<string, string> = {
  status: 'citizen',
  holds: 'chip_cccd',
  situation: 'want_new',
  card_date: 'no_expiry',
  wants_new_print: 'yes',
  account: 'no',
  data_right: 'yes',
};

test('from the first page to the receipt, by the keyboard alone', async ({ citizen, keys, page, server, who }) => {
  await citizen.open('/');
  await keys.settled();
  await keys.does(citizen.say('home.start'));
  for (let asked = 0; asked < 12; asked++) {
    const address = new URL(page.url());
    if (asked > 0 && !/\/dat-lich$/.test(address.pathname)) break;
    await expect(page).toHaveURL(/\/dat-lich/);
    const name = new URL(page.url()).searchParams.get('hoi') ?? 'status';
    await arrived(citizen, `needs.${name}.title`);
    if (name === 'birth') {
      await keys.fills('#birth_date-day', who.birth.day);
      await keys.fills('#birth_date-month', who.birth.month);
      await keys.fills('#birth_date-year', who.birth.year);
    } else if (name in ANSWERS) {
      await keys.choose('#answer', ANSWERS[name]!);
    }
    const here = page.url();
    await keys.does(citizen.say('common.continue'));
    await page.waitForURL((url) => url.href !== here);
  }
  await expect(page).toHaveURL(/\/dat-lich\/nhu-cau$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await keys.settled();
  await keys.does(citizen.say('due.result.choose_place'));

  await arrived(citizen, 'booking.place.title');
  await keys.fills('#search', 'pc06');
  await expect(page.locator('[data-office="hcm-pc06"]')).toBeVisible();
  await keys.until('[data-office="hcm-pc06"] button');
  await keys.press('Enter');
  await arrived(citizen, 'booking.time.title');
  await keys.until('button.day');
  await keys.press('Enter');
  await expect(page.locator('#times')).toBeFocused();
  await keys.until('.times .slot');
  await keys.press('Enter');

  await arrived(citizen, 'booking.person.title');
  await keys.fills('#full_name', who.name);
  await keys.fills('#personal_number', who.number);
  await keys.fills('#otp_phone', who.phone);
  await keys.does(citizen.say('common.continue'));
  await arrived(citizen, 'booking.phone.title');
  await keys.fills('#code', await server.code(who.phone));
  await keys.press('Enter');
  await arrived(citizen, 'booking.check.title');
  await keys.into('#declared');
  await keys.press('Space');
  await keys.does(citizen.say('booking.check.book'));
  await page.waitForURL(/\/lich-hen\/[^/]+#.{20,}/);
  await expect(page.locator('.slip')).toContainText(/lich-hen\/([^#]+)#/.exec(page.url())![1]!);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('from the first page of activation to an e-ID that is shown, by the keyboard alone', async ({ citizen, keys, page, server, who }) => {
  test.slow();
  const visit = await book(server, who);
  await receive(server, visit);
  await approveAccount(server, visit);
  await citizen.open('/kich-hoat');
  await keys.settled();
  await keys.fills('#personal_number', who.number);
  await keys.fills('#phone', who.phone);
  await keys.into('#own_device');
  await keys.press('Space');
  await keys.does(citizen.say('activation.start.do'));
  await arrived(citizen, 'activation.code.title');
  await keys.fills('#code', await server.code(who.phone));
  await keys.press('Enter');
  await arrived(citizen, 'activation.password.title');
  await keys.fills('#password', who.password);
  await keys.press('Enter');
  await arrived(citizen, 'activation.passcode.title');
  await keys.fills('#passcode', who.passcode);
  await keys.fills('#again', who.passcode);
  await keys.press('Enter');
  await arrived(citizen, 'activation.questions.title');
  await keys.into('#question_1');
  await keys.press('ArrowDown');
  await keys.fills('#answer_1', 'Trường Làng');
  await keys.into('#question_2');
  await keys.press('ArrowDown');
  await keys.press('ArrowDown');
  await keys.fills('#answer_2', 'Thầy Giả Định');
  await keys.press('Enter');
  await arrived(citizen, 'activation.done.title');
  await keys.does(citizen.say('activation.done.sign_in'));
  await arrived(citizen, 'account.sign_in.title');
  await keys.fills('#personal_number', who.number);
  await keys.fills('#password', who.password);
  await keys.press('Enter');
  await arrived(citizen, 'account.title');
  await expect(page.locator('#level')).toContainText('2');

  await keys.does(citizen.say('showing.title'));
  await arrived(citizen, 'showing.title');
  await keys.does(citizen.say('showing.make'));
  await expect(page.locator('.drawn-code')).toBeVisible();
});

test('sent away at the counter: another visit, by the keyboard alone', async ({ citizen, keys, page, server, who }) => {
  const { visit } = await sent_away(server, who, 'data-correction', { what: ['name'], papers: ['birth_certificate'], reason: '' });
  await citizen.open(`/lich-hen/${visit.reference}#${visit.key}`);
  await expect(page.locator('#now a').first()).toBeVisible();
  await keys.until('#now a');
  await keys.press('Enter');
  const come = citizen.say('moving.return_do');
  await expect(page.getByRole('button', { name: come, exact: true })).toBeVisible();
  await keys.does(come);
  await expect(page.locator('#now')).toContainText(citizen.say('asked.booked').split('{')[0]!.trim());
});

test('a card by post: the address, by the keyboard alone', async ({ citizen, keys, page, server, who }) => {
  const visit = await book(server, who, { service: 'card' });
  await receive(server, visit);
  await citizen.open(`/lich-hen/${visit.reference}/nhan-the#${visit.key}`);
  await expect(page.getByRole('heading', { level: 1, name: citizen.say('delivery.title'), exact: true })).toBeVisible();
  await keys.settled();
  await keys.choose('#way', 'post');
  await keys.fills('#commune_code', 'sai gon');
  await expect(page.locator('#commune_code-option-0')).toBeVisible();
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await keys.fills('#line', '12 Đường Mẫu');
  await keys.does(citizen.say('delivery.send'));
  await expect(page.locator('.summary')).toContainText('12 Đường Mẫu, Phường Sài Gòn');
});

test('a family moves to another window, by the keyboard alone', async ({ citizen, keys, page, server, who }) => {
  const visit = await book_family(server, who);
  await citizen.open(`/dat-lich/ca-nha/doi#${visit.receipts}`);
  await expect(page.locator('button.day').first()).toBeVisible();
  await keys.until('button.day:not([aria-pressed="true"])');
  await keys.press('Enter');
  await expect(page.locator('.windows .slot').first()).toBeVisible();
  await keys.until('.windows .slot');
  await keys.press('Enter');
  await arrived(citizen, 'family_change.confirm');
  await keys.does(citizen.say('family_change.do.other', { count: '2' }));
  await arrived(citizen, 'household.booked_all');
  await expect(page.getByText(citizen.say('household.booked_moved'))).toBeVisible();
});
