import type { Page } from '@playwright/test';
import { at, button, by_password, in_use, test } from '../support/account.js';
import { fits } from '../support/fits.js';
import { Officer } from '../support/officer.js';
import { expect } from '../support/test.js';
import { words } from '../support/words.js';

const OWN = 'mot cau de nho cua hoa sen';

/** Chooses the first commune that fits. */
async function commune(page: Page): Promise<void> {
  await page.locator('#commune_code').fill('Sài Gòn');
  await page.locator('.combo-list [role=option]').first().click();
}

test('a lodging is registered, takes a guest in by their e-ID, the guest sees it, and the police get their list @both', async ({ page, server, who, here, axe, browser }) => {
  test.slow();
  await in_use(server, who);
  const name = `Nhà nghỉ ${who.number.slice(-6)}`;
  const username = `sen${who.number.slice(-6)}`;

  // An administrator registers the place and reads its one-time password.
  const base = { baseURL: server.baseURL, locale: here.lang === 'en' ? 'en-GB' : 'vi-VN' };
  const office = await browser.newContext(base);
  const admin = await office.newPage();
  const desk = new Officer(admin, here.lang);
  await desk.open('/noi-kiem-tra');
  await desk.sign_in('quantri');
  await expect(admin.getByRole('heading', { level: 1, name: here.say('venues.title') })).toBeVisible();
  await button(admin, here.say('venues.new')).click();
  await button(admin, here.say('venues.save')).click();
  await expect(admin.locator('#error-summary li')).toHaveCount(6);
  await admin.locator('#kind').selectOption('lodging');
  await admin.locator('#name').fill(name);
  await commune(admin);
  await admin.locator('#line').fill('1 Lê Lợi');
  await admin.locator('#phone').fill('028 3838 7342');
  await admin.locator('#username').fill(username);
  await axe(admin);
  await expect(admin.locator('#main form')).toMatchAriaSnapshot({ name: `venues-form-${here.lang}.aria.yml` });
  await button(admin, here.say('venues.save')).click();
  const password = (await admin.locator('.given-password').textContent())!.trim();
  await axe(admin);

  // The place signs in, chooses its own password, and finds an empty day.
  const gate = await browser.newContext(base);
  const lodge = await gate.newPage();
  await lodge.goto((here.lang === 'en' ? '/en' : '') + '/noi-kiem-tra');
  await expect(lodge.locator('link[rel=manifest]')).toHaveCount(1);
  await button(lodge, here.say('venue.sign_in')).click();
  await expect(lodge.locator('#error-summary li')).toHaveCount(2);
  await lodge.locator('#username').fill(username);
  await lodge.locator('#password').fill('sai mat khau');
  await button(lodge, here.say('venue.sign_in')).click();
  await expect(lodge.locator('#error-summary')).toContainText(here.say('venue.refused'));
  await axe(lodge);
  await lodge.locator('#password').fill(password);
  await lodge.locator('#password').press('Enter');
  await at(lodge, here.say('venue.first_title'));
  await lodge.locator('#current').fill(password);
  await lodge.locator('#new').fill(OWN);
  await axe(lodge);
  await lodge.locator('#new').press('Enter');
  await at(lodge, name);
  await expect(lodge.locator('#main')).toContainText(here.say('venue.checks_none'));

  // The guest shows their e-ID; the form fills itself in.
  await by_password(page, here, who);
  await at(page, here.say('account.title'));
  await here.open(page, '/tai-khoan/trinh');
  for (const claim of ['name', 'birth_date', 'personal_number']) await page.getByLabel(here.say(`showing.claim.${claim}`)).check();
  await button(page, here.say('showing.make')).click();
  const token = (await page.locator('.showing-token').textContent())!;
  await button(lodge, here.say('stay.new')).click();
  await expect(lodge.locator('#stay-form')).toBeFocused();
  await button(lodge, here.say('stay.send')).click();
  await expect(lodge.locator('#error-summary li')).toHaveCount(4);
  await button(lodge, here.say('stay.scan')).click();
  await lodge.locator('#guest_code').fill(token);
  await button(lodge, here.say('stay.scan_take')).click();
  await expect(lodge.locator('#scan-said')).toContainText(here.say('stay.scan_done'));
  await expect(lodge.locator('#full_name')).toHaveValue(who.name);
  await expect(lodge.locator('#personal_number')).toHaveValue(who.number);
  await lodge.locator('#reason').selectOption('tourism');
  await axe(lodge);
  await fits(lodge);
  await button(lodge, here.say('stay.send')).click();
  await expect(lodge.locator('#stay-said')).toContainText(here.say('stay.filed', { name: who.name }));
  await button(lodge, here.say('stay.close')).click();
  await expect(lodge.locator('#main .events').last()).toContainText(who.name);
  await lodge.reload();
  await expect(lodge.getByRole('heading', { level: 1, name })).toBeVisible();
  const checked = lodge.locator('section[aria-labelledby=checks] .events li');
  await expect(checked).toHaveCount(1);
  await expect(checked).toContainText(here.say('venue.valid'));
  await expect(checked).toContainText(who.number);
  await expect(lodge.locator('#main')).toMatchAriaSnapshot({ name: `venue-${here.lang}.aria.yml` });
  await axe(lodge);
  await fits(lodge);

  // Another day by keyboard: a step on and back to today; a day that is not there is said at its field; one that is typed.
  const shown = lodge.locator('#shown-day');
  const today = (await shown.locator('strong').textContent())!;
  await button(lodge, here.say('venue.day_next')).press('Enter');
  await expect(shown).not.toContainText(today);
  await expect(checked).toHaveCount(0);
  await button(lodge, here.say('venue.day_today')).press('Enter');
  await expect(shown).toContainText(today);
  await expect(shown).toBeFocused();
  await expect(checked).toHaveCount(1);
  await lodge.getByText(here.say('venue.day_other')).click();
  await button(lodge, here.say('venue.day_show')).click();
  await expect(lodge.locator('#other_day-error')).toContainText(here.say('venue.day_wanted'));
  for (const [part, typed] of [['day', '31'], ['month', '2'], ['year', '2026']]) await lodge.locator(`#other_day-${part}`).fill(typed!);
  await lodge.locator('#other_day-year').press('Enter');
  await expect(lodge.locator('#other_day-error')).toContainText(here.say('fields.date_impossible'));
  await expect(lodge.locator('#other_day-day')).toBeFocused();
  await axe(lodge);
  await fits(lodge);
  await lodge.locator('#other_day-day').fill('28');
  await lodge.locator('#other_day-day').press('Enter');
  await expect(shown).toContainText('28');
  await expect(lodge.locator('#main')).toContainText(here.say('venue.stays_none'));
  await button(lodge, here.say('venue.day_today')).click();
  await expect(checked).toHaveCount(1);

  // Corrected by keyboard, in place.
  await lodge.getByRole('button', { name: new RegExp(`^${here.say('stay.correct')} `) }).press('Enter');
  await expect(lodge.locator('#correct-stay')).toBeFocused();
  await lodge.locator('#c_reason').selectOption('work');
  await button(lodge, here.say('stay.correct_do')).click();
  await expect(lodge.locator('section[aria-labelledby=stays]')).toContainText(here.say('stay.reason_work'));

  // The guest is told by name of the place, and says that it was not them.
  await here.open(page, '/tai-khoan');
  await expect(page.locator('.events')).toContainText(here.say('account.events.stay_declared'));
  await expect(page.locator('.events')).toContainText(name);
  await page.getByRole('link', { name: here.say('account.stays_open') }).click();
  await at(page, here.say('stay.title'));
  const about = page.locator('section[aria-labelledby=about-me]');
  await expect(about).toContainText(name);
  await axe(page);
  await fits(page);
  await page.getByRole('button', { name: new RegExp(`^${here.say('stay.not_me')} `) }).click();
  await button(page, here.say('stay.not_me_do')).click();
  await expect(about).toContainText(here.say('stay.disputed'));
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `stays-${here.lang}.aria.yml` });

  // A guest of their own: declared, withdrawn with a reason.
  await button(page, here.say('stay.new')).click();
  await page.locator('#full_name').fill('Trần Thị Mẫu');
  await page.locator('#personal_number').fill(`098185${who.number.slice(-6)}`);
  await page.locator('#birth_date input').nth(0).fill('15');
  await page.locator('#birth_date input').nth(1).fill('8');
  await page.locator('#birth_date input').nth(2).fill('1985');
  await page.locator('#reason').selectOption('family');
  await commune(page);
  await page.locator('#line').fill('12 Lê Lợi');
  // Day, month and year in the order of the words, whatever the browser's language; a day that is not there is said at its field.
  const day = page.locator('#leaves-day');
  const left = await day.inputValue();
  await day.fill('40');
  await button(page, here.say('stay.send')).click();
  await expect(page.locator('#leaves-error')).toContainText(here.say('fields.date_impossible'));
  await expect(page.locator('#stay-said')).toBeEmpty();
  await axe(page);
  await day.fill(left);
  await button(page, here.say('stay.send')).click();
  await expect(page.locator('#stay-said')).toContainText(here.say('stay.filed', { name: 'Trần Thị Mẫu' }));
  await axe(page);
  await page.getByRole('button', { name: new RegExp(`^${here.say('stay.withdraw')} `) }).click();
  await button(page, here.say('stay.withdraw_do')).click();
  await expect(page.locator('dialog[open]')).toContainText(here.say('stay.withdraw_none'));
  await page.getByLabel(here.say('stay.withdraw_not_come')).check();
  await button(page, here.say('stay.withdraw_do')).click();
  await expect(page.locator('section[aria-labelledby=stays]')).toContainText(here.say('stay.withdrawn', { reason: here.say('stay.withdraw_not_come') }));

  // The office sees them masked, with what the guest says, and has the file.
  await admin.context().clearCookies();
  await desk.open('/luu-tru');
  await desk.sign_in('canbo');
  await expect(admin.getByRole('heading', { level: 1, name: here.say('stays.title') })).toBeVisible();
  const row = admin.locator('.desk-row').filter({ hasText: name });
  await expect(row).toContainText(words(here.lang, 'stays.disputed'));
  await expect(row).not.toContainText(who.number);
  await axe(admin);
  await fits(admin);
  const [file] = await Promise.all([admin.waitForEvent('download'), admin.getByRole('link', { name: here.say('stays.export') }).click()]);
  expect(file.suggestedFilename()).toMatch(/^luu-tru-\d{4}-\d\d-\d\d\.csv$/);
  await office.close();
  await gate.close();
});
