import { book, comes, reaches } from '../support/book.js';
import { Api, officer as colleague } from '../support/case.js';
import { Officer } from '../support/officer.js';
import { expect, test as base } from '../support/test.js';

const test = base.extend<{ desk: Officer }>({
  desk: async ({ page }, use, info) => {
    await use(new Officer(page, String(info.project.use.locale).startsWith('en') ? 'en' : 'vi'));
  },
});

const SOON = { timeout: 2_000 };
const RECEIVED = { form_signed: true, biometrics_done: true, old_card_returned: true, account_form_signed: true, residence: 'permanent', remark: '' };

test('two officers on one person: each step shows on every open page without a press, and takes nothing away that is typed', async ({ desk, page, server, who, axe }) => {
  const visit = await book(server, who);
  await comes(server, visit);
  const listens = page.waitForResponse(/dossiers\/.+\/events$/);
  await desk.open(`/ho-so/${visit.reference}`);
  await desk.sign_in();
  await desk.dossier(visit, 'booked');
  await listens;
  const other = await colleague(server, 'truong');
  const path = `/api/desk/dossiers/${visit.reference}`;
  const state = page.locator('.desk-title .tag');
  await other.send('POST', `${path}/check-in`);
  await expect(state).toHaveText(desk.say('desk.state.checked_in'), SOON);
  await other.send('POST', `${path}/start-intake`);
  await expect(state).toHaveText(desk.say('desk.state.in_intake'), SOON);

  // What is typed stays, and the officer says when it may go.
  await desk.reveal('at_counter');
  await page.locator('input[value=matches]').check();
  const remark = page.locator('#remark');
  await remark.fill('Vân tay ngón cái phải mờ.');
  await other.send('POST', `${path}/receive`, RECEIVED);
  await expect(page.getByText(desk.say('held_dossier'), { exact: true })).toBeVisible(SOON);
  await expect(remark).toHaveValue('Vân tay ngón cái phải mờ.');
  await axe(page);
  await desk.press('held_show');
  await expect(remark).toHaveCount(0);
  await expect(page.getByText(desk.say('held_dossier'), { exact: true })).toHaveCount(0);
  await expect(state).not.toHaveText(desk.say('desk.state.in_intake'));

  // A question stands there as soon as it is asked; what a colleague answers first takes no answer away that is begun.
  const asks = page.waitForResponse(/tickets\/events$/);
  await page.getByRole('link', { name: desk.say('nav_tickets'), exact: true }).click();
  await desk.at('tickets.title');
  await asks;
  await new Api(server).send('POST', `/api/dossiers/${visit.reference}/questions`, { text: 'Khi nào có thẻ?' }, { 'x-access-key': visit.key });
  const card = page.locator('section.panel', { hasText: visit.reference });
  await expect(card).toBeVisible(SOON);
  await card.getByRole('button', { name: desk.say('tickets.open') }).click();
  const answer = page.locator('#answer');
  await answer.fill('Tuần sau có thẻ.');
  const { waiting } = await other.send<{ waiting: { id: string; reference: string }[] }>('GET', '/api/desk/tickets');
  const asked = waiting.find((one) => one.reference === visit.reference)!;
  await other.send('POST', `/api/desk/tickets/${asked.id}/answer`, { text: 'Thứ Sáu này.' });
  await expect(page.getByText(desk.say('tickets.held'), { exact: true })).toBeVisible(SOON);
  await expect(answer).toHaveValue('Tuần sau có thẻ.');
  await desk.press('held_show');
  await expect(card).toHaveCount(0);

  // What the ministry does too; and the card that a colleague takes in.
  await page.getByRole('link', { name: desk.say('nav_cards'), exact: true }).click();
  await desk.at('cards_title');
  await other.send('PUT', '/api/desk/ministry', { pace: 'hurried' });
  const row = desk.row(visit);
  await expect(row).toContainText(desk.say('desk.state.in_transit'), { timeout: 60_000 });
  await other.send('POST', `${path}/card-arrived`);
  await expect(row).not.toContainText(desk.say('desk.state.in_transit'), SOON);
});

test('the help desk is told of a dossier of another office as soon as its officers are', async ({ desk, page, server, who }) => {
  const visit = await book(server, who, { office: 'dn-hai-chau' });
  await comes(server, visit);
  const listens = page.waitForResponse(/dossiers\/.+\/events$/);
  await desk.open(`/ho-so/${visit.reference}`);
  await desk.sign_in('hotro');
  await desk.dossier(visit, 'booked');
  await listens;
  const there = await colleague(server, 'canbo.danang');
  await there.send('POST', `/api/desk/dossiers/${visit.reference}/check-in`);
  await expect(page.locator('.desk-title .tag')).toHaveText(desk.say('desk.state.checked_in'), SOON);
});

test('the keys of a dossier: each does what its button does, and all are listed', async ({ desk, page, server, who }) => {
  const visit = await book(server, who);
  await comes(server, visit);
  await page.addInitScript(() => {
    Object.assign(window, { prints: 0, print: () => ((window as unknown as { prints: number }).prints += 1) });
  });
  await desk.open(`/ho-so/${visit.reference}`);
  await desk.sign_in();
  await desk.dossier(visit, 'booked');
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('?');
  for (const [key, words] of [['D', 'step_check_in'], ['N', 'keys_receive'], ['T', 'step_hand_over'], ['H', 'reveal'], ['I', 'slip_print']] as const) {
    const row = dialog.locator('.desk-keys > div').filter({ has: page.getByText(desk.say(words), { exact: true }) });
    await expect(row.locator('kbd')).toHaveText(new RegExp(`^${key}$`, 'i'));
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  // Where its button is not there, a key does nothing.
  await page.keyboard.press('n');
  await page.keyboard.press('t');
  await page.keyboard.press('i');
  await page.keyboard.press('d');
  await desk.dossier(visit, 'checked_in');
  await page.keyboard.press('n');
  await desk.dossier(visit, 'in_intake');
  await page.keyboard.press('h');
  await dialog.locator('input[value=at_counter]').check();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('#identity')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.locator('#identity input').first()).toBeFocused();
  const prints = () => page.evaluate(() => (window as unknown as { prints: number }).prints);
  expect(await prints()).toBe(0);

  const other = await colleague(server, 'truong');
  const path = `/api/desk/dossiers/${visit.reference}`;
  await other.send('POST', `${path}/receive`, RECEIVED);
  await expect(page.locator('.cc02')).toBeVisible();
  await page.keyboard.press('i');
  expect(await prints()).toBe(1);
  await other.send('PUT', '/api/desk/ministry', { pace: 'hurried' });
  await reaches(server, visit, 'in_transit');
  await other.send('POST', `${path}/card-arrived`);
  await desk.dossier(visit, 'notified');
  await expect(page.locator('#collector')).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.locator('#collector input').first()).toBeFocused();
});

test('where no stream comes through the dossier asks now and then', async ({ desk, page, server, who }) => {
  const visit = await book(server, who);
  await comes(server, visit);
  await page.route('**/events', (route) => route.fulfill({ status: 502, body: '' }));
  await desk.open(`/ho-so/${visit.reference}`);
  await desk.sign_in();
  await desk.dossier(visit, 'booked');
  const other = await colleague(server, 'truong');
  await other.send('POST', `/api/desk/dossiers/${visit.reference}/check-in`);
  await expect(page.locator('.desk-title .tag')).toHaveText(desk.say('desk.state.checked_in'), { timeout: 8_000 });
});
