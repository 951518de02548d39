import type { Page } from '@playwright/test';
import { book } from '../support/book.js';
import { activateAccount, approveAccount, officer, receive } from '../support/case.js';
import { fits_in_the_dark } from '../support/fits.js';
import type { Persona } from '../support/persona.js';
import type { Server } from '../support/server.js';
import { expect, test as base } from '../support/test.js';
import { type Lang, words } from '../support/words.js';

interface Here {
  lang: Lang;
  say: (path: string, values?: Record<string, string>) => string;
  open: (path: string) => Promise<void>;
  /** Presses a button of the page. */
  press: (path: string) => Promise<void>;
  /** The tag beneath the heading. */
  state: (path: string) => Promise<void>;
}

const test = base.extend<{ here: Here }>({
  here: async ({ page }, use, info) => {
    const lang: Lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    const say = (path: string, values = {}) => words(lang, path, values);
    const open = async (path: string) => void (await page.goto((lang === 'en' ? '/en' : '') + path));
    const press = (path: string) => page.locator('#main').getByRole('button', { name: say(path), exact: true }).first().click();
    const state = (path: string) => expect(page.locator('#main .tag').first()).toHaveText(say(`wallet.state.${path}`), { timeout: 30_000 });
    await use({ lang, say, open, press, state });
  },
});

/** Somebody of whom an agency says this, by the end of the number. */
function ending(who: Persona, end: string): Persona {
  const number = who.number.slice(0, 8) + end;
  const other = { ...who, number };
  who.secrets.push(number);
  return other;
}

/** Signed in to an account that works; the agencies answer within seconds. */
async function signedIn(page: Page, here: Here, server: Server, who: Persona): Promise<void> {
  const visit = await book(server, who);
  await receive(server, visit);
  await approveAccount(server, visit);
  await activateAccount(server, who);
  await here.open('/dang-nhap');
  await page.locator('#personal_number').fill(who.number);
  await page.locator('#password').fill(who.password);
  await page.locator('#main form button[type=submit]').click();
  await expect(page.getByRole('heading', { level: 1, name: here.say('account.title'), exact: true })).toBeVisible();
}

test('a licence is asked for, refused for the old number, put right, asked for again, and shown when tapped @both', async ({ page, server, who, axe, here }) => {
  test.slow();
  const old = ending(who, '0405');
  await signedIn(page, here, server, old);
  await page.locator('#main').getByRole('link', { name: here.say('account.wallet'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: here.say('wallet.title'), exact: true })).toBeFocused();
  await expect(page.locator('#main')).toContainText(here.say('wallet.none'));
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `wallet-${here.lang}.aria.yml` });
  await fits_in_the_dark(page, axe);
  // By keyboard alone: a group opens, its first paper is a link.
  await page.locator('.wallet summary').first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await here.state('not_integrated');
  await axe(page);
  await here.press('wallet.ask');
  await here.state('waiting');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  // The page learns by itself that somebody has answered.
  await here.state('refused');
  await expect(page.locator('#main')).toContainText(here.say('wallet.why.old_number'));
  await expect(page.locator('.wallet-steps > li')).toHaveCount(3);
  // What the agency writes is Vietnamese on every page, and says so.
  await expect(page.locator('blockquote [lang=vi]')).toContainText('9 số');
  await axe(page);
  await here.press('wallet.ask_again');
  await here.state('waiting');
  await here.state('integrated');
  const whole = `99${old.number.slice(2)}`;
  await expect(page.locator('.wallet-number')).not.toContainText(whole);
  await here.press('wallet.show');
  await expect(page.locator('.wallet-number')).toContainText(whole);
  await axe(page);
  await here.press('wallet.hide');
  await expect(page.locator('.wallet-number')).not.toContainText(whole);
  await page.getByRole('link', { name: here.say('common.back') }).click();
  await expect(page.locator('#there ~ ul li')).toHaveCount(1);
});

test('withdrawn, the same in two tabs, not asked for here, no such paper, the card is wrong, not signed in: each says so', async ({ page, server, who, axe, here, context }) => {
  test.slow();
  await here.open('/tai-khoan/giay-to');
  await expect(page).toHaveURL(/\/dang-nhap$/);
  const other = ending(who, '0406');
  await signedIn(page, here, server, other);
  await here.open('/tai-khoan/giay-to?loai=nothing');
  await expect(page.getByRole('heading', { level: 1, name: here.say('wallet.unknown') })).toBeVisible();
  await here.open('/tai-khoan/giay-to?loai=business');
  await expect(page.locator('#main .hint')).toBeVisible();
  await expect(page.getByRole('button', { name: here.say('wallet.ask'), exact: true })).toHaveCount(0);

  // While the agencies take their time: withdrawn, after a question.
  const desk = await officer(server);
  await desk.send('PUT', '/api/desk/ministry', { pace: 'lawful' });
  await here.open('/tai-khoan/giay-to?loai=passport');
  const second = await context.newPage();
  await second.goto('/tai-khoan/giay-to?loai=passport');
  const ask = second.getByRole('button', { name: here.say('wallet.ask'), exact: true });
  await expect(ask).toBeVisible();
  await here.press('wallet.ask');
  await here.state('waiting');
  // The other tab did not know: it shows what is true now.
  await ask.click();
  await expect(second.locator('#main .tag').first()).toHaveText(here.say('wallet.state.waiting'));
  await second.close();
  await here.press('wallet.withdraw');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await axe(page);
  await dialog.getByRole('button', { name: here.say('wallet.keep') }).click();
  await here.state('waiting');
  await here.press('wallet.withdraw');
  await dialog.getByRole('button', { name: here.say('wallet.withdraw') }).click();
  await here.state('not_integrated');

  // The licence carries another name: the office that made the card is told.
  await desk.send('PUT', '/api/desk/ministry', { pace: 'hurried' });
  await here.open('/tai-khoan/giay-to?loai=driving_licence');
  await here.press('wallet.ask');
  await here.state('refused');
  await here.press('wallet.tell');
  await expect(page.locator('.wallet-steps')).toContainText(here.say('wallet.told'));
  await axe(page);
  await page.goBack();
  await expect(page).toHaveURL(/loai=passport$/);
});
