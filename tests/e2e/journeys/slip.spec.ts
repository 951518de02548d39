import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { book, type Visit } from '../support/book.js';
import { Api, look } from '../support/case.js';
import { Officer } from '../support/officer.js';
import { expect, test as base } from '../support/test.js';
import { type Lang, words } from '../support/words.js';

interface Here {
  lang: Lang;
  /** A message by its whole path. */
  say: (path: string, values?: Record<string, string>) => string;
  /** Opens an address in the project's language. */
  open: (path: string) => Promise<void>;
  officer: Officer;
}

const test = base.extend<{ here: Here }>({
  here: async ({ page, server }, use, info) => {
    const lang: Lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    const say = (path: string, values = {}) => words(lang, path, values);
    const open = async (path: string) => void (await page.goto((lang === 'en' ? '/en' : '') + path));
    await use({ lang, say, open, officer: new Officer(page, lang) });
  },
});
// Other suites look into the page's requests, which a service worker would hide from them; this one is about it.
test.use({ serviceWorkers: 'allow' });

const receipt = (visit: Visit) => `/lich-hen/${visit.reference}#${visit.key}`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const code = (page: Page) => page.locator('.drawn-code');

async function token(server: Parameters<typeof look>[0], visit: Visit): Promise<string> {
  return ((await look(server, visit)) as unknown as { slip: string }).slip;
}

/** The same slip for another day, as a forger would make it: everything but the signature. */
function forged(slip: string): string {
  const [header, claims, signature] = slip.split('.') as [string, string, string];
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { at: number };
  said.at += 86_400;
  return [header, Buffer.from(JSON.stringify(said)).toString('base64url'), signature].join('.');
}

/** Waits until the device has kept everything it was asked to. */
async function kept(page: Page, path: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(async (path) => {
      const shelf = await caches.open('eid-answers');
      return (await shelf.keys()).some((request) => new URL(request.url).pathname === path);
    }, path), { timeout: 20_000 })
    .toBe(true);
}

test('the slip has a code that another device reads and finds genuine @both', async ({ page, server, who, axe, here }, info) => {
  const visit = await book(server, who);
  await here.open(receipt(visit));
  await expect(code(page)).toBeVisible();
  await expect(code(page)).toHaveAccessibleName(new RegExp(visit.reference));
  await expect(page.locator('.slip-code-reference')).toHaveText(visit.reference);
  await axe(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const picture = info.outputPath(`code-${colorScheme}.png`);
    await page.locator('.slip-code-paper').screenshot({ path: picture });
    // The picture on the screen is what somebody else photographs.
    const other = await page.context().newPage();
    await other.goto(`${here.lang === 'en' ? '/en' : ''}/kiem-tra-phieu`);
    await other.locator('#scan-file').setInputFiles(picture);
    await expect(other.locator('#result')).toContainText(here.say('slip.genuine.current'), { timeout: 20_000 });
    await expect(other.locator('#result')).toContainText(visit.reference);
    await expect(other.locator('#result')).toContainText(visit.time);
    await expect(other.locator('#result')).not.toContainText(who.name);
    await axe(other);
    await other.close();
  }
  const slip = await token(server, visit);
  const secrets = [visit.key, who.name, who.number, who.phone];
  const said = Buffer.from(slip.split('.')[1]!, 'base64url').toString();
  for (const secret of secrets) expect(said).not.toContain(secret);
});

// An office with directions, and the one with the longest name.
for (const office of ['hcm-pc06', 'dn-trung-tam-hanh-chinh']) test(`the slip of ${office} prints on one sheet of A5 with way, hours, papers and what to say @both`, async ({ page, server, who, here }) => {
  // The reason with the longest list of papers.
  const visit = await book(server, who, { reason: 'ex_name_dob', office });
  await here.open(receipt(visit));
  await expect(code(page)).toBeVisible();
  for (const options of [{ preferCSSPageSize: true }, { format: 'A5' }, { format: 'A4' }]) {
    const pdf = (await page.pdf(options)).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g), JSON.stringify(options)).toHaveLength(1);
    // 148 × 210 mm in points.
    if ('preferCSSPageSize' in options) expect(pdf).toMatch(/\/MediaBox \[0 0 (419|420)[\d.]* (594|595)[\d.]*\]/);
  }
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('.slip');
  for (const path of ['hours', 'weekdays', 'say', 'way']) await expect(paper).toContainText(here.say(`tracking.slip.${path}`));
  await expect(paper).toContainText(here.say('tracking.paper.old_card'));
  // Help texts for when nothing works any more say: the number on your slip.
  await expect(paper.getByText(/^1900 \d{4}$/)).toBeVisible();
  await expect(page.locator('.slip-note')).toBeVisible();
  await expect(code(page)).toBeVisible();
  await expect(page.locator('#device')).toBeHidden();
});

test('sharing tells of the visit and never of the key', async ({ page, server, who, here }) => {
  await page.addInitScript(() => {
    Object.assign(navigator, {
      canShare: (data: ShareData) => !data.files?.some((file) => file.type !== 'text/calendar'),
      share: async (data: ShareData) => {
        const files = await Promise.all([...(data.files ?? [])].map((file) => file.text()));
        Object.assign(window, { shared: JSON.stringify({ ...data, files }) });
      },
    });
  });
  const visit = await book(server, who);
  await here.open(receipt(visit));
  await button(page, here.say('tracking.actions.share')).click();
  await expect.poll(() => page.evaluate(() => (window as { shared?: string }).shared)).toBeTruthy();
  const shared = (await page.evaluate(() => (window as { shared?: string }).shared))!;
  for (const told of [visit.reference, visit.time, '258 Trần Hưng Đạo', '/kiem-tra-phieu#eyJ', 'BEGIN:VEVENT']) expect(shared).toContain(told);
  for (const secret of [visit.key, who.name, who.number, who.phone]) expect(shared).not.toContain(secret);
});

test('without a share sheet the visit is copied', async ({ page, server, who, here, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share'));
  const visit = await book(server, who);
  await here.open(receipt(visit));
  await button(page, here.say('tracking.actions.share')).click();
  await expect(button(page, here.say('tracking.actions.share_copied'))).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(visit.reference);
  expect(copied).not.toContain(visit.key);
});

test('a moved visit leaves its old slip behind; a cancelled one says so and leaves the calendar', async ({ page, server, who, axe, here }) => {
  const visit = await book(server, who);
  const old = await token(server, visit);
  const api = new Api(server);
  const wanted = 'service=card_and_account&age_group=from_14_to_59';
  const days = await api.send<{ days: { date: string; free: number }[] }>('GET', `/api/offices/hcm-pc06/days?${wanted}`);
  const date = days.days.filter((day) => day.free > 0)[1]!.date;
  const day = await api.send<{ slots: { time: string }[] }>('GET', `/api/offices/hcm-pc06/days/${date}?${wanted}`);
  // At another time of the day than the first visit, so that the page can be searched for it.
  const time = day.slots.map((slot) => slot.time.slice(0, 5)).find((time) => time !== visit.time)!;
  const hold = await api.send<{ id: string }>('POST', '/api/holds', {
    office_id: 'hcm-pc06', starts_at: `${date}T${time}`, service: 'card_and_account', age_group: 'from_14_to_59',
  });
  const key = { 'x-access-key': visit.key };
  await api.send('POST', `/api/bookings/${visit.reference}/reschedule`, { hold_id: hold.id }, key);
  await here.open(`/kiem-tra-phieu#${old}`);
  await expect(page.locator('#result')).toContainText(here.say('slip.genuine.superseded_text'));
  // Where and when it is now is its holder's business.
  await expect(page.locator('#result')).not.toContainText(new RegExp(`${time}, \\D`));
  await axe(page);
  await api.send('POST', `/api/bookings/${visit.reference}/cancel`, {}, key);
  await page.reload();
  await expect(page.locator('#result')).toContainText(here.say('slip.genuine.cancelled_text'));
  await axe(page);

  await here.open(receipt(visit));
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, here.say('after.now.out_of_calendar')).click()]);
  const entry = readFileSync((await file.path())!, 'utf8').replaceAll('\r\n ', '');
  for (const line of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:2', `UID:${visit.reference}@`, 'TZID:Asia/Ho_Chi_Minh']) expect(entry).toContain(line);
  await expect(code(page)).toHaveCount(0);
});

test('checking a slip: pasted, forged, damaged, of an unknown key, none at all; by keyboard @both', async ({ page, server, who, axe, here }) => {
  const visit = await book(server, who);
  const slip = await token(server, visit);
  await here.open('/kiem-tra-phieu');
  await expect(page.getByRole('heading', { level: 1, name: here.say('slip.title') })).toBeVisible();
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `slip-check-${here.lang}.aria.yml` });
  const field = page.locator('#slip_text');
  const check = button(page, here.say('slip.paste.check'));
  await check.click();
  await expect(field).toBeFocused();
  await expect(page.getByText(here.say('slip.paste.empty'))).toBeVisible();
  await field.fill('https://eid.example/trang-khac');
  await check.click();
  await expect(page.getByText(here.say('slip.paste.not_a_slip'))).toBeVisible();
  await axe(page);

  // The whole address, broken into lines by a mail program.
  await field.fill(`${server.baseURL}/kiem-tra-phieu#${slip.slice(0, 70)}\n${slip.slice(70)}\n`);
  await field.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#result')).toBeFocused();
  await expect(page.locator('#result')).toContainText(here.say('slip.genuine.current'));
  await expect(page.locator('#result')).toContainText('258 Trần Hưng Đạo');

  const [header, , signature] = slip.split('.') as [string, string, string];
  const unknown = Buffer.from(JSON.stringify({ alg: 'EdDSA', typ: 'slip+jwt', kid: 'another1' })).toString('base64url');
  const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'slip+jwt', kid: 'another1' })).toString('base64url');
  for (const [text, says] of [
    [forged(slip), 'slip.forged.title'],
    [`${slip.slice(0, -4)}AAAA`, 'slip.forged.title'],
    [slip.replace(header, none), 'slip.forged.title'],
    [slip.replace(header, unknown), 'slip.unknown_key.title'],
    [slip.replace(signature, `${signature}A`), 'slip.forged.title'],
  ] as const) {
    await field.fill(text);
    await check.click();
    await expect(page.locator('#result')).toContainText(here.say(says));
    await expect(page.locator('#result')).not.toContainText(visit.reference);
    await axe(page);
  }
});

/** Nothing reaches the network any more, the service worker's own requests included. */
async function cut(context: BrowserContext): Promise<void> {
  await context.setOffline(true);
}

test('a slip is read and checked without a network, and forgotten when the person says so @both', async ({ page, server, who, axe, here, context }, info) => {
  const visit = await book(server, who);
  const slip = await token(server, visit);
  const path = `/api/dossiers/${visit.reference}`;
  await here.open('/kiem-tra-phieu');
  // As an older build would have left it.
  await page.evaluate(async () => void (await (await caches.open('eid-files-older')).put('/assets/old.js', new Response('old'))));
  await kept(page, '/api/slips/keys');
  expect(await page.evaluate(() => caches.has('eid-files-older'))).toBe(false);
  await here.open(receipt(visit));
  await expect(code(page)).toBeVisible();
  const picture = info.outputPath('code.png');
  await page.locator('.slip-code-paper').screenshot({ path: picture });
  await kept(page, path);
  const everything = await page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) found.push(request.url);
    }
    return found.join('\n');
  });
  // The key is not among what is kept, nor anything of staff or accounts.
  expect(everything).not.toContain(visit.key);
  expect(everything).not.toMatch(/\/api\/(desk|account|session|bookings|dev)/);

  await cut(context);
  await page.reload();
  await expect(page.locator('.slip')).toContainText(visit.reference);
  await expect(code(page)).toBeVisible();
  await expect(page.locator('.slip')).toContainText(visit.time);
  await expect(page.locator('.timeline')).toBeVisible();
  await expect(page.locator('.receipt > .notice')).toContainText(here.say('tracking.device.kept_text'));
  await axe(page);
  // Another key, or none, opens nothing.
  await page.goto('about:blank');
  await here.open(`/lich-hen/${visit.reference}#wrong`);
  await expect(page.locator('#main')).not.toContainText(visit.time);
  await expect(code(page)).toHaveCount(0);
  await page.goto('about:blank');
  await here.open(`/kiem-tra-phieu#${slip}`);
  await expect(page.locator('#result')).toContainText(here.say('slip.genuine.offline'));
  await expect(page.locator('#result')).toContainText(visit.time);
  await page.locator('#slip_text').fill(forged(slip));
  await button(page, here.say('slip.paste.check')).click();
  await expect(page.locator('#result')).toContainText(here.say('slip.forged.title'));
  await axe(page);
  await page.locator('#scan-file').setInputFiles(picture);
  await expect(page.locator('#result')).toContainText(visit.reference, { timeout: 20_000 });

  await context.setOffline(false);
  await page.clock.install();
  await here.open(receipt(visit));
  await expect(code(page)).toBeVisible();
  await expect(page.locator('.receipt > .notice')).toHaveCount(0);
  await button(page, here.say('tracking.device.forget')).click();
  await expect(page.locator('#device-forgotten')).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await axe(page);
  // The page that is still open looks again, and keeps nothing: twice, as what the first look kept would be there then.
  for (let look = 0; look < 2; look++) {
    const looked = page.waitForResponse((answer) => answer.url().endsWith(path));
    await page.clock.runFor(5_000);
    await looked;
  }
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
});

test('the desk opens a dossier by its slip, also when the network fails, and refuses a forged one @both', async ({ page, server, who, axe, here, context }, info) => {
  const visit = await book(server, who);
  const slip = await token(server, visit);
  await here.officer.open();
  await here.officer.sign_in();
  await here.officer.at_day();
  const field = page.locator('#find');
  const find = () => button(page, here.say('desk.find_go')).click();
  await field.fill(`${server.baseURL}/kiem-tra-phieu#${forged(slip)}`);
  await find();
  await expect(page.getByText(here.say('desk.find_forged'))).toBeVisible();
  await here.officer.at_day();
  await axe(page);

  // A reader of codes types and presses Enter.
  await field.fill(`${server.baseURL}/kiem-tra-phieu#${slip}`);
  await field.press('Enter');
  await here.officer.dossier(visit);
  await expect(page.getByText(here.say('desk.find_genuine'))).toBeVisible();
  await axe(page);
  await page.reload();
  await here.officer.dossier(visit);
  await expect(page.getByText(here.say('desk.find_genuine'))).toHaveCount(0);

  await page.goBack();
  await here.officer.at_day();
  await button(page, here.say('desk.find_scan')).click();
  await expect(page.locator('#scan-file')).toBeAttached();
  await axe(page);
  const other = await context.newPage();
  await other.goto(`${here.lang === 'en' ? '/en' : ''}${receipt(visit)}`);
  await expect(code(other)).toBeVisible();
  const picture = info.outputPath('code.png');
  await other.locator('.slip-code-paper').screenshot({ path: picture });
  await other.close();
  await page.locator('#scan-file').setInputFiles(picture);
  await here.officer.dossier(visit);
  await expect(page.getByText(here.say('desk.find_genuine'))).toBeVisible();

  await page.goBack();
  await here.officer.at_day();
  await cut(context);
  await field.fill(forged(slip));
  await find();
  await expect(page.getByText(here.say('desk.find_forged'))).toBeVisible();
  await field.fill(slip);
  await field.press('Enter');
  // The dossier itself is the server's; what the slip says is there all the same.
  const told = page.locator('.notice').filter({ hasText: here.say('desk.find_offline').split(/[:{]/)[0]! });
  await expect(told).toContainText(visit.time);
  await axe(page);
  await context.setOffline(false);
});

test('receipt and check are whole at 320 pixels and with text at 200 percent', async ({ page, server, who, here }) => {
  const visit = await book(server, who);
  const slip = await token(server, visit);
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  for (const [path, there] of [[receipt(visit), '.drawn-code'], [`/kiem-tra-phieu#${slip}`, '#result .notice']] as const) {
    await page.setViewportSize({ width: 320, height: 700 });
    await here.open(path);
    await expect(page.locator(there)).toBeVisible();
    expect(await wide(), `${there} at 320`).toBe(false);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await wide(), `${there} at 320 and 200 %`).toBe(false);
  }
});
