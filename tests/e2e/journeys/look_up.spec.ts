import type { Page } from '@playwright/test';
import { book } from '../support/book.js';
import { test } from '../support/here.js';
import { expect } from '../support/test.js';
import { words } from '../support/words.js';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

test('finding by reference: typing errors are forgiven, wrong data is one answer @both', async ({ page, server, who, axe, here }) => {
  const visit = await book(server, who);
  await here.open('/tra-cuu');
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `find-${here.lang}.aria.yml` });
  await button(page, here.say('find.do')).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(2);
  await expect(page).toHaveTitle(new RegExp(`^${words(here.lang, 'common.error_word')}`));
  await axe(page);
  await summary.getByRole('link').first().click();
  await expect(page.locator('#code')).toBeFocused();

  // Lower case, blanks for dashes.
  await page.locator('#code').fill(visit.reference.toLowerCase().replaceAll('-', ' '));
  await page.locator('#birth_date-day').fill('31');
  await page.locator('#birth_date-month').fill('2');
  await page.locator('#birth_date-year').fill(who.birth.year);
  await button(page, here.say('find.do')).click();
  await expect(summary).toContainText(words(here.lang, 'fields.date_impossible'));
  await page.locator('#birth_date-day').fill('1');
  await button(page, here.say('find.do')).click();
  await expect(summary).toContainText(here.say('find.no_match'));
  await axe(page);
  await page.locator('#birth_date-day').fill(who.birth.day);
  await page.locator('#birth_date-month').fill(who.birth.month);
  await button(page, here.say('find.do')).click();

  // Reference and birth date are known to family and forms: they show the steps, not the person.
  await expect(page.locator('.slip')).toContainText(visit.reference);
  await expect(page.locator('#main')).not.toContainText(who.name);
  await expect(button(page, here.say('tracking.change.cancel'))).toHaveCount(0);
  await axe(page);
  await page.getByRole('link', { name: here.say('tracking.actions.manage') }).click();
  await expect(heading(page, here.say('find.by_person'))).toBeVisible();
});

test('finding by number: the same page whoever it is, then the code opens the whole dossier @both', async ({
  page,
  server,
  who,
  axe,
  here,
}) => {
  const visit = await book(server, who);
  const ask = async (number: string) => {
    await here.open('/tra-cuu?cach=so');
    await page.locator('#personal_number').fill(number);
    await page.locator('#birth_date-day').fill(who.birth.day);
    await page.locator('#birth_date-month').fill(who.birth.month);
    await page.locator('#birth_date-year').fill(who.birth.year);
    await button(page, here.say('find.send')).click();
  };
  await here.open('/tra-cuu?cach=so');
  await axe(page);
  await ask('123456789');
  await expect(page.getByRole('alert')).toContainText(words(here.lang, 'fields.personal_number_old_cmnd'));
  await ask(`099${who.number.slice(3)}`);
  await expect(heading(page, here.say('find.enter'))).toBeFocused();
  const nobody = await page.locator('#main').innerText();
  await ask(who.number);
  await expect(heading(page, here.say('find.enter'))).toBeFocused();
  const countdown = /\d+/g;
  expect((await page.locator('#main').innerText()).replace(countdown, '')).toBe(nobody.replace(countdown, ''));
  await axe(page);

  await page.locator('#code').fill('000000');
  await button(page, words(here.lang, 'common.confirm')).click();
  await expect(page.getByRole('alert')).toContainText(words(here.lang, 'errors.problem.code_wrong'));
  await page.locator('#code').fill(await server.code(who.phone));
  await button(page, words(here.lang, 'common.confirm')).click();
  await expect(page.locator('.slip')).toContainText(visit.reference);
  await expect(page.locator('.slip')).toContainText(who.name);
  await expect(button(page, here.say('tracking.change.cancel'))).toBeVisible();
  // A fresh key: the old link goes on working beside it.
  expect(new URL(page.url()).hash.slice(1)).not.toBe(visit.key);
});

test('finding with the keyboard alone', async ({ page, server, who, here }) => {
  const visit = await book(server, who);
  await here.open('/tra-cuu');
  await expect(heading(page, here.say('find.title'))).toBeVisible();
  await page.locator('#code').focus();
  await page.keyboard.type(visit.reference);
  for (const part of [who.birth.day, who.birth.month, who.birth.year]) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(part);
  }
  await page.keyboard.press('Enter');
  await expect(page.locator('.slip')).toContainText(visit.reference);
});
