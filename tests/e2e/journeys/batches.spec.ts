import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { book } from '../support/book.js';
import { receive } from '../support/case.js';
import { Officer } from '../support/officer.js';
import { Server } from '../support/server.js';
import { expect, test as base } from '../support/test.js';
import type { Lang } from '../support/words.js';

/** A server of a province whose ministry works with files. */
const test = base.extend<object, { server: Server }>({
  server: [
    async ({}, use) => {
      const server = await Server.start('by_file = true\n');
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
});

/** What is behind a link, as a file. */
async function fetched(page: Page, link: string): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: link, exact: true }).first().click();
  return readFileSync((await (await coming).path())!, 'utf8');
}

test('dossiers go out in a file, come back in files, and a card goes into somebody else’s hands @both', async ({ page, server, who, axe, browser }, info) => {
  test.slow();
  const lang: Lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
  const visit = await book(server, who);
  await receive(server, visit);
  const desk = new Officer(page, lang);
  const say = (path: string, values = {}) => desk.say(`batches.${path}`, values);
  const bring = async (name: string, text: string) => {
    await page.locator('#file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await desk.at('batches.report_title');
  };
  const confirm = async () => {
    await page.getByRole('button', { name: say('confirm.other').split('{count}')[0]!.trim() }).first().click();
    await expect(page.getByText(say('sum_applied'), { exact: true })).toBeVisible({ timeout: 20_000 });
  };
  await page.goto(desk.path('/dang-nhap'));
  await desk.sign_in('truong');
  await desk.at_day();
  await page.getByRole('link', { name: desk.say('nav_batches'), exact: true }).click();
  await desk.at('batches.title');
  await expect(page.getByText(say('none'))).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: say('send'), exact: true }).click();
  await expect(page.locator('#said .notice')).toBeVisible();
  await expect(page.getByText(say('send_nothing'))).toBeVisible();
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `batches-${lang}.aria.yml` });
  expect(await fetched(page, 'CSV')).toContain(who.number);
  const results = await fetched(page, say('answer_results'));
  const arrived = await fetched(page, say('answer_arrived'));

  // Nothing of a file with a wrong row is taken over before somebody has seen which.
  const wrong = results.replace(',approved,', ',phe_duyet,').replace(/^[^,\n]+,([^,\n]+,[^,\n]+,phe_duyet)/m, ',$1');
  await bring('ket-qua.csv', wrong);
  await expect(page.getByText(say('wrong_title')).first()).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('.desk-row').first()).toContainText(say('f_outcome'));
  await expect(page.locator('.desk-row').first()).toContainText(say('do_ministry'));
  // All that is wrong with a row at once, and as a table for who wrote the file.
  await expect(page.locator('.desk-row').first()).toContainText(say('f_missing'));
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: say('table_csv'), exact: true }).click();
  const table = readFileSync((await (await coming).path())!, 'utf8');
  expect(table).toContain(`"${say('f_outcome')}"`);
  expect(table).toContain(`"decision_id","${say('f_missing')}"`);
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `batch-report-${lang}.aria.yml` });
  await page.getByRole('button', { name: say('discard'), exact: true }).click();
  await expect(page.getByText(say('done_discarded'))).toBeVisible();
  await page.goBack();

  await bring('ket-qua.csv', results);
  await expect(page.getByText(say('confirm_text'))).toBeVisible({ timeout: 20_000 });
  await axe(page);
  await confirm();
  await axe(page);
  await page.goBack();
  await desk.at('batches.title');

  // The very same file changes nothing, and says so.
  await bring('ket-qua.csv', results);
  await expect(page.getByText(say('sum_applied'), { exact: true })).toBeVisible({ timeout: 20_000 });
  await page.goBack();
  await page.locator('input[name=kind][value=arrived]').check();
  await bring('the-ve.csv', arrived);
  await expect(page.getByText(say('confirm_text'))).toBeVisible({ timeout: 20_000 });
  await confirm();

  // The card waits: one message, and what became of it.
  await page.getByRole('link', { name: desk.say('nav_cards'), exact: true }).click();
  await desk.at('cards_title');
  await expect(desk.row(visit)).toContainText(desk.say('desk.state.notified'), { timeout: 20_000 });
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `cards-${lang}.aria.yml` });
  await page.getByRole('link', { name: desk.say('cards_uncollected'), exact: true }).click();
  await desk.at('batches.uncollected_title');
  const row = page.locator('.desk-row').first();
  await expect(row).toBeVisible({ timeout: 20_000 });
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `uncollected-${lang}.aria.yml` });
  await row.locator('input[type=checkbox]').check();
  await page.locator('.page').getByRole('button').filter({ hasText: '1' }).first().click();
  await expect(row).toContainText(say('told_sent'), { timeout: 25_000 });
  await expect(page.getByText(say('tell_nobody'))).toBeVisible();
  await axe(page);

  // Somebody else collects it.
  await row.getByRole('link').click();
  await desk.dossier(visit, 'notified');
  await page.locator('input[name=collector][value=other]').check();
  await desk.press('step_hand_over');
  await expect(page.locator('#error-summary')).toBeVisible();
  await axe(page);
  await page.locator('#name').fill('Trần Thị Mẫu');
  await page.locator('#relation').selectOption('parent');
  await page.locator('#card_shown').check();
  await desk.press('step_hand_over');
  await desk.dossier(visit, 'handed_over');
  const context = await browser.newContext();
  const owner = await context.newPage();
  await owner.goto(`${server.baseURL}${lang === 'en' ? '/en' : ''}/lich-hen/${visit.reference}#${visit.key}`);
  await expect(owner.locator('#now')).toContainText('Trần Thị Mẫu', { timeout: 20_000 });
  await context.close();
});
