import { expect, type Page } from '@playwright/test';

/** As [`fits`], and axe finds nothing in the dark. */
export async function fits_in_the_dark(page: Page, axe: (page: Page) => Promise<void>): Promise<void> {
  await fits(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await axe(page);
  await page.emulateMedia({ colorScheme: null });
}

/** What reaches over the side of the page as it stands, and each of these boxes that hides a part of its table; by name. */
export function cut_off(page: Page, boxes: string): Promise<string[]> {
  return page.evaluate((boxes) => {
    const root = document.documentElement;
    const hidden = [...document.querySelectorAll(boxes)].filter((one) => one.scrollWidth > one.clientWidth + 1);
    const far = root.scrollWidth <= root.clientWidth ? [] : [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 0.5);
    return [...hidden, ...far].map((one) => `${one.tagName.toLowerCase()}#${one.id}.${one.getAttribute('class') ?? ''} ${Math.round(one.getBoundingClientRect().right)}`);
  }, boxes);
}

/** Whole at 320 px with text twice as large: nothing is cut off at the side. Names what reaches too far. */
export async function fits(page: Page): Promise<void> {
  const before = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  const over = await page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const far = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > root.clientWidth);
    return far.map((one) => `${one.tagName.toLowerCase()}#${one.id}.${one.getAttribute('class') ?? ''} ${Math.round(one.getBoundingClientRect().right)}`);
  });
  expect(over, page.url()).toEqual([]);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  await page.setViewportSize(before);
}
