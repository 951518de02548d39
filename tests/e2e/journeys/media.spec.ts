import type { Locator, Page } from '@playwright/test';
import { book } from '../support/book.js';
import { Citizen } from '../support/citizen.js';
import { expect, test as base } from '../support/test.js';

const test = base.extend<{ citizen: Citizen }>({
  citizen: async ({ page, server, who }, use) => use(new Citizen(page, server, who, 'vi')),
});

/** The pages that are looked at: each is read, has something to press, or something chosen. */
async function each(page: Page, citizen: Citizen, receipt: string, look: (place: string) => Promise<void>): Promise<void> {
  await citizen.open('/');
  await expect(page.locator('main .start').first()).toBeVisible();
  await look('home');
  await citizen.needs();
  await citizen.choose_place();
  await page.locator('#search').fill('pc06');
  await expect(page.locator('[data-office="hcm-pc06"]').getByRole('button')).toBeVisible();
  await look('place');
  await citizen.open(receipt);
  await expect(page.locator('#device')).toBeVisible();
  await look('receipt');
  await citizen.open('/dang-nhap');
  await expect(page.locator('#personal_number')).toBeVisible();
  await look('sign-in');
}

/** How thick what goes around an element is, in CSS pixels, or around the card of which it is all; 0 where it cannot be seen. */
const outline = (one: Locator) =>
  one.evaluate((it) => {
    const thick = (of: Element) => (getComputedStyle(of).outlineStyle === 'none' ? 0 : parseFloat(getComputedStyle(of).outlineWidth));
    return Math.max(...[it, ...[it.closest('.start, .choice')].flatMap((card) => card ?? [])].map(thick));
  });

const border = (one: Locator) =>
  one.evaluate((it) => {
    const { borderTopStyle, borderTopWidth } = getComputedStyle(it);
    return borderTopStyle === 'none' ? 0 : parseFloat(borderTopWidth);
  });

/** What moves for longer than nobody could see, in the way it is styled now. */
const moving = (page: Page) =>
  page.evaluate(() => {
    const seconds = (list: string) => Math.max(...list.split(',').map((one) => parseFloat(one) * (one.trim().endsWith('ms') ? 0.001 : 1)));
    const all = [...document.querySelectorAll('*')].filter((one) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(one);
      return (animationName !== 'none' && seconds(animationDuration) > 0.01) || seconds(transitionDuration) > 0.01;
    });
    return all.map((one) => `${one.tagName}.${one.getAttribute('class')}`);
  });

test('forced colours show the focus, what can be pressed and what is chosen; who wants no motion gets none', async ({ citizen, page, server, who }) => {
  const visit = await book(server, who);
  await citizen.open('/');
  await expect(page.locator('main .start').first()).toBeVisible();
  // Otherwise nobody would notice that the page below is asked for the wrong thing.
  expect(await moving(page)).not.toEqual([]);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await each(page, citizen, `/lich-hen/${visit.reference}#${visit.key}`, async (place) => {
    expect(await moving(page), place).toEqual([]);
    for (let press = 0; press < 8; press++) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      // Past the last one the browser itself has it.
      if ((await focused.count()) === 0) continue;
      expect(await outline(focused), `${place}: ${await focused.innerText()}`).toBeGreaterThanOrEqual(2);
    }
    // Backgrounds are gone in these colours: what is to be pressed or filled in keeps an edge.
    for (const one of await page.locator('main :is(.button, .input):visible').all()) {
      expect(await border(one), `${place}: ${await one.innerText()}`).toBeGreaterThanOrEqual(1);
    }
  });
  // Chosen, beside what is not.
  await citizen.open(`/lich-hen/${visit.reference}/doi#${visit.key}`);
  await expect(page.locator('button.day').first()).toBeVisible();
  const look = (pressed: boolean) =>
    page.locator(`.shape[aria-pressed="${pressed}"]`).evaluate((it) => getComputedStyle(it).backgroundColor);
  expect(await look(true)).not.toBe(await look(false));
});
