import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { book } from '../support/book.js';
import { officer, receive } from '../support/case.js';
import { Officer } from '../support/officer.js';
import { expect, test as base } from '../support/test.js';

const test = base.extend<{ desk: Officer }>({
  desk: async ({ page }, use, info) => {
    await use(new Officer(page, String(info.project.use.locale).startsWith('en') ? 'en' : 'vi'));
  },
});

const key = (page: Page, name: string) => page.locator('.figures-key > div').filter({ hasText: name }).locator('dd');
const summary = (page: Page) => page.locator('.error-summary');

test('the administrator sees what was counted, what was reported, and takes the table away @both @desk-vi', async ({ desk, page, server, who, axe }) => {
  test.slow();
  const visit = await book(server, who);
  await receive(server, visit);
  await desk.open();
  await desk.sign_in('quantri');
  await page.getByRole('link', { name: desk.say('nav_figures'), exact: true }).click();
  await desk.at('figures.title');
  await expect(page).toHaveURL(/\/desk\/so-lieu$/);

  // Counted a moment after it happened; the page is asked again as people do.
  await expect(async () => {
    await desk.press('figures.show');
    await expect(key(page, desk.say('figures.received'))).not.toHaveText('0', { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  const units = page.locator('figure.chart').first();
  await expect(units.locator('.chart-bars > li').first()).toContainText('PC06');
  const reported = page.locator('section', { has: page.locator('#reported') });
  await expect(reported).toContainText(desk.lang === 'vi' ? '816.918' : '816,918');
  await expect(reported).toContainText(desk.say('figures.reported_text'));
  await axe(page);
  await expect(reported.first()).toMatchAriaSnapshot({ name: `figures-reported-${desk.lang}.aria.yml` });
  await expect(page.locator('.figures-key')).toMatchAriaSnapshot({ name: `figures-key-${desk.lang}.aria.yml` });

  // Every chart has its table.
  for (const table of await page.locator('summary').filter({ hasText: desk.say('figures.as_table') }).all()) await table.click();
  await expect(page.locator('.chart table')).toHaveCount(2);
  // On paper: the figures and their tables, without what is only pressed, and nothing cut at the side.
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.desk-bar')).toBeHidden();
  await expect(page.locator('form.audit-form')).toBeHidden();
  await expect(page.locator('.figures-key')).toBeVisible();
  await expect(page.locator('.chart table').first()).toBeVisible();
  await page.emulateMedia({ media: null });
  await page.locator('#measure').selectOption('activated');
  await axe(page);
  const arrives = page.waitForEvent('download');
  await page.getByRole('link', { name: desk.say('figures.csv') }).click();
  const file = await arrives;
  expect(file.suggestedFilename()).toMatch(/^figures-.*\.csv$/);
  expect(readFileSync(await file.path(), 'utf8')).toContain('counted,hcm-pc06,');

  // Wrong turns; then one office, which the address keeps.
  await page.locator('#from').fill('2026-12-02');
  await page.locator('#to').fill('2026-12-01');
  await desk.press('figures.show');
  await expect(summary(page).getByRole('link')).toHaveText([desk.say('figures.wrong_order')]);
  await axe(page);
  await page.locator('#from').fill('');
  await page.locator('#to').fill('2027-01-31');
  await desk.press('figures.show');
  await expect(summary(page).getByRole('link')).toHaveText([desk.say('figures.wrong_day')]);
  await page.locator('#from').fill('2026-10-01');
  await page.locator('#office').selectOption('hcm-quan-6');
  await desk.press('figures.show');
  await expect(page.locator('#units')).toContainText(desk.lang === 'vi' ? 'Bình Tiên' : 'Bình Tiên');
  await expect(page).toHaveURL(/office=hcm-quan-6/);
  await page.reload();
  await expect(page.locator('#office')).toHaveValue('hcm-quan-6');

  // A target, by the keyboard alone.
  await page.getByText(desk.say('figures.set_target'), { exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.locator('#eligible').fill('100');
  await page.locator('#target').fill('200');
  await desk.press('figures.save');
  await expect(summary(page).getByRole('link')).toHaveText([desk.say('figures.wrong_target'), desk.say('figures.wrong_until')]);
  await axe(page);
  await page.locator('#target').fill('80');
  await page.locator('#until').fill('2027-06-30');
  await page.keyboard.press('Enter');
  await expect(page.locator('#said')).toContainText(desk.say('figures.saved'));
  await expect(page.locator('section', { has: page.locator('#pace') }).first()).toContainText('80');
  await expect(page.getByText(desk.say('figures.reached_never'))).toBeVisible();
  await axe(page);
});

test('a manager sees the own office, the auditor every one, an officer none', async ({ desk, page, server }) => {
  await desk.open('/so-lieu');
  await desk.sign_in('truong');
  await desk.at('figures.title');
  await expect(page.locator('#units')).toContainText('PC06');
  await expect(page.locator('#office')).toHaveCount(0);
  await page.getByRole('button', { name: desk.say('sign_out') }).click();
  await desk.at('sign_in_title');
  await desk.open('/so-lieu');
  await desk.sign_in('kiemtra');
  await desk.at('figures.title');
  await expect(page.locator('#office')).toBeVisible();
  await page.getByRole('button', { name: desk.say('sign_out') }).click();
  await desk.at('sign_in_title');
  await desk.open('/so-lieu');
  await desk.sign_in('canbo');
  await expect(page.getByText(desk.say('figures.not_yours'))).toBeVisible();
  const someone = await officer(server);
  await expect(someone.send('GET', '/api/desk/figures')).rejects.toThrow('403');
});
