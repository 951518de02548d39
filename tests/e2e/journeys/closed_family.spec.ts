import { book_family } from '../support/book.js';
import { Api, officer } from '../support/case.js';
import { daytime } from '../support/daytime.js';
import { fits } from '../support/fits.js';
import { expect, test } from '../support/test.js';
import { type Lang, words } from '../support/words.js';

test('an office closes a day and a family moves as one, by one tap @both', async ({ page, server, who, axe }, info) => {
  const lang: Lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
  const say = (path: string, values = {}) => words(lang, path, values);
  const open = (path: string) => page.goto((lang === 'en' ? '/en' : '') + path);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await daytime(server);
  const family = await book_family(server, who, 'hcm-pc06', 11);
  const receipts = family.receipts.split(',').map((one) => one.split('.') as [string, string]);

  // The manager sees them as one family, before and after.
  await open('/desk/dong-cua');
  await page.locator('#username').fill('truong');
  await page.locator('#password').fill('CanBo-2026!');
  await button(say('desk.sign_in')).click();
  await expect(page.locator('#date')).toBeVisible({ timeout: 20_000 });
  await page.locator('#date').fill(family.date);
  await page.locator('#reason').fill('Bảo trì hệ thống điện');
  await button(say('closures.look')).click();
  const together = page.locator('.closure-family').filter({ hasText: receipts[0]![0] });
  await expect(page.locator('#confirm').locator(together)).toContainText(receipts[1]![0]);
  await expect(page.locator('#confirm').locator(together)).toContainText(say('closures.family.other', { count: '2' }));
  await axe(page);
  await button(say('closures.close')).click();
  await expect(page.locator('section.panel').locator(together)).toContainText(receipts[1]![0]);
  await axe(page);
  await fits(page);

  // One message, one link, one window with everybody in it.
  const message = await server.message(who.phone, /\/som\//);
  expect(message).toContain('Lich ca nha 2 nguoi');
  const address = new URL(/http\S+/.exec(message)![0]);
  await open(address.pathname + address.hash);
  const offer = page.locator('.offer');
  await expect(offer.locator('.offer-family li')).toHaveCount(2);
  await axe(page);
  await fits(page);
  await expect(offer).toMatchAriaSnapshot({ name: `closed-family-offer-${lang}.aria.yml` });
  await button(say('offer.take_family')).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(say('waiting.taken_family'), { exact: true })).toBeVisible();
  await axe(page);

  // Both have moved, to one day, and nobody has used up a change.
  const days = new Set<string>();
  for (const [reference, key] of receipts) {
    const seen = await new Api(server).send<{ waiting: string; visit: { starts_at: string }; changes: { remaining: number } }>(
      'GET', `/api/dossiers/${reference}`, undefined, { 'x-access-key': key });
    expect(seen.waiting).toBe('none');
    expect(seen.changes.remaining).toBe(3);
    days.add(seen.visit.starts_at.slice(0, 10));
  }
  expect(days.size).toBe(1);
  expect(days.has(family.date)).toBe(false);
  const desk = await officer(server, 'truong');
  const list = await desk.send<{ closures: { people: { reference: string; moving: string }[] }[] }>('GET', '/api/desk/closures');
  const mine = list.closures.flatMap((one) => one.people).filter((one) => receipts.some(([reference]) => reference === one.reference));
  expect(mine.map((one) => one.moving)).toEqual(['moved', 'moved']);
});
