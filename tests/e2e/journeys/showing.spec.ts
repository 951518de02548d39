import type { Page } from '@playwright/test';
import { book } from '../support/book.js';
import { Api, approveAccount, receive } from '../support/case.js';
import { fits_in_the_dark } from '../support/fits.js';
import type { Persona } from '../support/persona.js';
import type { Server } from '../support/server.js';
import { expect, test as base } from '../support/test.js';
import { type Lang, words } from '../support/words.js';

interface Here {
  lang: Lang;
  say: (path: string, values?: Record<string, string>) => string;
  open: (page: Page, path: string) => Promise<void>;
}

const test = base.extend<{ here: Here }>({
  here: async ({}, use, info) => {
    const lang: Lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    const say = (path: string, values = {}) => words(lang, path, values);
    const open = async (page: Page, path: string) => void (await page.goto((lang === 'en' ? '/en' : '') + path));
    await use({ lang, say, open });
  },
});
test.use({ serviceWorkers: 'allow' });

/** A person whose account works. */
async function active(server: Server, who: Persona): Promise<void> {
  const visit = await book(server, who);
  await receive(server, visit);
  await approveAccount(server, visit);
  const api = new Api(server);
  await api.send('POST', '/api/activation', { personal_number: who.number, phone: who.phone, own_device: true, lang: 'vi' });
  await api.send('POST', '/api/activation/code', { code: await server.code(who.phone) });
  await api.send('POST', '/api/activation/password', { password: who.password });
  await api.send('POST', '/api/activation/passcode', { passcode: who.passcode, again: who.passcode });
  const answers = [{ question: 'first_school', answer: 'Trường Làng' }, { question: 'favourite_dish', answer: 'Bún chả' }];
  await api.send('POST', '/api/activation/questions', { answers });
}

async function signIn(page: Page, here: Here, who: Persona): Promise<void> {
  await here.open(page, '/dang-nhap');
  await page.locator('#personal_number').fill(who.number);
  await page.locator('#password').fill(who.password);
  await page.locator('#main form button[type=submit]').click();
  await expect(page.getByRole('heading', { level: 1, name: here.say('account.title'), exact: true })).toBeVisible();
}

const token = (page: Page) => page.locator('.showing-token').textContent().then((text) => text!);

test('an e-ID says what was ticked, is scanned from the screen, checked with and without a network, and seen by its owner @both', async ({ page, server, who, axe, here, browser }, info) => {
  test.slow();
  await active(server, who);
  await signIn(page, here, who);
  await page.locator('#main').getByRole('link', { name: here.say('showing.title') }).click();
  await expect(page.getByRole('heading', { level: 1, name: here.say('showing.title') })).toBeFocused();
  await axe(page);
  await page.getByLabel(here.say('showing.claim.name')).check();
  await page.getByRole('button', { name: here.say('showing.make') }).click();
  await expect(page.locator('.drawn-code')).toHaveAccessibleName(here.say('showing.alternative'));
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `showing-${here.lang}.aria.yml` });
  await fits_in_the_dark(page, axe);
  const picture = info.outputPath('code.png');
  await page.locator('.showing-code .drawn-code').screenshot({ path: picture });

  // Somebody at a gate scans it from the screen.
  const gate = await browser.newContext({ baseURL: server.baseURL, serviceWorkers: 'allow' });
  const other = await gate.newPage();
  await here.open(other, '/check');
  await axe(other);
  await other.locator('#checker').fill('Chung cư Hoa Sen');
  await other.locator('#scan-file').setInputFiles(picture);
  const result = other.locator('#result');
  await expect(result).toContainText(here.say('showing.good'), { timeout: 20_000 });
  await expect(result).toContainText(who.name);
  await expect(result).toContainText(here.say('showing.claim.age_over_18'));
  for (const absent of [who.number, who.phone, '1985']) await expect(result).not.toContainText(absent);
  await expect(other).toHaveURL(/\/check$/);
  await axe(other);
  await expect(other.locator('#main')).toMatchAriaSnapshot({ name: `check-result-${here.lang}.aria.yml` });
  await fits_in_the_dark(other, axe);
  // The owner sees it within seconds.
  await expect(page.locator('.showing-past')).toContainText('Chung cư Hoa Sen', { timeout: 15_000 });
  await axe(page);

  // Without a network the page opens again where it was installed from, and the signature alone speaks; nobody learns of it.
  await expect
    .poll(() => other.evaluate(async () => (await (await caches.open('eid-answers')).keys()).length), { timeout: 20_000 })
    .toBe(1);
  await page.getByRole('button', { name: here.say('showing.again') }).click();
  await page.getByRole('button', { name: here.say('showing.make') }).click();
  await expect(page.locator('.drawn-code')).toBeVisible();
  const second = await token(page);
  await page.locator('.showing-code .drawn-code').screenshot({ path: picture });
  await gate.setOffline(true);
  await other.reload();
  await other.locator('#scan-file').setInputFiles(picture);
  await expect(result).toContainText(here.say('showing.good_offline'), { timeout: 20_000 });
  await expect(result).toContainText(here.say('showing.claim.age_over_18'));
  const again = await gate.newPage();
  await here.open(again, '/check');
  await again.locator('#shown_text').fill(second);
  await again.getByRole('button', { name: here.say('showing.check.do'), exact: true }).click();
  await expect(again.locator('#result')).toContainText(here.say('showing.good_offline'));
  await again.close();
  await other.locator('#shown_text').fill(second);
  await other.getByRole('button', { name: here.say('showing.check.do'), exact: true }).click();
  await expect(result).toContainText(here.say('showing.good_offline'));
  await gate.setOffline(false);
  await gate.close();
});

test('taken back, over, forged, nothing ticked, not signed in: each says so', async ({ page, server, who, axe, here, browser }) => {
  test.slow();
  await here.open(page, '/tai-khoan/trinh');
  await expect(page).toHaveURL(/\/dang-nhap$/);
  await active(server, who);
  await signIn(page, here, who);
  await here.open(page, '/tai-khoan/trinh');
  await page.getByLabel(here.say('showing.claim.age_over_18')).uncheck();
  await page.getByRole('button', { name: here.say('showing.make') }).click();
  await expect(page.getByRole('alert')).toContainText(here.say('showing.claims_none'));
  await axe(page);
  await page.getByLabel(here.say('showing.claim.age_over_18')).check();
  await page.getByRole('button', { name: here.say('showing.make') }).click();
  const first = await token(page);
  await page.getByRole('button', { name: here.say('showing.hide') }).click();
  await expect(page.getByRole('button', { name: here.say('showing.make') })).toBeVisible();

  const other = await (await browser.newContext({ baseURL: server.baseURL })).newPage();
  const result = other.locator('#result');
  // As a phone's camera opens it; the address is emptied at once.
  await here.open(other, `/kiem-tra-dinh-danh#${first}`);
  await expect(result).toContainText(here.say('showing.revoked'));
  await expect(other).toHaveURL(/\/kiem-tra-dinh-danh$/);
  await axe(other);
  const asked = async (text: string) => {
    await other.locator('#shown_text').fill(text);
    await other.getByRole('button', { name: here.say('showing.check.do'), exact: true }).click();
  };
  await asked(first.slice(0, -6) + 'AAAAAA');
  await expect(result).toContainText(here.say('showing.forged_title'));
  await axe(other);
  await asked('xin chào');
  await expect(other.locator('#main')).toContainText(here.say('showing.check.other'));
  await axe(other);
  await page.getByRole('button', { name: here.say('showing.make') }).click();
  const second = await token(page);
  await server.advance(61);
  await asked(second);
  await expect(result).toContainText(here.say('showing.expired'));
  await axe(other);
  await other.context().close();
});
