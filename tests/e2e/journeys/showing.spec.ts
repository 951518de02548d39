import { rmSync } from 'node:fs';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { at, button, by_password, type Here, in_use, test } from '../support/account.js';
import { cameras, film_of, pretended, watch_cameras, whole } from '../support/camera.js';
import { fits_in_the_dark } from '../support/fits.js';
import type { Persona } from '../support/persona.js';
import { expect } from '../support/test.js';

test.use({ serviceWorkers: 'allow' });

async function signIn(page: Page, here: Here, who: Persona): Promise<void> {
  await by_password(page, here, who);
  await at(page, here.say('account.title'));
}

const token = (page: Page) => page.locator('.showing-token').textContent().then((text) => text!);

test('an e-ID says what was ticked, is scanned from the screen, checked with and without a network, and seen by its owner @both', async ({ page, server, who, axe, here, browser }, info) => {
  test.slow();
  await in_use(server, who);
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
  await in_use(server, who);
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

/** What the browser says against installing the page that is open. */
async function against_installing(context: BrowserContext, page: Page): Promise<string[]> {
  const cdp = await context.newCDPSession(page);
  const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
  await cdp.detach();
  return installabilityErrors.map((error) => error.errorId);
}

interface WebManifest {
  id: string;
  start_url: string;
  scope: string;
  display: string;
  icons: { src: string; sizes: string; type: string }[];
  shortcuts: { url: string }[];
}

test('a gate installs the checker, which reads a code from the camera, leaves the camera off, and opens without a network', async ({ page, server, who, here, axe }, info) => {
  test.slow();
  await in_use(server, who);
  await signIn(page, here, who);
  await here.open(page, '/tai-khoan/trinh');

  const film = info.outputPath('gate.mjpeg');
  const drawn = await page.context().newPage();
  await film_of(drawn, null, film);
  const usual = info.project.use.launchOptions!;
  // Nothing can be installed from a private window, as a usual context of the tests is.
  const folder = info.outputPath('gate');
  const gate = await chromium.launchPersistentContext(folder, {
    ...usual,
    executablePath: whole,
    args: [...usual.args!, ...pretended(film)],
    viewport: { width: 390, height: 844 },
    locale: 'vi-VN',
  });
  try {
    const other = gate.pages()[0]!;
    const errors: string[] = [];
    other.on('pageerror', (error) => errors.push(String(error)));
    await watch_cameras(other);

    // A page that offers nothing cannot be installed; the checker can.
    await here.open(other, '/tro-giup');
    await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await against_installing(gate, other)).toEqual(['no-manifest']);
    await here.open(other, '/check');
    const title = other.getByRole('heading', { level: 1, name: here.say('showing.check.title') });
    await expect(title).toBeVisible();
    expect(await against_installing(gate, other)).toEqual([]);
    const address = await other.locator('link[rel=manifest]').evaluate((link: HTMLLinkElement) => link.href);
    const told = await other.request.get(address);
    expect(told.headers()['content-type']).toBe('application/manifest+json');
    const manifest = (await told.json()) as WebManifest;
    expect(manifest.display).toBe('standalone');
    const within = (path: string) => new URL(path, address).href.startsWith(new URL(manifest.scope, address).href);
    for (const path of [manifest.start_url, ...manifest.shortcuts.map((one) => one.url)]) {
      expect(within(path), path).toBe(true);
      expect((await other.request.get(new URL(path, address).href)).status(), path).toBe(200);
    }
    // Its picture is one, and can be drawn as large as a phone wants it.
    expect(manifest.icons.length).toBeGreaterThan(0);
    for (const icon of manifest.icons) {
      const picture = await other.request.get(new URL(icon.src, address).href);
      expect(picture.headers()['content-type']).toContain(icon.type);
      const wide = await other.evaluate(async (src) => {
        const image = new Image(512, 512);
        image.src = src;
        await image.decode();
        return image.naturalWidth;
      }, icon.src);
      expect(wide).toBeGreaterThan(0);
      if (icon.sizes !== 'any') expect(icon.sizes).toBe(`${wide}x${wide}`);
    }

    // Not allowed: help at its place, and the other ways stand. Allowed: left while it looks, the camera is off.
    const scan = button(other, here.say('slip.camera'));
    await scan.click();
    await expect(other.locator('.scan .notice')).toContainText(here.say('slip.trouble.refused'));
    await axe(other);
    await gate.grantPermissions(['camera'], { origin: new URL(address).origin });
    await scan.click();
    await expect(other.locator('.scan')).toContainText(here.say('slip.status.looking'));
    expect(await cameras(other)).toEqual(['live']);
    await axe(other);
    await other.getByRole('link', { name: here.say('showing.check.venue') }).click();
    await at(other, here.say('venue.sign_in_title'));
    expect(await cameras(other)).toEqual(['ended']);
    await other.goBack();
    await expect(title).toBeVisible();

    // Somebody holds their code before it.
    await button(page, here.say('showing.make')).click();
    const code = page.locator('.showing-code .drawn-code');
    await film_of(drawn, await code.screenshot(), film);
    await scan.click();
    await expect(other.locator('#result')).toContainText(here.say('showing.good'), { timeout: 20_000 });
    await expect(other.locator('#result')).toContainText(here.say('showing.claim.age_over_18'));
    await expect(other.locator('#result')).toBeFocused();
    expect(await cameras(other)).toEqual(['ended', 'ended']);
    await expect(page.locator('.showing-past')).toContainText(here.say('showing.somebody'), { timeout: 15_000 });

    // What was installed opens without a network.
    await expect
      .poll(() => other.evaluate(async () => (await (await caches.open('eid-answers')).keys()).length), { timeout: 20_000 })
      .toBe(1);
    await gate.setOffline(true);
    await other.goto(new URL(manifest.start_url, address).href);
    await expect(title).toBeVisible();
    await scan.click();
    await expect(other.locator('#result')).toContainText(here.say('showing.good_offline'), { timeout: 20_000 });
    expect(await cameras(other)).toEqual(['ended']);
    expect(errors).toEqual([]);
  } finally {
    await gate.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
