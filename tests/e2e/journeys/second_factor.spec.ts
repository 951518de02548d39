import type { Page } from '@playwright/test';
import { Officer } from '../support/officer.js';
import { Server } from '../support/server.js';
import { expect, test as base } from '../support/test.js';
import { totp } from '../support/totp.js';

/** A server that asks everybody for a second factor, as one outside a demo does. */
const test = base.extend<{ desk: Officer }, { server: Server }>({
  server: [
    async ({}, use) => {
      const server = await Server.start('second_factor = "required"\n');
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  desk: async ({ page }, use, info) => {
    await use(new Officer(page, String(info.project.use.locale).startsWith('en') ? 'en' : 'vi'));
  },
});

const summary = (page: Page) => page.locator('.error-summary');

/** From the password to the recovery codes. */
async function enrol(desk: Officer, page: Page): Promise<{ secret: string; used: string; codes: string[] }> {
  await desk.at('factor.enrol_title');
  await page.locator('.factor-code').waitFor();
  await page.locator('summary').filter({ hasText: desk.say('factor.enrol_type') }).click();
  const secret = await page.locator('.factor-secret').innerText();
  const used = totp(secret);
  await page.locator('#code').fill(used);
  await desk.press('factor.enrol_confirm');
  await desk.at('factor.codes_title');
  return { secret, used, codes: await page.locator('.factor-codes li').allInnerTexts() };
}

async function keep(desk: Officer, page: Page): Promise<void> {
  await page.locator('#kept').check();
  await desk.press('factor.codes_done');
}

async function sign_out(desk: Officer, page: Page): Promise<void> {
  await page.getByRole('button', { name: desk.say('sign_out') }).click();
  await desk.at('sign_in_title');
}

test('set up at the first sign-in; then password and code, wrong, used, lost phone @both', async ({ desk, page, axe }) => {
  await desk.open('/the');
  await desk.sign_in('truong');
  await desk.at('factor.enrol_title');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.locator('.factor-code').waitFor();
  await expect(page.locator('.desk-sign-in')).toMatchAriaSnapshot({ name: `factor-enrol-${desk.lang}.aria.yml` });
  await axe(page);
  // Nothing typed, too short, wrong: named at the field.
  await desk.press('factor.enrol_confirm');
  await expect(summary(page)).toContainText(desk.say('factor.code_needed'));
  await page.locator('#code').fill('123');
  await desk.press('factor.enrol_confirm');
  await expect(summary(page)).toContainText(desk.say('factor.code_format'));
  await axe(page);
  const { secret, used, codes } = await enrol(desk, page);
  expect(new Set(codes).size).toBe(10);
  await axe(page);
  await desk.press('factor.codes_done');
  await expect(summary(page)).toContainText(desk.say('factor.codes_kept_needed'));
  await keep(desk, page);
  // On to where one wanted to go.
  await desk.at('cards_title');

  await sign_out(desk, page);
  await desk.sign_in('truong');
  await desk.at('factor.code_title');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await axe(page);
  // The code with which it was set up opened once. The next one is good.
  await page.locator('#code').fill(used);
  await page.keyboard.press('Enter');
  await expect(summary(page)).toContainText(desk.say('factor.code_wrong'));
  await expect(page.locator('#code')).toHaveValue('');
  await axe(page);
  const next = totp(secret, 1);
  await page.locator('#code').fill(next);
  await page.keyboard.press('Enter');
  await desk.at_day();

  await sign_out(desk, page);
  await desk.sign_in('truong');
  await desk.at('factor.code_title');
  await page.locator('#code').fill(next);
  await desk.press('factor.go_on');
  await expect(summary(page)).toContainText(desk.say('factor.code_wrong'));
  await desk.press('factor.use_recovery');
  await desk.at('factor.recovery_title');
  await axe(page);
  await page.locator('#code').fill('ABC');
  await desk.press('factor.go_on');
  await expect(summary(page)).toContainText(desk.say('factor.recovery_format'));
  await page.locator('#code').fill(codes[0]!.toLowerCase());
  await desk.press('factor.go_on');
  // How many are left is told, where new ones are made.
  await desk.at('factor.page_title');
  await expect(page.getByText(desk.say('factor.signed_in_by_recovery.other', { count: '9' }))).toBeVisible();
  await expect(page.getByText(desk.say('factor.page_left.other', { count: '9' }), { exact: true })).toBeVisible();
  await axe(page);
  await page.reload();
  await desk.at('factor.page_title');
  await expect(page.getByText(desk.say('factor.signed_in_by_recovery.other', { count: '9' }))).toHaveCount(0);
});

test('five wrong codes lock for some minutes, and the lock is told', async ({ desk, page, axe }) => {
  await desk.open();
  await desk.sign_in('canbo');
  const { secret } = await enrol(desk, page);
  await keep(desk, page);
  await desk.at_day();
  await sign_out(desk, page);
  await desk.sign_in('canbo');
  await desk.at('factor.code_title');
  const right = totp(secret, 1);
  const wrong = right === '000000' ? '000001' : '000000';
  for (let i = 0; i < 5; i++) {
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/session/code'));
    await page.locator('#code').fill(wrong);
    await desk.press('factor.go_on');
    await answered;
    await expect(page.locator('#code')).toHaveValue('');
  }
  await page.locator('#code').fill(right);
  await desk.press('factor.go_on');
  await expect(summary(page)).toContainText(desk.say('factor.locked.other', { count: '15' }));
  await axe(page);
  await desk.press('factor.start_over');
  await desk.at('sign_in_title');
});

test('new recovery codes for a code of the phone; with the keyboard alone', async ({ desk, page, axe }) => {
  await desk.open();
  await page.locator('#username').focus();
  await page.keyboard.type('hotro');
  await page.keyboard.press('Tab');
  await page.keyboard.type('CanBo-2026!');
  await page.keyboard.press('Enter');
  const { secret, codes } = await enrol(desk, page);
  await keep(desk, page);
  await desk.at_day();
  await page.getByRole('link', { name: desk.say('nav_factor') }).focus();
  await page.keyboard.press('Enter');
  await desk.at('factor.page_title');
  await axe(page);
  await page.locator('#code').focus();
  await page.keyboard.type(totp(secret, 1));
  await page.keyboard.press('Enter');
  await desk.at('factor.codes_title');
  const fresh = await page.locator('.factor-codes li').allInnerTexts();
  expect(fresh.filter((code) => codes.includes(code))).toEqual([]);
  await page.locator('#kept').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await desk.at('factor.page_title');
});
