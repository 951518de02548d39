import type { Page } from '@playwright/test';
import { book, comes, reaches, type Visit } from '../support/book.js';
import { officer as colleague, receive } from '../support/case.js';
import { decoded } from '../support/decoded.js';
import { Officer } from '../support/officer.js';
import type { Server } from '../support/server.js';
import { expect, test as base } from '../support/test.js';
import { words } from '../support/words.js';

const test = base.extend<{ desk: Officer }>({
  desk: async ({ page }, use, info) => {
    await use(new Officer(page, String(info.project.use.locale).startsWith('en') ? 'en' : 'vi'));
  },
});

/** The dossier of a visit that has come, with somebody signed in. */
async function at_counter(desk: Officer, server: Server, visit: Visit, username?: string): Promise<void> {
  await comes(server, visit);
  await desk.open(`/ho-so/${visit.reference}`);
  await desk.sign_in(username);
  await desk.dossier(visit);
}

const summary = (page: Page) => page.locator('.error-summary');

test('signing in: empty, wrong, locked, right, and back to where one wanted to go @both', async ({ desk, page, axe }) => {
  await desk.open('/the');
  await desk.at('sign_in_title');
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `desk-sign-in-${desk.lang}.aria.yml` });
  await axe(page);
  await desk.press('sign_in');
  await expect(summary(page)).toBeFocused();
  await expect(summary(page).getByRole('link')).toHaveText([desk.say('username_needed'), desk.say('password_needed')]);
  await axe(page);

  // One answer for a name that does not exist and for a wrong password.
  await desk.sign_in('truong', 'Khong-dung1!');
  await expect(summary(page)).toContainText(desk.say('refused'));
  await expect(page.locator('#password')).toHaveValue('');
  const unknown = `khong.co.${Date.now()}`;
  for (let i = 0; i < 5; i++) {
    await page.locator('#password').fill('');
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/api/desk/session'));
    await desk.sign_in(unknown, `Khong-dung${i}!`);
    await answered;
    await expect(page.locator('#password')).toHaveValue('');
  }
  await expect(summary(page)).toContainText(desk.say('refused'));
  await desk.sign_in(unknown, 'Khong-dung6!');
  await expect(summary(page)).toContainText(desk.say('desk.locked_minutes.other', { count: '15' }));
  await axe(page);

  await desk.sign_in();
  await expect(page).toHaveURL(new RegExp(`${desk.path('/the')}$`));
  await desk.at('cards_title');
  await expect(page.locator('.skeleton')).toHaveCount(0);
  await axe(page);

  await page.getByRole('button', { name: desk.say('sign_out') }).click();
  await desk.at('sign_in_title');
  await page.goBack();
  await desk.at('sign_in_title');
});

test('the day: counts, filter, another day, arriving, refreshing by itself @both @desk-vi', async ({ desk, page, server, who, axe }, info) => {
  const visit = await book(server, who);
  await comes(server, visit);
  await desk.open();
  await desk.sign_in();
  await desk.at_day();
  const row = desk.row(visit);
  await expect(row).toContainText(visit.time);
  // A list is seen by everybody who passes: no name, no number.
  await expect(page.getByText(who.name)).toHaveCount(0);
  // On a phone a row is a card, whose cells have their headings' words.
  const shape = info.project.name === 'desk-vi' ? 'desk-row-wide-vi' : `desk-row-${desk.lang}`;
  await expect(row).toMatchAriaSnapshot({ name: `${shape}.aria.yml` });
  await axe(page);

  const filter = (group: string) => page.getByRole('button', { name: desk.say(`desk.${group}`) });
  await filter('group_waiting').click();
  await expect(page.getByText(desk.say('day_empty_group'))).toBeVisible();
  await filter('group_all').click();
  await row.getByRole('button', { name: desk.say('step_check_in') }).click();
  await expect(page.getByRole('status').filter({ hasText: /V\*\*\*/ }).first()).toBeVisible();
  await expect(filter('group_waiting')).toContainText('1');
  await expect(row.locator('.tag').last()).toHaveText(desk.say('desk.state.checked_in'));
  await expect(row.locator('a').first()).toBeFocused();

  // Another day keeps the focus where it is and is in the address.
  const next = page.getByRole('button', { name: desk.say('day_next') });
  await next.click();
  await expect(page.getByText(desk.say('day_empty'), { exact: true })).toBeVisible();
  await expect(next).toBeFocused();
  await expect(page).toHaveURL(/\?date=\d{4}-\d\d-\d\d$/);
  await page.reload();
  await expect(page.getByText(desk.say('day_empty'), { exact: true })).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: desk.say('day_today'), exact: true }).click();
  await expect(row).toBeVisible();

  // A colleague calls the person: the list learns it without a hand.
  const other = await colleague(server, 'truong');
  await other.send('POST', `/api/desk/dossiers/${visit.reference}/start-intake`);
  await expect(row.locator('.tag').last()).toHaveText(desk.say('desk.state.in_intake'), { timeout: 20_000 });
});

test('finding: typed in any way, scanned, mistyped, of nobody', async ({ desk, page, server, who }) => {
  const visit = await book(server, who);
  await desk.open();
  await desk.sign_in();
  await desk.at_day();
  const find = page.locator('#find');
  const bare = visit.reference.replaceAll('-', '').toLowerCase();
  const dresses = [` ${bare} `, `${server.baseURL}/lich-hen/${visit.reference}#${visit.key}`];
  for (const text of dresses) {
    await desk.open();
    await find.fill(text);
    await find.press('Enter');
    await desk.dossier(visit, 'booked');
  }
  const last = bare.endsWith('0') ? '1' : '0';
  await find.fill(bare.slice(0, -1) + last);
  await find.press('Enter');
  await expect(page.getByText(desk.say('find_typo'))).toBeVisible();
  await find.fill('???');
  await find.press('Enter');
  await expect(page.getByText(desk.say('find_unreadable'))).toBeVisible();
  // A right reference that nobody has: the check symbol of nine symbols with seven zeros.
  await find.fill('000-000-001');
  await find.press('Enter');
  await expect(page.getByText(desk.say('no_match'))).toBeVisible();
  // Too early: the visit is on another day.
  await desk.open(`/ho-so/${visit.reference}`);
  await expect(page.getByText(desk.say('too_early'))).toBeVisible();
});

test('without a reference: by number, by name and birth date; back finds the list again @both', async ({ desk, page, server, who, axe }) => {
  const visit = await book(server, who);
  const say = (key: string) => words(desk.lang, `search.${key}`);
  await desk.open();
  await desk.sign_in();
  await desk.at_day();
  await page.locator('#find').fill(who.number);
  await page.locator('#find').press('Enter');
  await desk.dossier(visit, 'booked');
  await page.getByRole('link', { name: desk.say('find_more'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('title') })).toBeFocused();
  await axe(page);
  await page.locator('#personal_number').fill('');
  const find = () => page.locator('.desk-search').getByRole('button', { name: say('find'), exact: true }).click();
  await find();
  await expect(summary(page)).toContainText(say('nothing'));
  await page.locator('#name').fill(who.name.toLowerCase());
  await find();
  await expect(summary(page)).toContainText(say('birth_needed'));
  await axe(page);
  const { day, month, year } = who.birth;
  for (const [part, value] of Object.entries({ day, month, year })) await page.locator(`#birth_date-${part}`).fill(value);
  await find();
  const row = page.locator('.desk-found li').filter({ hasText: visit.reference });
  await expect(row).toBeVisible();
  await expect(page.locator('.desk-found')).not.toContainText(who.number);
  await axe(page);
  await expect(page.locator('.desk-search')).toMatchAriaSnapshot({ name: `desk-search-${desk.lang}.aria.yml` });
  await expect(row).toMatchAriaSnapshot({ name: `desk-found-${desk.lang}.aria.yml` });
  await row.getByRole('link').click();
  await desk.dossier(visit, 'booked');
  await page.goBack();
  await expect(row).toBeVisible();
  await expect(page.locator('#name')).toHaveValue(who.name.toLowerCase());
});

test('a whole intake: masked, revealed, checked, received, slip printed @both @desk-vi', async ({ desk, page, server, who, axe, browser }, info) => {
  const visit = await book(server, who);
  await at_counter(desk, server, visit);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `desk-dossier-${desk.lang}.aria.yml` });
  await axe(page);
  await desk.press('step_check_in');
  await desk.dossier(visit, 'checked_in');
  await desk.press('step_start_intake');
  await desk.dossier(visit, 'in_intake');
  for (const secret of [who.name, who.number, '15/08/1985']) await expect(page.getByText(secret)).toHaveCount(0);
  await desk.press('reveal');
  await expect(page.getByRole('dialog')).toContainText(desk.say('reveal_text'));
  await axe(page);
  await page.keyboard.press('Escape');
  await desk.reveal('at_counter');
  await expect(page.getByText(who.number)).toBeVisible();

  await page.locator('input[value=matches]').check();
  await desk.press('step_receive');
  await expect(summary(page)).toBeFocused();
  await expect(summary(page).getByRole('link')).toHaveCount(5);
  await axe(page);
  await expect(page.locator('.desk-step')).toMatchAriaSnapshot({ name: `intake-form-${desk.lang}.aria.yml` });
  await summary(page).getByRole('link').nth(2).click();
  await expect(page.locator('#form_signed')).toBeFocused();
  for (const id of ['biometrics_done', 'form_signed', 'old_card_returned', 'account_form_signed']) {
    await page.locator(`#${id}`).check();
  }
  await page.locator('input[name=residence][value=temporary]').check();
  await page.locator('#fingers').selectOption('worn');
  await page.locator('input[name=papers][value=health_insurance]').check();
  await page.locator('#remark').fill('Vân tay ngón út mờ.');
  await axe(page);
  await desk.press('step_receive');
  await desk.dossier(visit, 'received');
  await expect(page.locator('#slip')).toBeFocused();

  const slip = page.locator('.cc02');
  await expect(slip).toContainText(/G01\.899\.108\.000-\d{6}-\d{6}/);
  await expect(slip).toContainText('258 Trần Hưng Đạo');
  await expect(slip).toContainText('26/2023/QH15');
  await expect(slip).toContainText(desk.say('slip_no_otp'));
  await expect(slip).not.toContainText(who.number);
  await expect(page.locator('.timeline')).toContainText('Vân tay ngón út mờ.');
  await axe(page);
  // On paper there is the slip and nothing else.
  await page.emulateMedia({ media: 'print' });
  await expect(slip).toBeVisible();
  for (const other of ['.site', '.scam', '.desk-bar', '#find', '#person', '#step', '.timeline']) {
    await expect(page.locator(other).first()).toBeHidden();
  }
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(paper.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  expect(paper).toMatch(/\/MediaBox \[0 0 4(19|20)(\.\d+)? 59[45](\.\d+)?\]/);
  await page.emulateMedia({ media: 'screen' });
  await page.reload();
  await expect(slip).toBeVisible();

  // The code on it leads whoever photographs it to their dossier, with the reference filled in.
  const picture = info.outputPath('cc02.png');
  await page.locator('.cc02-qr').screenshot({ path: picture });
  const citizen = await browser.newPage();
  const address = await decoded(citizen, `${server.baseURL}/kiem-tra-phieu`, picture);
  expect(address).toBe(`${server.baseURL}/tra-cuu#${visit.reference}`);
  await citizen.goto(address);
  await expect(citizen.locator('#code')).toHaveValue(visit.reference);
  for (const part of ['day', 'month', 'year'] as const) await citizen.locator(`#birth_date-${part}`).fill(who.birth[part]);
  await citizen.keyboard.press('Enter');
  await expect(citizen.locator('.timeline .current').first()).toBeVisible();
  expect(new URL(citizen.url()).pathname).toBe(`/lich-hen/${visit.reference}`);
  await citizen.close();
});

test('data that is wrong is corrected first; who is not eligible is refused in writing', async ({ desk, page, server, who, axe }) => {
  const visit = await book(server, who);
  await at_counter(desk, server, visit);
  await desk.press('step_check_in');
  await desk.press('step_start_intake');
  await desk.reveal('at_counter');
  await page.locator('input[value=wrong]').check();
  await desk.press('step_correct');
  await expect(summary(page)).toContainText(words(desk.lang, 'intake.what.needed'));
  await page.locator('input[name=what][value=other]').check();
  await page.locator('input[name=papers][value=birth_certificate]').check();
  await page.locator('#reason').fill('sai');
  await desk.press('step_correct');
  await expect(summary(page)).toContainText(desk.say('reason_needed'));
  await expect(page.locator('#reason')).toHaveValue('sai');
  await axe(page);
  // Off to the list and back: nothing typed is lost.
  await page.locator('#reason').fill('Ngày sinh khác giấy khai sinh.');
  await page.getByRole('link', { name: desk.say('nav_cards') }).click();
  await desk.at('cards_title');
  await page.goBack();
  await expect(page.locator('#reason')).toHaveValue('Ngày sinh khác giấy khai sinh.');
  await expect(page.locator('input[name=what][value=other]')).toBeChecked();
  await desk.press('step_correct');
  await desk.dossier(visit, 'data_correction');
  await expect(page.locator('.desk-step')).toContainText(words(desk.lang, 'asked.paper.birth_certificate'));
  await server.message(who.phone, /dieu chinh|bo sung|correct/i);
  await axe(page);
  await desk.press('step_back_to_intake');
  await page.locator('input[value=not_eligible]').check();
  await page.locator('#reason').fill('Không có quốc tịch Việt Nam (Điều 19).');
  await desk.press('step_refuse');
  await desk.dossier(visit, 'refused');
  await expect(page.locator('.timeline')).toContainText('Không có quốc tịch Việt Nam (Điều 19).');
  await expect(page.locator('.desk-step button')).toHaveCount(0);
  // The notice on paper: the reason in writing, and what the person may do.
  const notice = page.locator('.cc02');
  await expect(notice).toContainText('Không có quốc tịch Việt Nam (Điều 19).');
  await expect(notice).toContainText(words(desk.lang, 'intake.cc03.ways_text'));
  await axe(page);
});

test('a colleague was faster: the state that is true now, and a plain sentence', async ({ desk, page, server, who }) => {
  const visit = await book(server, who);
  await at_counter(desk, server, visit);
  await expect(page.getByRole('button', { name: desk.say('step_check_in') })).toBeVisible();
  const other = await colleague(server, 'truong');
  await other.send('POST', `/api/desk/dossiers/${visit.reference}/check-in`);
  await desk.press('step_check_in');
  await expect(page.getByText(desk.say('faster')).first()).toBeVisible();
  await desk.dossier(visit, 'checked_in');
  await expect(page.getByRole('button', { name: desk.say('step_start_intake') })).toBeVisible();
});

test('cards: on the way, overdue, arrived, handed over to the right person @both', async ({ desk, page, server, who, axe }) => {
  test.setTimeout(150_000);
  const visit = await book(server, who);
  const other = await receive(server, visit);
  await other.send('PUT', '/api/desk/ministry', { pace: 'hurried' });
  await reaches(server, visit, 'in_transit');
  await server.advance(20 * 86_400);
  await desk.open('/the');
  await desk.sign_in();
  const card = desk.row(visit);
  await expect(card.getByText(desk.say('late'))).toBeVisible();
  await page.getByRole('button', { name: new RegExp(`^\\d+ ${desk.say('place_late')}`) }).click();
  await expect(card).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: new RegExp(desk.say('group_all')) }).click();
  await card.getByRole('button', { name: desk.say('step_card_arrived') }).click();
  await reaches(server, visit, 'notified');
  await server.message(who.phone, /the da ve|card/i);
  const give = card.getByRole('button', { name: desk.say('step_hand_over') });
  await expect(give).toBeVisible({ timeout: 20_000 });
  await expect(card.getByText(desk.say('late'))).toHaveCount(0);

  await give.click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('button[type=submit]').click();
  await expect(summary(page)).toBeFocused();
  await axe(page);
  await dialog.locator('input[value=slip]').check();
  await dialog.locator('button[type=submit]').click();
  await expect(summary(page)).toContainText(desk.say('same_needed'));
  await dialog.locator('#same_person').check();
  await dialog.locator('button[type=submit]').click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(desk.say('done_handed_over')).first()).toBeVisible();
  await expect(card).toHaveCount(0);
  await reaches(server, visit, 'handed_over');

  // A slip's code leads to its dossier while the card is here, and says so afterwards.
  await desk.open(`/ho-so/${visit.reference}`);
  await desk.dossier(visit, 'handed_over');
  await axe(page);
});
