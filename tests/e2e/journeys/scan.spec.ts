import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { cameras, film_of, pretended, watch_cameras, whole } from '../support/camera.js';
import { Citizen } from '../support/citizen.js';
import { CARD, filled, FOREIGN, LINES, NAME, NUMBER, open, paste, TEXT } from '../support/scan.js';
import { test as base, expect } from '../support/test.js';

const test = base.extend<{ citizen: Citizen }>({
  citizen: async ({ page, server, who }, use, info) => {
    const lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    await use(new Citizen(page, server, who, lang));
  },
});

test('a photo of the card fills the form, once the person says so @both', async ({ citizen, page, axe }, info) => {
  const sent: string[] = [];
  const asked: string[] = [];
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    asked.push(path);
    if (path.startsWith('/api/') && request.method() !== 'GET') sent.push(path);
  });
  await citizen.to_details();
  const scanner = (path: string) => /\/assets\/scan/.test(path);
  expect(asked.filter(scanner), 'the scanner is not loaded before somebody scans').toEqual([]);
  sent.length = 0;
  await citizen.press('booking.person.scan');
  await expect(page.getByRole('heading', { name: citizen.say('scan.title') })).toBeFocused();
  await axe(page);
  await expect(page.locator('.scan')).toMatchAriaSnapshot({ name: `scan-${info.project.name}.aria.yml` });
  await page.locator('#scan-file').setInputFiles(CARD);
  await expect(page.getByRole('heading', { name: citizen.say('scan.found.title') })).toBeFocused();
  await expect(page.locator('.scan')).toContainText(NAME);
  await expect(page.locator('.scan')).toContainText(NUMBER);
  // The code says more than the form asks for; that is not even shown.
  await expect(page.locator('.scan')).not.toContainText('Đường Ví Dụ');
  await expect(page.locator('#full_name')).toHaveValue('');
  await axe(page);
  await expect(page.locator('.scan')).toMatchAriaSnapshot({ name: `scan-found-${info.project.name}.aria.yml` });
  await citizen.press('scan.found.use');
  await filled(page);
  await expect(page.locator('#full_name')).toBeFocused();
  await expect(page.locator('#announcer')).toHaveText(citizen.say('scan.taken'));
  expect(sent, 'nothing is sent').toEqual([]);
  expect(asked.filter(scanner).length).toBeGreaterThanOrEqual(2);
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  expect(kept).not.toContain(NUMBER);
  await page.locator('#otp_phone').fill(citizen.who.phone);
  await citizen.go_on();
  await citizen.at('booking.phone.title');
});

test('pasted text: the code, three lines, and each mistake by its name @both', async ({ citizen, page, axe }) => {
  await open(citizen);
  const error = page.locator('#scan_text-error');
  const wrong: [string, string][] = [
    ['', 'empty'],
    ['https://example.vn/?a=b', 'foreign'],
    [TEXT.replace('||', '|'), 'columns'],
    [LINES[0]!, 'length'],
    [LINES.join('\n').replace('IDVNM', 'IDFRA'), 'not_vietnamese'],
    [LINES.join('\n').replace('098085', '098086'), 'line_1'],
    [LINES.join('\n').replace('850815', '850816'), 'line_2_birth'],
    [LINES.join('\n').replace('991231', '981231'), 'line_2_expiry'],
    [LINES.join('\n').replace('5M99', '5X99'), 'line_2_sex'],
  ];
  for (const [text, code] of wrong) {
    await paste(citizen, text);
    await expect(error).toContainText(citizen.say(`scan.typed.${code}`));
    await expect(page.locator('#scan_text')).toBeFocused();
    await expect(page.locator('#scan_text')).toHaveValue(text);
  }
  await axe(page);
  await paste(citizen, LINES.join('\n').toLowerCase());
  await expect(page.locator('.scan')).toContainText(citizen.say('scan.found.mrz_name'));
  await citizen.press('scan.found.again');
  // A reader that took UTF-8 for Latin-1.
  await paste(citizen, Buffer.from(TEXT, 'utf8').toString('latin1'));
  await expect(page.locator('.scan')).toContainText(NAME);
  await expect(page.getByText(citizen.say('scan.found.repaired'))).toBeVisible();
  await axe(page);
  await citizen.press('scan.found.use');
  await filled(page);
});

test('three lines fill number and date, and leave the name as it was typed', async ({ citizen, page }) => {
  await citizen.to_details();
  await page.locator('#full_name').fill('Trần Thị Mẫu');
  await citizen.press('booking.person.scan');
  await paste(citizen, LINES.join('\n'));
  await citizen.press('scan.found.use');
  await expect(page.locator('#full_name')).toHaveValue('Trần Thị Mẫu');
  await expect(page.locator('#personal_number')).toHaveValue('098085000123');
  await expect(page.locator('#birth_date-year')).toHaveValue('1985');
});

/** The card as other photos show it, drawn in the page: base64 of a PNG. */
async function photo(page: Page, flaw: 'blurred' | 'shaken' | 'dark' | 'covered' | 'blank'): Promise<Buffer> {
  const draw = async ([card, flaw]: string[]) => {
    const image = new Image();
    image.src = `data:image/png;base64,${card}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const pen = canvas.getContext('2d')!;
    const fill = (style: string, x = 0, y = 0, width = canvas.width, height = canvas.height) => {
      pen.fillStyle = style;
      pen.fillRect(x, y, width, height);
    };
    if (flaw === 'blank') fill('#ddd');
    // Less dark, the reader still finds the code.
    else if (flaw === 'dark') fill('#0b0b0b');
    else if (flaw === 'shaken') {
      // A hand that moved 12 pixels sideways while the shutter was open.
      for (let step = 0; step <= 12; step++) {
        pen.globalAlpha = 1 / (step + 1);
        pen.drawImage(image, step - 6, 0);
      }
    } else {
      pen.filter = flaw === 'blurred' ? 'blur(5px)' : 'none';
      pen.drawImage(image, 0, 0);
      pen.filter = 'none';
      // A lamp in the middle of the code.
      if (flaw === 'covered') fill('#eee', 375, 165, 120, 90);
    }
    return canvas.toDataURL('image/png').split(',')[1]!;
  };
  return Buffer.from(await page.evaluate(draw, [readFileSync(CARD, 'base64'), flaw]), 'base64');
}

test('photos that cannot be read say why', async ({ citizen, page, axe }) => {
  await open(citizen);
  const trouble = async (name: string) => {
    await expect(page.locator('.scan .notice')).toContainText(citizen.say(`scan.trouble.${name}`));
    await expect(page.locator('.scan .notice')).toContainText(citizen.say(`scan.trouble.${name}_text`));
  };
  const show = async (field: string, flaw: Parameters<typeof photo>[1]) =>
    page.locator(field).setInputFiles({ name: `${flaw}.png`, mimeType: 'image/png', buffer: await photo(page, flaw) });
  await show('#scan-file', 'blank');
  await trouble('nothing');
  await axe(page);
  // Each has its own help; the code of a web page is something else again.
  await show('#scan-photo', 'blurred');
  await trouble('blurred');
  await axe(page);
  await show('#scan-photo', 'dark');
  await trouble('dark');
  await show('#scan-photo', 'shaken');
  await trouble('blurred');
  await show('#scan-photo', 'covered');
  await trouble('unclear');
  await page.locator('#scan-file').setInputFiles(FOREIGN);
  await trouble('foreign');
  await axe(page);
  await page.locator('#scan-photo').setInputFiles({ name: 'b.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await trouble('unreadable');
  await page.locator('#scan-file').setInputFiles({ name: 'c.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(31_000_000) });
  await trouble('too_large');
  // After every mistake the right photo still works.
  await page.locator('#scan-file').setInputFiles(CARD);
  await expect(page.locator('.scan')).toContainText(NUMBER);
});

test('a camera that gives nothing says why, and everything else still works by keyboard alone', async ({ citizen, page, axe }) => {
  await open(citizen);
  await citizen.press('scan.camera');
  // The machine that runs this has none.
  await expect(page.locator('.scan .notice')).toContainText(citizen.say('scan.trouble.absent'));
  await axe(page);
  for (const [name, error] of [['refused', 'NotAllowedError'], ['busy', 'NotReadableError'], ['unsupported', 'TypeError']] as const) {
    await page.evaluate((error) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', error));
    }, error);
    await citizen.press('scan.camera');
    await expect(page.locator('.scan .notice')).toContainText(citizen.say(`scan.trouble.${name}`));
  }
  const tab_to = async (name: RegExp | string) => {
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((n) => document.activeElement?.textContent?.trim() === n, String(name))) return;
    }
    throw new Error(`the keyboard does not reach ${name}`);
  };
  await page.getByRole('heading', { name: citizen.say('scan.title') }).focus();
  await tab_to(citizen.say('scan.paste.open'));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(TEXT);
  await tab_to(citizen.say('scan.paste.read'));
  await page.keyboard.press('Enter');
  await tab_to(citizen.say('scan.found.use'));
  await page.keyboard.press('Enter');
  await filled(page);
});

test('giving up leaves everything as it was, and a lost scanner says so', async ({ citizen, page }) => {
  await citizen.to_details();
  await page.locator('#full_name').fill('Lê Ngọc Ví Dụ');
  await page.route(/\/assets\/scanner\./, (route) => route.abort());
  await citizen.press('booking.person.scan');
  await page.locator('#scan-file').setInputFiles(CARD);
  await expect(page.locator('.scan .notice')).toContainText(citizen.say('scan.trouble.failed'));
  await page.unroute(/\/assets\/scanner\./);
  await page.locator('#scan-file').setInputFiles(CARD);
  await expect(page.locator('.scan')).toContainText(NUMBER);
  await citizen.press('scan.close');
  await expect(page.getByRole('button', { name: citizen.say('booking.person.scan') })).toBeFocused();
  await expect(page.locator('#full_name')).toHaveValue('Lê Ngọc Ví Dụ');
  await expect(page.locator('#personal_number')).toHaveValue('');
});

test('where the browser reads codes by itself, its reader is used', async ({ citizen, page }) => {
  await page.addInitScript((text) => {
    let looks = 0;
    const reader = class {
      static getSupportedFormats = async () => ['ean_13', 'qr_code'];
      detect = async () => (++looks > 2 ? [{ rawValue: text }] : []);
    };
    Object.assign(window, { BarcodeDetector: reader });
    // A picture without a code: what is found was found by that reader alone.
    navigator.mediaDevices.getUserMedia = async () => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 320;
      const pen = canvas.getContext('2d')!;
      setInterval(() => pen.fillRect(0, 0, 320, 320), 50);
      return canvas.captureStream(20);
    };
  }, TEXT);
  await open(citizen);
  await citizen.press('scan.camera');
  await expect(page.locator('.scan')).toContainText(NUMBER);
  await citizen.press('scan.found.use');
  await filled(page);
});

test('a camera that sees a blurred card helps after a while, names another code, and reads the card at last', async ({ citizen, page, axe }) => {
  test.slow();
  await page.addInitScript(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [720, 540];
    const pen = canvas.getContext('2d')!;
    let [image, filter] = [new Image(), 'none'];
    const show = async (picture: string, lens: string) => {
      const next = new Image();
      next.src = `data:image/png;base64,${picture}`;
      await next.decode();
      [image, filter] = [next, lens];
    };
    // One film for the whole test: what it shows changes before the lens.
    setInterval(() => {
      pen.filter = 'none';
      pen.fillStyle = 'white';
      pen.fillRect(0, 0, 720, 540);
      pen.filter = filter;
      if (image.naturalWidth > 0) pen.drawImage(image, 0, 0);
    }, 50);
    Object.assign(window, { show, BarcodeDetector: undefined });
    navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(20);
  });
  await open(citizen);
  const before = (file: string, lens: string) =>
    page.evaluate(
      ([picture, lens]) => (window as unknown as { show: (a: string, b: string) => Promise<void> }).show(picture!, lens!),
      [readFileSync(file, 'base64'), lens],
    );
  await before(CARD, 'blur(5px)');
  await citizen.press('scan.camera');
  await expect(page.getByText(citizen.say('scan.status.looking'))).toBeVisible();
  await expect(page.getByText(citizen.say('scan.status.slow'))).toBeVisible({ timeout: 20_000 });
  await axe(page);
  await before(FOREIGN, 'none');
  await expect(page.getByText(citizen.say('scan.status.foreign'))).toBeVisible();
  await before(CARD, 'none');
  await expect(page.getByRole('heading', { name: citizen.say('scan.found.title') })).toBeVisible();
  await expect(page.locator('.scan')).toContainText(NUMBER);
});

test('the camera reads the card, and is off whenever nobody looks', async ({ server, who, axe, page: drawn }, info) => {
  // Chromium's own pretended camera shows a film of the card.
  const film = join(tmpdir(), `eid-card-${process.pid}-${info.workerIndex}.mjpeg`);
  await film_of(drawn, readFileSync(CARD), film);

  const usual = info.project.use.launchOptions!;
  const browser = await chromium.launch({ ...usual, executablePath: whole, args: [...usual.args!, ...pretended(film)] });
  try {
    const context = await browser.newContext({ baseURL: server.baseURL, viewport: { width: 390, height: 844 }, locale: 'vi-VN' });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await watch_cameras(page);
    const states = () => cameras(page);
    const citizen = new Citizen(page, server, who, 'vi');
    await open(citizen);

    // Not allowed, then allowed.
    await citizen.press('scan.camera');
    await expect(page.locator('.scan .notice')).toContainText(citizen.say('scan.trouble.refused'));
    await context.grantPermissions(['camera'], { origin: server.baseURL });

    // Read, and off at once.
    await citizen.press('scan.camera');
    await expect(page.getByRole('heading', { name: citizen.say('scan.found.title') })).toBeVisible({ timeout: 20_000 });
    expect(await states()).toEqual(['ended']);
    await citizen.press('scan.found.again');

    // Watched, then turned off by hand; nothing is read from a camera that sees nothing.
    await page.route(/\/assets\/scanner\..*\.wasm/, () => {});
    await citizen.press('scan.camera');
    await expect(page.getByText(citizen.say('scan.status.looking'))).toBeVisible();
    expect((await states()).at(-1)).toBe('live');
    await axe(page);
    await citizen.press('scan.stop');
    await expect.poll(states).toEqual(['ended', 'ended']);

    // Another tab in front.
    await citizen.press('scan.camera');
    await expect(page.getByText(citizen.say('scan.status.looking'))).toBeVisible();
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { get: () => true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    });
    await expect(page.locator('.scan .notice')).toContainText(citizen.say('scan.trouble.lost'));
    expect((await states()).at(-1)).toBe('ended');
    await page.evaluate(() => Object.defineProperty(document, 'hidden', { get: () => false, configurable: true }));

    // Another page.
    await citizen.press('scan.camera');
    await expect(page.getByText(citizen.say('scan.status.looking'))).toBeVisible();
    await page.getByRole('link', { name: citizen.say('common.back') }).click();
    await citizen.at('booking.time.title');
    expect((await states()).at(-1)).toBe('ended');
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
    rmSync(film, { force: true });
  }
});
