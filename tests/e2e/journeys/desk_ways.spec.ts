import { book, comes } from '../support/book.js';
import { approveAccount, look, receive } from '../support/case.js';
import { Officer } from '../support/officer.js';
import { expect, test as base } from '../support/test.js';

const test = base.extend<{ desk: Officer }>({
  desk: async ({ page }, use, info) => {
    await use(new Officer(page, String(info.project.use.locale).startsWith('en') ? 'en' : 'vi'));
  },
});

test('with the keyboard alone, from signing in to a received dossier @both', async ({ desk, page, server, who }) => {
  const visit = await book(server, who);
  await comes(server, visit);
  await desk.open();
  // The heading gets the focus when the page is there; before that a focus of ours would be taken away again.
  await expect(page.getByRole('heading', { level: 1, name: desk.say('sign_in_title') })).toBeFocused();
  await page.locator('#username').focus();
  await page.keyboard.type('canbo');
  await page.keyboard.press('Tab');
  await page.keyboard.type('CanBo-2026!');
  await page.keyboard.press('Enter');
  await desk.at_day();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText(desk.say('keys_next_day'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\?date=/);
  await page.keyboard.press('t');
  await expect(page).not.toHaveURL(/\?date=/);
  await expect(desk.row(visit)).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.locator('#find')).toBeFocused();
  // In a field letters are letters.
  await page.keyboard.type('jk?');
  await expect(page.locator('#find')).toHaveValue('jk?');
  await page.locator('#find').fill('');
  await page.locator('#find').blur();

  await page.keyboard.press('j');
  await expect(page.locator('.desk-row').first().locator('a').first()).toBeFocused();
  const rows = await page.locator('.desk-row').count();
  for (let i = 0; i < rows && !(await desk.row(visit).locator('a').first().evaluate((a) => a === document.activeElement)); i++) {
    await page.keyboard.press(i % 2 ? 'ArrowDown' : 'j');
  }
  await page.keyboard.press('Enter');
  await desk.dossier(visit, 'booked');

  const to = async (name: string) => {
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      const text = await page.evaluate(() => document.activeElement?.textContent ?? '');
      if (text === name) return;
    }
    throw new Error(`the Tab key never came to ${name}`);
  };
  await to(desk.say('step_check_in'));
  await page.keyboard.press('Enter');
  await desk.dossier(visit, 'checked_in');
  await to(desk.say('step_start_intake'));
  await page.keyboard.press('Enter');
  await desk.dossier(visit, 'in_intake');
  await to(desk.say('reveal'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await to(desk.say('reveal'));
  await page.keyboard.press('Enter');
  await expect(page.locator('#identity')).toBeVisible();
  await page.locator('#identity input').first().focus();
  await page.keyboard.press('Space');
  // Residence, biometrics; how the fingers are is said already; form, old card, request.
  for (const tick of [true, true, false, true, true, true]) {
    await page.keyboard.press('Tab');
    if (tick) await page.keyboard.press('Space');
  }
  await to(desk.say('step_receive'));
  await page.keyboard.press('Enter');
  await desk.dossier(visit, 'received');
});

test('single letters can be switched off, for good', async ({ desk, page }) => {
  await desk.open();
  await desk.sign_in();
  await desk.at_day();
  await desk.press('keys_open');
  await page.locator('#keys-on').uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await desk.at_day();
  await page.keyboard.press('n');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).not.toHaveURL(/\?date=/);
});

test('an idle desk asks, then ends; signing in leads back @both', async ({ desk, page, axe }) => {
  await page.clock.install();
  await desk.open('/the');
  await desk.sign_in();
  await desk.at('cards_title');
  await page.clock.fastForward('28:30');
  await expect(page.getByRole('dialog')).toContainText(desk.say('idle_title'));
  await axe(page);
  await desk.press('idle_stay');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Another twenty minutes are fine, half an hour is not.
  await page.clock.fastForward('20:00');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.clock.fastForward('11:00');
  await desk.at('sign_in_title');
  await expect(page.getByText(desk.say('ended_title'))).toBeVisible();
  await axe(page);
  await desk.sign_in();
  await desk.at('cards_title');
});

test('a session that ended elsewhere leads to sign-in and back to the dossier', async ({ desk, page, server, who }) => {
  const visit = await book(server, who);
  await desk.open(`/ho-so/${visit.reference}`);
  let asked = 0;
  page.on('request', (request) => (asked += Number(request.url().endsWith('/representatives'))));
  await desk.sign_in();
  await desk.dossier(visit);
  // All that the page asks for by itself is there: whatever came later would lead to the sign-in without a press.
  await page.waitForLoadState('networkidle');
  expect(asked, 'nobody asks who represents a grown-up').toBe(0);
  await page.context().clearCookies();
  await desk.press('reveal');
  await page.locator('dialog button[type=submit]').click();
  await desk.at('sign_in_title');
  await desk.sign_in();
  await desk.dossier(visit, 'booked');
});

test('roles: only what one may do is offered', async ({ desk, page, server, who, axe }) => {
  const visit = await book(server, who);
  await comes(server, visit);

  // Help desk: looks after a call, receives nobody.
  await desk.open(`/ho-so/${visit.reference}`);
  await desk.sign_in('hotro');
  await desk.dossier(visit, 'booked');
  await expect(page.getByRole('button', { name: desk.say('step_check_in') })).toHaveCount(0);
  await desk.press('reveal');
  await expect(page.locator('dialog input')).toHaveCount(1);
  await page.locator('dialog button[type=submit]').click();
  await expect(page.getByText(who.number)).toBeVisible();
  await desk.open();
  await expect(desk.row(visit).getByRole('link', { name: desk.say('step_open') })).toBeVisible();
  await page.getByRole('button', { name: desk.say('sign_out') }).click();

  // Another office's officer learns nothing, not even that there is one.
  await desk.open(`/ho-so/${visit.reference}`);
  await desk.sign_in('canbo.danang');
  await expect(page.getByText(desk.say('no_match'))).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: desk.say('sign_out') }).click();

  // The auditor has another room.
  await desk.sign_in('kiemtra');
  await desk.at('audit.title');
  await expect(page.locator('.desk-find, .desk-sim')).toHaveCount(0);
  await axe(page);
  await page.getByRole('button', { name: desk.say('sign_out') }).click();
  await desk.sign_in('quantri');
  await desk.at('no_look');
  await expect(page.locator('.desk-table')).toHaveCount(0);
  await axe(page);
});

test('the simulated ministry: marked, its pace and the demo clock can be changed', async ({ desk, page, axe }) => {
  await desk.open('/bo');
  await desk.sign_in();
  const panel = page.locator('.desk-sim');
  await expect(panel).toContainText(desk.say('simulated'));
  await panel.locator('input[value=hurried]').check();
  await page.reload();
  await expect(panel.locator('input[value=hurried]')).toBeChecked();
  await axe(page);
  const clock = panel.locator('.desk-clock-now');
  await expect(clock).not.toBeEmpty();
  await desk.press('clock_morning');
  await expect(clock).toHaveText(/^07:3\d, /);
  // Nobody is signed out by that.
  await desk.open();
  await desk.at_day();
});

test('an activation that is overdue is opened again', async ({ desk, page, server, who, axe }) => {
  test.setTimeout(150_000);
  const visit = await book(server, who);
  await receive(server, visit);
  await approveAccount(server, visit);
  await server.advance(15 * 86_400);
  await expect.poll(async () => (await look(server, visit)).account?.state, { timeout: 30_000 }).toBe('l2_overdue');
  await desk.open(`/ho-so/${visit.reference}`);
  await desk.sign_in('hotro');
  await expect(page.getByText(desk.say('reopen_text'))).toBeVisible();
  await axe(page);
  await desk.press('step_reopen');
  await expect(page.getByText(desk.say('done_reopened')).first()).toBeVisible();
  await expect(page.getByText(desk.say('desk.account.l2_approved'))).toBeVisible();
  await expect(page.getByText(desk.say('reopen_text'))).toHaveCount(0);
});

test('older people and children are marked in the list', async ({ desk, server, who }) => {
  const grandmother = { ...who, birth: { day: '2', month: '1', year: '1950' } };
  const visit = await book(server, grandmother, { ageGroup: 'from_60', service: 'card', reason: 'ex_request' });
  await desk.open(`?date=${visit.date}`);
  await desk.sign_in();
  await expect(desk.row(visit)).toContainText(desk.say('age_elderly'));
  // Booked for another day: nobody is checked in before.
  await expect(desk.row(visit).getByRole('button')).toHaveCount(0);
  await expect(desk.row(visit).getByRole('link', { name: desk.say('step_open') })).toBeVisible();
});

test('a citizen never loads the desk', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  await page.goto('/tro-giup');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => /desk/.test(url))).toEqual([]);
});
