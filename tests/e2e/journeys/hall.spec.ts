import { book } from '../support/book.js';
import { english, line, opens, three, walkIn } from '../support/line.js';
import { expect, test as base } from '../support/test.js';
import { type Lang, words } from '../support/words.js';

const SOON = { timeout: 2_000 };

const test = base.extend<{ lang: Lang }>({
  lang: async ({}, use, info) => use(String(info.project.use.locale).startsWith('en') ? 'en' : 'vi'),
});

test('the display fits its screen, says that it is no official one, and sounds once it is allowed to', async ({ page, server, who, lang }) => {
  const other = await opens(server, await book(server, who, { service: 'card' }));
  for (let station = 1; station <= 6; station++) {
    await walkIn(other);
    await other.send('POST', '/api/desk/queue/next', { station });
  }
  await page.addInitScript(() => {
    (window as unknown as { tones: number }).tones = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      (window as unknown as { tones: number }).tones += 1;
      start.call(this, when);
    };
  });
  // Televisions, old projectors (4:3, 5:4), a low notebook, a screen that stands.
  const sizes = [[1920, 1080], [1280, 720], [1366, 768], [1024, 768], [1280, 900], [1280, 1024], [1600, 1200], [1080, 1920]] as const;
  for (const [width, height] of sizes) {
    const size = { width, height };
    await page.setViewportSize(size);
    await page.goto(english(lang, '/man-hinh/hcm-pc06'));
    await expect(page.locator('.hall-list tbody tr')).toHaveCount(5);
    const over = await page.evaluate(() => {
      const root = document.documentElement;
      const inside = Array.from(document.querySelectorAll('.hall *')).every((e) => {
        const box = e.getBoundingClientRect();
        return box.top >= -1 && box.left >= -1 && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1;
      });
      // The call's own box cuts off what leaves it: a broken number stood half outside, its station wholly.
      const call = document.querySelector('.hall-call')!.getBoundingClientRect();
      const words = document.createRange();
      const whole = ['.hall-now', '.hall-number', '.hall-station'].every((name) => {
        words.selectNodeContents(document.querySelector(name)!);
        const box = words.getBoundingClientRect();
        return box.top >= call.top && box.left >= call.left && box.bottom <= call.bottom && box.right <= call.right;
      });
      const number = document.querySelector('.hall-number')!;
      const lines = Math.round(number.getBoundingClientRect().height / (0.95 * parseFloat(getComputedStyle(number).fontSize)));
      return { inside, whole, lines, scrolls: root.scrollHeight > root.clientHeight + 1 };
    });
    expect(over, JSON.stringify(size)).toEqual({ inside: true, whole: true, lines: 1, scrolls: false });
    await expect(page.locator('.refbar')).toBeVisible();
    const digits = await page.locator('.hall-number').evaluate((e) => parseFloat(getComputedStyle(e).fontSize));
    expect(digits).toBeGreaterThan(Math.min(size.width, size.height) / 3);
  }
  const tones = () => page.evaluate(() => (window as unknown as { tones: number }).tones);
  await walkIn(other);
  const busy = (await line(other)).at_stations.find((row) => row.station === 3)!;
  await other.send('POST', `/api/desk/queue/${busy.id}/recall`);
  await expect(page.locator('.hall-station')).toContainText('3', SOON);
  expect(await tones()).toBe(0);
  await page.getByRole('button', { name: words(lang, 'hall.sound_on') }).click();
  await expect.poll(tones).toBe(2);
  await other.send('POST', `/api/desk/queue/${busy.id}/recall`);
  await expect.poll(tones).toBe(4);
});

test('the number is said aloud in the language that is shown; where the device has no voice for it the display says so', async ({ page, server, who, lang }) => {
  const other = await opens(server, await book(server, who, { service: 'card' }));
  const { number } = await walkIn(other);
  await other.send('POST', '/api/desk/queue/next', { station: 3 });
  await page.addInitScript(() => {
    const voices = ['fr-FR', 'vi-VN', 'en-GB'].map((lang) => Object.create(SpeechSynthesisVoice.prototype, { lang: { value: lang } }) as SpeechSynthesisVoice);
    const said: string[] = [];
    Object.assign(window, { said, voices });
    class Words {
      lang = '';
      constructor(readonly text: string) {}
    }
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Words });
    Object.defineProperty(window, 'speechSynthesis', { value: { getVoices: () => voices, speak: (words: Words) => said.push(`${words.lang}: ${words.text}`) } });
  });
  await page.goto(english(lang, '/man-hinh/hcm-pc06'));
  await expect(page.locator('.hall-number')).toHaveText(three(number));
  await page.getByRole('button', { name: words(lang, 'hall.sound_on') }).click();
  await expect(page.getByText(words(lang, 'hall.no_voice'))).toHaveCount(0);
  const { at_stations } = await line(other);
  await other.send('POST', `/api/desk/queue/${at_stations[0]!.id}/recall`);
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  // Nobody says the zeros in front.
  const spoken = words(lang, 'hall.spoken', { number: String(number), station: '3' });
  await expect.poll(said).toEqual([`${lang === 'en' ? 'en-GB' : 'vi-VN'}: ${spoken}`]);

  await page.evaluate(() => (window as unknown as { voices: unknown[] }).voices.splice(0));
  await page.getByRole('button', { name: words(lang, 'hall.sound_off') }).click();
  await page.getByRole('button', { name: words(lang, 'hall.sound_on') }).click();
  await expect(page.getByText(words(lang, 'hall.no_voice'))).toBeVisible();
});
