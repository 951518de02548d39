import { at, button, by_password, in_use, on_another_device, test } from '../support/account.js';
import { Authenticator } from '../support/authenticator.js';
import { fits_in_the_dark } from '../support/fits.js';
import { Officer } from '../support/officer.js';
import { expect } from '../support/test.js';

test('a passkey: added, used in the place of the password, taken away @both', async ({ page, server, who, axe, here }) => {
  test.slow();
  await in_use(server, who);
  const device = await Authenticator.on(page);
  await by_password(page, here, who);
  await at(page, here.say('account.title'));
  await page.getByRole('link', { name: here.say('account.security.open') }).click();
  await at(page, here.say('security.title'));
  await expect(page.getByText(here.say('passkey.none'))).toBeVisible();
  await expect(page.getByText(here.say('security.sessions_here'), { exact: true })).toBeVisible();
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `security-${here.lang}.aria.yml` });
  await fits_in_the_dark(page, axe);
  // The form comes when it is opened, and takes the focus. A name is needed, to know it again.
  await button(page, here.say('passkey.add')).press('Enter');
  await expect(page.locator('#passkey_name')).toBeFocused();
  await button(page, here.say('passkey.add')).click();
  await expect(page.locator('.error-summary')).toBeVisible();
  await axe(page);
  // The holder did not pass the lock: nothing is added, and it is said why.
  await page.locator('#passkey_name').fill('Máy thử');
  await device.verifies(false);
  await button(page, here.say('passkey.add')).click();
  await expect(page.locator('.error-summary')).toContainText(here.say('passkey.cancelled_add'));
  expect(await device.count()).toBe(0);
  await device.verifies(true);
  await button(page, here.say('passkey.add')).click();
  await expect(page.getByText(here.say('passkey.added', { name: 'Máy thử' }))).toBeVisible();
  await expect(page.locator('.plain-list').first()).toContainText('Máy thử');
  expect(await device.count()).toBe(1);
  await axe(page);
  await expect(page.locator('section[aria-labelledby=passkeys]')).toMatchAriaSnapshot({ name: `passkeys-${here.lang}.aria.yml` });
  // This device has one: it says so itself.
  await button(page, here.say('passkey.add')).click();
  await page.locator('#passkey_name').fill('Lần nữa');
  await button(page, here.say('passkey.add')).click();
  await expect(page.locator('.error-summary')).toContainText(here.say('passkey.known'));

  // Signed out. Nobody touches the device: what it offers at the field of the number takes nobody anywhere.
  await device.answers(false);
  await button(page, here.say('security.sessions_end_all')).click();
  await at(page, here.say('account.sign_in.title'));
  await expect(page.locator('#personal_number')).toHaveAttribute('autocomplete', 'username webauthn');
  await axe(page);
  await device.answers(true);
  await button(page, here.say('passkey.sign_in')).click();
  await at(page, here.say('account.title'));
  await expect(page.locator('.events')).toContainText(here.say('account.events.signed_in_by_passkey'));
  await axe(page);
  // Signed out once more; this time it is chosen in the browser's list, and nothing is pressed or typed.
  await page.getByRole('button', { name: here.say('account.sign_out'), exact: true }).click();
  await at(page, here.say('account.title'));
  await expect(page).toHaveURL(/\/tai-khoan$/);
  await here.open(page, '/tai-khoan/bao-mat');
  await page.getByRole('button', { name: here.say('passkey.remove') }).first().click();
  await expect(page.getByRole('dialog')).toContainText('Máy thử');
  await axe(page);
  await button(page, here.say('passkey.remove_do')).click();
  await expect(page.getByText(here.say('passkey.none'))).toBeVisible();
  await device.answers(false);
  await button(page, here.say('security.sessions_end_all')).click();
  await at(page, here.say('account.sign_in.title'));
  // The device still has its half; the server knows it no more.
  await device.answers(true);
  await button(page, here.say('passkey.sign_in')).click();
  await expect(page.getByRole('alert').filter({ hasText: here.say('passkey.refused') })).toBeVisible();
  await axe(page);
});

test('one device: the old one hands over; lost, a message and the passcode; locked and opened again @both', async ({ page, server, who, axe, here, browser }) => {
  test.slow();
  await in_use(server, who);
  await by_password(page, here, who);
  await at(page, here.say('account.title'));
  const second = await on_another_device(browser, here, who);
  await axe(second);
  await expect(second.locator('#main')).toMatchAriaSnapshot({ name: `other-device-${here.lang}.aria.yml` });
  await second.locator('#code').fill('12345');
  await button(second, here.say('account.device.do')).click();
  await expect(second.locator('.error-summary')).toBeVisible();
  // The old device shows the code.
  await here.open(page, '/tai-khoan/bao-mat');
  await button(page, here.say('security.device_ask')).click();
  const code = (await page.locator('.device-code').innerText()).replace(/\s/g, '');
  await axe(page);
  await second.locator('#code').fill(code);
  await button(second, here.say('account.device.do')).click();
  await at(second, here.say('account.title'));
  await here.open(page, '/tai-khoan');
  await expect(page).toHaveURL(/\/dang-nhap$/);

  // The other way round, without the old device at hand.
  await by_password(page, here, who);
  await at(page, here.say('account.device.title'));
  await button(page, here.say('account.device.no_old')).click();
  await button(page, here.say('account.device.send')).click();
  await expect(page.locator('#passcode')).toBeVisible();
  await axe(page);
  await page.locator('#code').fill(await server.code(who.phone));
  await page.locator('#passcode').fill('000000');
  await button(page, here.say('account.device.do')).click();
  await expect(page.locator('.error-summary')).toContainText(here.say('fields.passcode_wrong'));
  await axe(page);
  await page.locator('#passcode').fill(who.passcode);
  await button(page, here.say('account.device.do')).click();
  await at(page, here.say('account.title'));

  // "Not me" locks at once; message and passcode open it again.
  await page.locator('.events').getByRole('button').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await axe(page);
  await button(page, here.say('account.not_me_do')).click();
  await at(page, here.say('account.sign_in.title'));
  await by_password(page, here, who);
  await at(page, here.say('account.device.locked_title'));
  await axe(page);
  await second.context().close();
});

test('under a number there are no passkeys, and the way to the name is shown', async ({ page, axe, here }) => {
  await page.goto('/dang-nhap');
  await expect(page.getByText(here.say('passkey.address'))).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: here.say('passkey.address_open') }).click();
  await expect(page).toHaveURL(/^http:\/\/localhost:/);
  await expect(button(page, here.say('passkey.sign_in'))).toBeVisible();
});

test('staff: a passkey in the place of password and code; an administrator helps who has lost it @both', async ({ page, here, axe }) => {
  test.slow();
  const desk = new Officer(page, here.lang);
  await Authenticator.on(page);
  await here.open(page, '/desk');
  await desk.sign_in('canbo.danang');
  await desk.at_day();
  await page.getByRole('link', { name: desk.say('nav_factor') }).click();
  await desk.at('factor.page_title');
  await button(page, here.say('passkey.add')).click();
  await page.locator('#passkey_name').fill('Máy ở quầy');
  await button(page, here.say('passkey.add')).click();
  await expect(page.getByText(here.say('passkey.added', { name: 'Máy ở quầy' }))).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: desk.say('sign_out') }).click();
  await desk.at('sign_in_title');
  // The password alone leads to the passkey.
  await desk.sign_in('canbo.danang');
  await desk.at('factor.passkey_title');
  await axe(page);
  await button(page, here.say('passkey.sign_in')).click();
  await desk.at_day();
  await page.getByRole('button', { name: desk.say('sign_out') }).click();
  await desk.at('sign_in_title');

  await desk.sign_in('quantri');
  await page.getByRole('link', { name: desk.say('nav_staff') }).click();
  await desk.at('staff.title');
  const row = page.locator('.plain-list > li').filter({ hasText: 'canbo.danang' });
  await expect(row).toContainText('1 passkey');
  await axe(page);
  await expect(row).toMatchAriaSnapshot({ name: `staff-row-${here.lang}.aria.yml` });
  await row.getByRole('button', { name: here.say('staff.reset') }).click();
  await axe(page);
  await button(page, here.say('staff.ask_do')).click();
  await expect(row).toContainText(here.say('staff.password_only'));
  // A new colleague; what is missing is named.
  await button(page, here.say('staff.new')).click();
  await button(page, here.say('staff.save')).click();
  await expect(page.locator('.error-summary li')).toHaveCount(5);
  await axe(page);
  await expect(page.locator('#main form')).toMatchAriaSnapshot({ name: `staff-form-${here.lang}.aria.yml` });
  const username = `moi.${here.lang}`;
  await page.locator('#username').fill(username);
  await page.locator('#name').fill('Cán bộ Mới');
  await page.locator('#role').selectOption('intake_officer');
  await page.locator('#office_id').selectOption('hcm-pc06');
  await page.locator('#password').fill('mot mat khau rat dai');
  await button(page, here.say('staff.save')).click();
  await expect(page.locator('.plain-list')).toContainText(username);
  // They have forgotten it already: a password is shown once, and opens nothing but the choice of another one.
  const newcomer = page.locator('.plain-list > li').filter({ hasText: username });
  await newcomer.getByRole('button', { name: here.say('staff.password_reset') }).click();
  await axe(page);
  await button(page, here.say('staff.ask_do')).click();
  await expect(newcomer).toContainText(here.say('staff.password_until').split('{')[0]!);
  const given = await page.locator('.given-password').innerText();
  expect(given).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}$/);
  await axe(page);
  await button(page, here.say('staff.given_told')).click();
  await expect(page.locator('.given-password')).toHaveCount(0);
  await page.getByRole('button', { name: desk.say('sign_out') }).click();
  await desk.at('sign_in_title');
  await desk.sign_in(username, given);
  await desk.at('factor.first_title');
  await axe(page);
  await page.locator('#current').fill(given);
  await page.locator('#new').fill(given);
  await button(page, here.say('factor.password_change')).click();
  await expect(page.locator('.error-summary')).toContainText(here.say('fields.staff_password_same'));
  // Another page of the desk asks for the same first.
  await page.goto(new URL(desk.path('/the'), page.url()).href);
  await desk.at('factor.first_title');
  await page.locator('#current').fill(given);
  await page.locator('#new').fill('mot mat khau khac rat dai');
  await button(page, here.say('factor.password_change')).click();
  await desk.at('cards_title');
});

test('password forgotten: a code, both answers, a new password @both', async ({ page, server, who, axe, here }) => {
  test.slow();
  await in_use(server, who);
  await here.open(page, '/dang-nhap');
  await page.getByRole('link', { name: here.say('account.sign_in.forgot') }).click();
  await at(page, here.say('recover.title'));
  await axe(page);
  await button(page, here.say('recover.send')).click();
  await expect(page.locator('.error-summary li')).toHaveCount(2);
  await page.locator('#personal_number').fill(who.number);
  await page.locator('#phone').fill(who.phone);
  await button(page, here.say('recover.send')).click();
  await at(page, here.say('recover.code_title'));
  await axe(page);
  await page.locator('#code').fill(await server.code(who.phone));
  await button(page, here.say('recover.go_on')).click();
  await at(page, here.say('recover.answers_title'));
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `password-forgotten-${here.lang}.aria.yml` });
  await button(page, here.say('recover.save')).click();
  await expect(page.locator('.error-summary li')).toHaveCount(3);
  await axe(page);
  const password = 'Mat_khau9!';
  await page.locator('#answer_1').fill('phở');
  await page.locator('#answer_2').fill('truong lang');
  await page.locator('#password').fill(password);
  await button(page, here.say('recover.save')).click();
  await expect(page.locator('.error-summary')).toContainText(here.say('recover.answers_wrong'));
  await page.locator('#answer_1').fill('bun cha');
  await button(page, here.say('recover.save')).click();
  await at(page, here.say('recover.done_title'));
  await axe(page);
  await by_password(page, here, { ...who, password });
  await at(page, here.say('account.title'));
});
