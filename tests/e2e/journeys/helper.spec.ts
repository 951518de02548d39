import { at, button, by_password, in_use, test } from '../support/account.js';
import { fits_in_the_dark } from '../support/fits.js';
import { Officer } from '../support/officer.js';
import { expect } from '../support/test.js';

test('the help desk looks along, the owner sees each look and ends it with one tap @both', async ({ page, server, who, axe, here, browser }) => {
  test.slow();
  await in_use(server, who);
  await by_password(page, here, who);
  await at(page, here.say('account.title'));
  await page.getByRole('link', { name: here.say('account.security.helper') }).click();
  await at(page, here.say('helper.title'));
  await axe(page);
  await button(page, here.say('helper.ask')).press('Enter');
  const numbers = page.locator('.device-code');
  await expect(numbers).toHaveCount(2);
  await axe(page);
  const [ends, code] = (await numbers.allInnerTexts()).map((text) => text.replace(/\s/g, ''));
  expect(ends).toBe(who.number.slice(-4));

  const context = await browser.newContext({ serviceWorkers: 'block', locale: here.lang, timezoneId: 'Asia/Ho_Chi_Minh' });
  const desk = await context.newPage();
  await here.open(desk, '/desk/xem-cung');
  await new Officer(desk, here.lang).sign_in('hotro');
  await at(desk, here.say('along.title'));
  // Typed wrong: said at the field.
  await desk.locator('#number_ends').fill('12');
  await button(desk, here.say('along.begin')).click();
  await expect(desk.locator('.error-summary')).toContainText(here.say('along.ends_wrong'));
  await axe(desk);
  await desk.locator('#number_ends').fill(ends!);
  await desk.locator('#code').fill(code!);
  await button(desk, here.say('along.begin')).click();
  await expect(desk.getByText(here.say('along.nothing'))).toBeVisible();
  await button(desk, here.say('along.part_account')).click();
  await expect(desk.getByText(here.say('along.block_no_passkey'))).toBeVisible();
  await axe(desk);
  for (const secret of [who.number, who.name, who.phone]) await expect(desk.locator('main')).not.toContainText(secret);
  // Looked away from: nothing stays on the screen, and what is wanted again is another look.
  await desk.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
  await expect(desk.getByText(here.say('along.nothing'))).toBeVisible();
  await expect(desk.getByText(here.say('along.block_no_passkey'))).toHaveCount(0);
  await desk.evaluate(() => Reflect.deleteProperty(document, 'hidden'));
  await button(desk, here.say('along.part_account')).click();
  await expect(desk.getByText(here.say('along.block_no_passkey'))).toBeVisible();

  // The owner sees it without touching the page, and ends it.
  await expect(page.getByText(here.say('helper.open_title'))).toBeVisible();
  await expect(page.locator('.events')).toContainText(here.say('helper.part_account'));
  await axe(page);
  await expect(page.locator('section[aria-labelledby=looks]')).toMatchAriaSnapshot({ name: `helper-looks-${here.lang}.aria.yml` });
  await fits_in_the_dark(page, axe);
  await button(page, here.say('helper.stop')).click();
  await expect(page.getByText(here.say('helper.ended_citizen'))).toBeVisible();
  await expect(desk.getByText(here.say('along.over_title'))).toBeVisible();
  await expect(desk.getByText(here.say('along.block_no_passkey'))).toHaveCount(0);
  await axe(page);
  await context.close();
});

test('a message tells of another device: its link locks with one tap, and once @both', async ({ page, server, who, axe, here, browser }) => {
  test.slow();
  await in_use(server, who);
  await by_password(page, here, who);
  await at(page, here.say('account.title'));
  const context = await browser.newContext({ serviceWorkers: 'block', locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  const other = await context.newPage();
  await by_password(other, here, who);
  await at(other, here.say('account.device.title'));
  await here.open(page, '/tai-khoan/bao-mat');
  await button(page, here.say('security.device_ask')).click();
  await other.locator('#code').fill((await page.locator('.device-code').innerText()).replace(/\s/g, ''));
  await button(other, here.say('account.device.do')).click();
  await at(other, here.say('account.title'));

  const told = await server.message(who.phone, /\/khoa#/);
  await here.open(page, told.slice(told.indexOf('/khoa#')));
  await expect(page.getByRole('heading', { level: 1, name: here.say('lock.title'), exact: true })).toBeVisible();
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `lock-link-${here.lang}.aria.yml` });
  await fits_in_the_dark(page, axe);
  await button(page, here.say('lock.do')).click();
  await expect(page.getByText(here.say('lock.done_title'))).toBeVisible();
  await axe(page);
  await here.open(other, '/tai-khoan');
  await expect(other).toHaveURL(/\/dang-nhap$/);
  await page.reload();
  await button(page, here.say('lock.do')).click();
  await expect(page.getByRole('link', { name: here.say('lock.sign_in') })).toBeVisible();
  await context.close();
});
