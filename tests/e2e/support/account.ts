import type { Browser, Page } from '@playwright/test';
import { by_name } from './authenticator.js';
import { book, type Visit } from './book.js';
import { activateAccount, approveAccount, receive } from './case.js';
import type { Persona } from './persona.js';
import type { Server } from './server.js';
import { expect, test as base } from './test.js';
import { type Lang, words } from './words.js';

export interface Here {
  lang: Lang;
  say: (path: string, values?: Record<string, string>) => string;
  /** Opens an address of the server's name, in the project's language. */
  open: (page: Page, path: string) => Promise<void>;
}

/** A test about somebody's account. */
export const test = base.extend<{ here: Here }>({
  here: async ({ server }, use, info) => {
    const lang: Lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    const open = async (page: Page, path: string) =>
      void (await page.goto(by_name(server.baseURL) + (lang === 'en' ? '/en' : '') + path));
    await use({ lang, say: (path, values = {}) => words(lang, path, values), open });
  },
});

/** The page with this heading is there, and the heading has the focus. */
export const at = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeFocused();

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** From booking to an account in use; gives the visit it was asked for at. */
export async function in_use(server: Server, who: Persona): Promise<Visit> {
  const visit = await book(server, who);
  await receive(server, visit);
  await approveAccount(server, visit);
  await activateAccount(server, who);
  return visit;
}

/** Number and password at the sign-in page. */
export async function by_password(page: Page, here: Here, who: Persona): Promise<void> {
  await here.open(page, '/dang-nhap');
  await page.locator('#personal_number').fill(who.number);
  await page.locator('#password').fill(who.password);
  await page.locator('#password').press('Enter');
}

/** The right password on a device that does not have the account: a code is asked for. */
export async function on_another_device(browser: Browser, here: Here, who: Persona): Promise<Page> {
  const other = await browser.newContext({ serviceWorkers: 'block', locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  const page = await other.newPage();
  await by_password(page, here, who);
  await at(page, here.say('account.device.title'));
  return page;
}
