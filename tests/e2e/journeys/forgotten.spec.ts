import type { Page } from '@playwright/test';
import { at, button, by_password, type Here, in_use, on_another_device, test } from '../support/account.js';
import { officer } from '../support/case.js';
import { fits_in_the_dark } from '../support/fits.js';
import { keeps_nothing_of } from '../support/kept.js';
import type { Persona } from '../support/persona.js';
import type { Server } from '../support/server.js';
import { expect } from '../support/test.js';

const summary = '.error-summary';
/** As activation sets them. */
const ANSWERS = ['bun cha', 'truong lang'] as const;

/** The link to the other ways leads to that answer; what is typed here stays as it is. Where it was followed before, its address will do. */
async function way_out(page: Page, here: Here, words: string, answer: string, follow = true): Promise<void> {
  const link = page.locator('#main').getByRole('link', { name: here.say(words), exact: true });
  await expect(link).toHaveAttribute('href', new RegExp(`/cuu-ho-tai-khoan\\?chon=${answer}$`));
  if (!follow) return;
  const href = (await link.getAttribute('href'))!;
  const beside = await page.context().newPage();
  const tree = await (await beside.request.get(new URL(`/api/rescue/${here.lang}`, page.url()).href)).json();
  const title = tree.answers.find((one: { id: string }) => one.id === answer).title;
  await beside.goto(new URL(href, page.url()).href);
  await expect(beside.getByRole('heading', { name: title, exact: true })).toBeVisible();
  await expect(beside.locator('#main').getByRole('link').first()).toBeVisible();
  await beside.close();
}

/** As far as both answers. */
async function proved(page: Page, here: Here, server: Server, who: Persona): Promise<string> {
  await page.locator('#personal_number').fill(who.number);
  await page.locator('#phone').fill(who.phone);
  await button(page, here.say('recover.send')).click();
  await at(page, here.say('recover.code_title'));
  const code = await server.code(who.phone);
  await page.locator('#code').fill(code);
  await button(page, here.say('recover.go_on')).click();
  await expect(page.locator('#answer_1')).toBeVisible();
  return code;
}

async function answer(page: Page, given: readonly [string, string]): Promise<void> {
  await page.locator('#answer_1').fill(given[0]);
  await page.locator('#answer_2').fill(given[1]);
}

test('passcode forgotten: a code, both answers, a new one that opens another device; a way out on every step @both', async ({ page, server, who, axe, here, browser }) => {
  test.slow();
  await in_use(server, who);
  await by_password(page, here, who);
  await at(page, here.say('account.title'));

  // On another device, where the passcode is asked for, it does not come to mind.
  const second = await on_another_device(browser, here, who);
  await way_out(second, here, 'account.way_out_device', 'new-phone', false);
  await button(second, here.say('account.device.no_old')).click();
  await way_out(second, here, 'account.way_out_code', 'no-code');
  await axe(second);
  await keeps_nothing_of(second, who);

  await here.open(second, '/quen-passcode');
  await expect(second.getByRole('heading', { level: 1, name: here.say('recover.passcode_title') })).toBeVisible();
  await expect(second.locator('#main')).toMatchAriaSnapshot({ name: `passcode-forgotten-${here.lang}.aria.yml` });
  await axe(second);
  await way_out(second, here, 'recover.way_out_forgotten', 'passcode-forgotten');
  await button(second, here.say('recover.send')).click();
  await expect(second.locator(summary).getByRole('link')).toHaveCount(2);
  await second.locator('#personal_number').fill(who.number);
  await second.locator('#phone').fill(who.phone);
  await second.locator('#phone').press('Enter');
  await at(second, here.say('recover.code_title'));
  await way_out(second, here, 'recover.way_out_code', 'no-code', false);
  const code = await server.code(who.phone);
  await second.locator('#code').fill(code === '000000' ? '000001' : '000000');
  await button(second, here.say('recover.go_on')).click();
  await expect(second.locator(summary)).toBeVisible();
  await second.locator('#code').fill(code);
  await second.locator('#code').press('Enter');
  await at(second, here.say('recover.passcode_answers_title'));
  await way_out(second, here, 'recover.way_out_forgotten', 'passcode-forgotten', false);
  await fits_in_the_dark(second, axe);
  // Wrong turns: nothing typed; easy; not twice the same; a wrong answer; the birth date. What is typed stays.
  await button(second, here.say('recover.passcode_save')).click();
  await expect(second.locator(summary).getByRole('link')).toHaveCount(3);
  await answer(second, ['phở', ANSWERS[1]]);
  const passcode = '730518';
  for (const [typed, again, words] of [
    ['123456', '123456', 'fields.passcode_trivial'],
    [passcode, '730519', 'fields.passcode_mismatch'],
    [passcode, passcode, 'recover.answers_wrong'],
  ] as const) {
    await second.locator('#passcode').fill(typed);
    await second.locator('#again').fill(again);
    await button(second, here.say('recover.passcode_save')).click();
    await expect(second.locator(summary)).toContainText(here.say(words));
  }
  await expect(second.locator('#answer_2')).toHaveValue(ANSWERS[1]);
  await answer(second, ANSWERS);
  await second.locator('#passcode').fill('150885');
  await second.locator('#again').fill('150885');
  await button(second, here.say('recover.passcode_save')).click();
  await expect(second.locator(summary)).toContainText(here.say('fields.passcode_birth_date'));
  await second.locator('#passcode').fill(passcode);
  await second.locator('#again').fill(passcode);
  await second.locator('#again').press('Enter');
  await at(second, here.say('recover.passcode_done_title'));
  await axe(second);
  await keeps_nothing_of(second, who, code, passcode, ...ANSWERS);
  expect(await server.message(who.phone, /Vua dat lai passcode/)).toContain('/khoa#');
  // The device until now is signed out.
  await here.open(page, '/tai-khoan');
  await expect(page).toHaveURL(/\/dang-nhap$/);

  // The new one opens another device.
  await by_password(second, here, who);
  await at(second, here.say('account.device.title'));
  await button(second, here.say('account.device.no_old')).click();
  await button(second, here.say('account.device.send')).click();
  await second.locator('#code').fill(await server.code(who.phone));
  await second.locator('#passcode').fill(passcode);
  await button(second, here.say('account.device.do')).click();
  await at(second, here.say('account.title'));

  // The password too, on a device that does not have the account: not before the owner has had a day to read of the first.
  await here.open(page, '/quen-mat-khau');
  await proved(page, here, server, who);
  await answer(page, ANSWERS);
  await page.locator('#password').fill('Mat_khau9!');
  await button(page, here.say('recover.save')).click();
  await expect(page.locator(summary)).toContainText(here.say('recover.too_soon.other', { count: '24' }));
  await second.context().close();
});

test('five wrong answers: told in hours, with a way out; no page of the account keeps anything of its owner; a look was not for them', async ({ page, server, who, axe, here }) => {
  test.slow();
  const visit = await in_use(server, who);
  await (await officer(server, 'hotro')).send('POST', `/api/desk/dossiers/${visit.reference}/reveal`, { reason: 'call_back' });
  await here.open(page, '/quen-mat-khau');
  const code = await proved(page, here, server, who);
  await page.locator('#password').fill('Mat_khau9!');
  for (let left = 4; left >= 0; left--) {
    await answer(page, [`phở ${left}`, ANSWERS[1]]);
    await button(page, here.say('recover.save')).click();
    await expect(page.locator(summary)).toContainText(here.say('errors.tries_left.other', { count: String(left) }));
  }
  await answer(page, ANSWERS);
  await button(page, here.say('recover.save')).click();
  await expect(page.locator(summary)).toContainText(here.say('recover.locked'));
  // Story: it said "980 minutes".
  await expect(page.locator(summary)).toContainText(/ \d{1,2} (giờ|phút|hour|minute)/);
  await expect(page.locator(summary)).not.toContainText(/\d{3}/);
  await axe(page);
  await way_out(page, here, 'recover.way_out_forgotten', 'password-forgotten');
  await keeps_nothing_of(page, who, code, 'Mat_khau9!');

  await by_password(page, here, who);
  await at(page, here.say('account.title'));
  await keeps_nothing_of(page, who, code);
  for (const path of ['bao-mat', 'so-dien-thoai', 'du-lieu', 'giay-to', 'con', 'luu-tru', 'tro-cap', 'cho-xem', 'trinh']) {
    await here.open(page, `/tai-khoan/${path}`);
    await expect(page).toHaveURL(new RegExp(`/tai-khoan/${path}$`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.skeleton')).toHaveCount(0);
    await keeps_nothing_of(page, who, code);
  }

  // Somebody of the staff has looked, and nobody had called: said at that line, it locks and asks the office.
  await here.open(page, '/tai-khoan');
  const look = page.locator('.events li').filter({ hasText: here.say('account.events.looked') });
  await expect(look).toHaveCount(1);
  await look.getByRole('button').click();
  await expect(page.getByRole('dialog')).toContainText(here.say('account.events.looked'));
  await button(page, here.say('account.not_me_do')).click();
  await at(page, here.say('account.sign_in.title'));
  await by_password(page, here, who);
  await at(page, here.say('account.device.locked_title'));
  await way_out(page, here, 'account.way_out_locked', 'locked-own');
  await axe(page);
});
