import { expect, type Page } from '@playwright/test';

/** What is pressed by itself is as high as a finger is wide (44 px); links within a sentence are as high as the sentence. */
export async function targets(page: Page): Promise<void> {
  const low = await page.evaluate(() => {
    const alone = (one: Element) => one.tagName !== 'A' || one.parentElement!.textContent!.trim() === one.textContent!.trim();
    const all = [...document.querySelectorAll('main :is(button, summary, select, p > a:only-child, li > a:only-child), main input:not([type=checkbox], [type=radio])')];
    const seen = all.filter((one) => one.checkVisibility({ visibilityProperty: true }) && alone(one));
    const height = (one: Element) => Math.round(one.getBoundingClientRect().height);
    return seen.filter((one) => height(one) < 44).map((one) => `${one.tagName} "${one.textContent!.trim()}" ${height(one)} px`);
  });
  expect(low, page.url()).toEqual([]);
}
