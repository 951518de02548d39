import type { Page } from '@playwright/test';
import { book } from '../support/book.js';
import { approveAccount, receive } from '../support/case.js';
import { fits_in_the_dark } from '../support/fits.js';
import { type Here, test } from '../support/here.js';
import { keeps_nothing_of } from '../support/kept.js';
import type { Persona } from '../support/persona.js';
import type { Server } from '../support/server.js';
import { expect } from '../support/test.js';

const at = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeFocused();
const send = (page: Page) => page.locator('#main form button[type=submit]').click();

/** A person whose account waits to be activated. */
async function approved(server: Server, who: Persona): Promise<void> {
  const visit = await book(server, who);
  await receive(server, visit);
  await approveAccount(server, visit);
}

async function start(page: Page, here: Here, number: string, phone: string): Promise<void> {
  await here.open('/kich-hoat');
  await begin(page, here, number, phone);
}

/** Number and phone, on the open page. */
async function begin(page: Page, here: Here, number: string, phone: string): Promise<void> {
  await page.locator('#personal_number').fill(number);
  await page.locator('#phone').fill(phone);
  await page.locator('#own_device').check();
  await send(page);
  await at(page, here.say('activation.code.title'));
}

async function prove(page: Page, here: Here, server: Server, who: Persona): Promise<void> {
  await start(page, here, who.number, who.phone);
  await page.locator('#code').fill(await server.code(who.phone));
  await send(page);
}

async function finish(page: Page, here: Here, who: Persona): Promise<void> {
  await page.locator('#password').fill(who.password);
  await send(page);
  await page.locator('#passcode').fill(who.passcode);
  await page.locator('#again').fill(who.passcode);
  await send(page);
  await page.locator('#question_1').selectOption('first_school');
  await page.locator('#answer_1').fill('Trường Làng');
  await page.locator('#question_2').selectOption('favourite_dish');
  await page.locator('#answer_2').fill('Bún chả');
  await send(page);
  await at(page, here.say('activation.done.title'));
}

test('activate, sign in, see the account, sign out; reload and back on the way @both', async ({ page, server, who, axe, here }) => {
  test.slow();
  await approved(server, who);
  await here.open('/kich-hoat');
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `activation-start-${here.lang}.aria.yml` });
  await start(page, here, who.number, who.phone);
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `activation-code-${here.lang}.aria.yml` });
  await fits_in_the_dark(page, axe);
  await page.reload();
  await page.locator('#code').fill(await server.code(who.phone));
  await send(page);

  await at(page, here.say('activation.password.title'));
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `activation-password-${here.lang}.aria.yml` });
  // Rules turn as one types.
  const rules = page.locator('.checklist li');
  await page.locator('#password').fill('abcABC1');
  await expect(rules.filter({ hasText: here.say('activation.password.rule_length') })).not.toHaveClass(/met/);
  await expect(rules.filter({ hasText: here.say('activation.password.rule_digit') })).toHaveClass(/met/);
  await send(page);
  await expect(page.getByRole('alert')).toContainText(here.say('fields.password_length'));
  await axe(page);
  await page.locator('#password').fill(who.password);
  await send(page);

  await at(page, here.say('activation.passcode.title'));
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `activation-passcode-${here.lang}.aria.yml` });
  await page.reload();
  await expect(page.locator('#passcode')).toBeVisible();
  // Back shows that the step is done, and the way on.
  await page.goBack();
  await expect(page.getByText(here.say('activation.done_before.title'))).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: here.say('activation.done_before.go') }).click();
  await at(page, here.say('activation.passcode.title'));
  for (const [passcode, again, code] of [
    ['123456', '123456', 'passcode_trivial'],
    ['150885', '150885', 'passcode_birth_date'],
    [who.passcode, '918273', 'passcode_mismatch'],
  ] as const) {
    await page.locator('#passcode').fill(passcode);
    await page.locator('#again').fill(again);
    await send(page);
    await expect(page.getByRole('alert')).toContainText(here.say(`fields.${code}`));
  }
  await page.locator('#again').fill(who.passcode);
  await send(page);

  await at(page, here.say('activation.questions.title'));
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `activation-questions-${here.lang}.aria.yml` });
  await page.locator('#question_1').selectOption('first_school');
  await page.locator('#answer_1').fill('Trường Làng');
  await page.locator('#question_2').selectOption('first_school');
  await send(page);
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(2);
  await axe(page);
  await page.locator('#question_2').selectOption('favourite_dish');
  await page.locator('#answer_2').fill('Bún chả');
  await send(page);
  await at(page, here.say('activation.done.title'));
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `activation-done-${here.lang}.aria.yml` });
  await keeps_nothing_of(page, who, 'Trường Làng', 'Bún chả');

  // The first page knows it: no "step 1 of 4", no empty form, but the way in.
  await here.open('/kich-hoat');
  await expect(page.locator('.tasks li').filter({ hasText: here.say('activation.task.done') })).toHaveCount(4);
  await expect(page.locator('.stepper')).toHaveCount(0);
  await expect(page.locator('#personal_number')).toBeHidden();
  await expect(page.locator('#main').getByRole('link', { name: here.say('activation.done.sign_in'), exact: true })).toBeVisible();
  await axe(page);
  await page.goBack();

  // A passkey is offered: signing in leads to where it is added.
  await page.locator('#main').getByRole('link', { name: here.say('activation.done.passkey_add') }).click();
  await at(page, here.say('account.sign_in.title'));
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `sign-in-${here.lang}.aria.yml` });
  await fits_in_the_dark(page, axe);
  await page.locator('#personal_number').fill(who.number);
  await page.locator('#password').fill(who.password);
  await send(page);
  await at(page, here.say('security.title'));
  await page.getByRole('link', { name: here.say('common.back') }).click();
  await at(page, here.say('account.title'));
  await expect(page.locator('#level')).toContainText('2');
  await expect(page.locator('.level')).toContainText(here.say('account.state.l2_active'));
  await expect(page.locator('#main')).not.toContainText(who.number);
  await expect(page.locator('.events')).toContainText(here.say('account.events.l2_active'));
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `account-${here.lang}.aria.yml` });
  await fits_in_the_dark(page, axe);
  await page.reload();
  await expect(page.locator('#level')).toContainText('2');
  await page.getByRole('button', { name: here.say('account.sign_out') }).click();
  await at(page, here.say('account.sign_in.title'));
  // Signed out for good: the account asks to sign in.
  await here.open('/tai-khoan');
  await expect(page).toHaveURL(/\/dang-nhap$/);
  await keeps_nothing_of(page, who);
});

test('a code fills itself in where the browser reads messages; left half way, the tasks say what is done @both', async ({ page, server, who, axe, here }) => {
  test.slow();
  await approved(server, who);
  // A browser with WebOTP: it gives the code of the message that names our site, and of the next one too.
  await page.addInitScript(() => {
    type Asked = { otp: { transport: string[] }; signal: AbortSignal };
    const given: ((answer: { code: string }) => void)[] = [];
    Object.assign(window, { OTPCredential: class {}, message: (code: string) => given.pop()?.({ code }) });
    navigator.credentials.get = ((asked: Asked) =>
      new Promise((done, fail) => {
        if (asked.otp.transport[0] !== 'sms') return;
        given.push(done as (answer: { code: string }) => void);
        asked.signal.addEventListener('abort', () => fail(new DOMException('', 'AbortError')));
      })) as unknown as typeof navigator.credentials.get;
  });
  await start(page, here, who.number, who.phone);
  const arrives = (code: string) => page.evaluate((code) => (window as unknown as { message: (code: string) => void }).message(code), code);
  await arrives('000000');
  await expect(page.locator('#code')).toHaveValue('000000');
  await send(page);
  await expect(page.getByRole('alert')).toContainText(here.say('errors.problem.code_wrong'));
  await arrives(await server.code(who.phone));
  await send(page);
  await at(page, here.say('activation.password.title'));
  await page.locator('#password').fill(who.password);
  await send(page);
  await at(page, here.say('activation.passcode.title'));
  // Each rule of the passcode by itself.
  const rule = (name: string) => page.locator('.checklist li').filter({ hasText: here.say(`activation.passcode.${name}`) });
  for (const [typed, unmet] of [['121212', 'rule_varied'], ['654321', 'rule_uncounted']] as const) {
    await page.locator('#passcode').fill(typed);
    await expect(rule(unmet)).not.toHaveClass(/met/);
    await expect(rule('rule_digits')).toHaveClass(/met/);
  }
  // Something came up: away, and back to the list of tasks.
  await here.open('/');
  await here.open('/kich-hoat');
  const tasks = page.locator('.tasks li');
  await expect(tasks).toHaveCount(4);
  for (const [at, state] of [[0, 'done'], [1, 'done'], [2, 'next'], [3, 'later']] as const) {
    await expect(tasks.nth(at)).toContainText(here.say(`activation.task.${state}`));
  }
  // Story: it said "step 1 of 4" above, and asked for number and phone once more below.
  const step = here.say('common.step_named', { step: '3', total: '4', name: here.say('activation.step.passcode') });
  await expect(page.locator('.stepper')).toHaveText(step);
  await expect(page.locator('#personal_number')).toBeHidden();
  await axe(page);
  await fits_in_the_dark(page, axe);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `activation-tasks-${here.lang}.aria.yml` });
  await page.getByRole('button', { name: here.say('activation.resume.another'), exact: true }).click();
  await expect(page.locator('#personal_number')).toBeFocused();
  await here.open('/kich-hoat');
  await page.getByRole('link', { name: here.say('activation.resume.go'), exact: true }).click();
  await at(page, here.say('activation.passcode.title'));
  await expect(page.getByRole('link', { name: here.say('activation.leave_tasks') })).toBeVisible();
});

test('until the phone is proved, everybody sees the same', async ({ page, server, who, here }) => {
  test.slow();
  await approved(server, who);
  const countdown = /\d+/g;
  await start(page, here, `099${who.number.slice(3)}`, who.phone);
  const unknown = (await page.locator('#main').innerText()).replace(countdown, '');
  await start(page, here, who.number, `0981${who.phone.slice(4)}`);
  const other = (await page.locator('#main').innerText()).replace(countdown, '');
  await start(page, here, who.number, who.phone);
  const right = (await page.locator('#main').innerText()).replace(countdown, '');
  expect(new Set([unknown, other, right]).size).toBe(1);

  for (let left = 4; left >= 3; left--) {
    await page.locator('#code').fill('000000');
    await send(page);
    await expect(page.getByRole('alert')).toContainText(here.say('errors.problem.code_wrong'));
    await expect(page.getByRole('alert')).toContainText(String(left));
  }
});

test('the first page names what is wrong, and keeps what was typed @both', async ({ page, axe, here }) => {
  await here.open('/kich-hoat');
  await send(page);
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(3);
  await axe(page);
  await summary.getByRole('link').last().click();
  await expect(page.locator('#own_device')).toBeFocused();
  await page.locator('#personal_number').fill('123456789');
  await page.locator('#phone').fill('0283 8000 000');
  await send(page);
  await expect(summary).toContainText(here.say('fields.personal_number_old_cmnd'));
  await expect(summary).toContainText(here.say('fields.phone_not_mobile'));
  await expect(summary).toContainText(here.say('activation.start.own_device_error'));
  await expect(page.locator('#personal_number')).toHaveValue('123456789');
});

test('seven days are over: what to do is said; a journey left alone closes', async ({ page, server, who, axe, here }) => {
  test.slow();
  await approved(server, who);
  await prove(page, here, server, who);
  await at(page, here.say('activation.password.title'));
  // Left alone for longer than the journey stays open.
  await server.advance(16 * 60);
  await page.locator('#password').fill(who.password);
  await send(page);
  await expect(page.getByText(here.say('activation.expired.title'))).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: here.say('activation.expired.again') }).click();
  await at(page, here.say('activation.title'));

  await server.advance(11 * 86_400);
  await prove(page, here, server, who);
  await at(page, here.say('activation.stopped.overdue_title'));
  await expect(page.locator('#main')).toContainText('1900');
  await axe(page);
  // No page is the end of the way.
  await page.locator('#main').getByRole('link', { name: here.say('activation.way_out') }).click();
  await expect(page).toHaveURL(/\/cuu-ho-tai-khoan\?chon=overdue$/);
});

test('an active account leads to sign in; five wrong passwords lock it, with the minutes', async ({ page, server, who, axe, here }) => {
  test.slow();
  await approved(server, who);
  await prove(page, here, server, who);
  await finish(page, here, who);
  // Once more on this device: the page knows that it is done, and asks for another account only where that is wanted.
  await here.open('/kich-hoat');
  await page.getByRole('button', { name: here.say('activation.resume.another'), exact: true }).click();
  await begin(page, here, who.number, who.phone);
  await page.locator('#code').fill(await server.code(who.phone));
  await send(page);
  await at(page, here.say('activation.stopped.active_title'));
  await axe(page);
  await page.locator('#main').getByRole('link', { name: here.say('activation.done.sign_in') }).click();
  await at(page, here.say('account.sign_in.title'));

  await page.locator('#personal_number').fill(`099${who.number.slice(3)}`);
  await page.locator('#password').fill(who.password);
  await send(page);
  const unknown = page.getByRole('alert');
  await expect(unknown).toContainText(here.say('account.sign_in.refused'));
  await page.locator('#personal_number').fill(who.number);
  for (let i = 0; i < 5; i++) {
    await page.locator('#password').fill(`Wrong_${i}abc`);
    await send(page);
    await expect(page.getByRole('alert')).toContainText(here.say('account.sign_in.refused'));
    await expect(page.locator('#main form button[type=submit]')).not.toHaveAttribute('aria-disabled', 'true');
  }
  await page.locator('#password').fill(who.password);
  await send(page);
  await expect(page.getByRole('alert')).toContainText(here.say('account.sign_in.locked.other', { count: '15' }));
  await axe(page);
});

test('the simulated inbox is marked, fills by itself and can be filtered @both', async ({ page, server, who, axe, here }) => {
  await here.open('/inbox');
  await expect(page.getByText(here.say('inbox.lead'))).toBeVisible();
  const visit = await book(server, who);
  const mine = page.locator('.message').filter({ hasText: visit.reference });
  await expect(mine.first()).toBeVisible({ timeout: 20_000 });
  await expect(mine.first()).toContainText(here.say('inbox.mark'));
  await axe(page);
  await page.locator('#number').fill(who.phone);
  await expect(mine.first()).toBeVisible();
  await page.locator('#number').fill('000000000');
  await expect(page.getByText(here.say('inbox.none_found'))).toBeVisible();
  await page.getByRole('button', { name: here.say('inbox.clear') }).click();
  await expect(mine.first()).toBeVisible();
});
