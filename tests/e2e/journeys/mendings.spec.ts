import { book } from '../support/book.js';
import { Officer } from '../support/officer.js';
import { expect, test as base } from '../support/test.js';
import { words, type Lang } from '../support/words.js';

const test = base.extend<{ lang: Lang }>({
  lang: async ({}, use, info) => use(String(info.project.use.locale).startsWith('en') ? 'en' : 'vi'),
});

test('wrong data is told before the visit, sent on, answered @both', async ({ page, server, who, axe, lang, browser }) => {
  test.slow();
  const say = (key: string, values = {}) => words(lang, `mismatch.${key}`, values);
  const start = lang === 'en' ? '/en' : '';
  const visit = await book(server, who);
  await page.goto(`${start}/lich-hen/${visit.reference}#${visit.key}`);
  await page.getByRole('link', { name: words(lang, 'shared.wrong'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('title') })).toBeVisible();
  const send = page.getByRole('button', { name: say('send'), exact: true });
  await send.click();
  await expect(page.locator('#words')).toHaveAttribute('aria-invalid', 'true');
  await axe(page);
  // Two papers are compared first; what was found comes along on the tap alone, and nothing of the papers does.
  await page.getByRole('link', { name: say('compare_link'), exact: true }).click();
  await page.locator('#a_kind').selectOption('birth_certificate');
  await page.locator('#b_kind').selectOption('identity_card');
  for (const [field, a, b] of [['day', '16', '15'], ['month', '8', '8'], ['year', '1985', '1985']]) {
    await page.locator(`#a_birth-${field}`).fill(a!);
    await page.locator(`#b_birth-${field}`).fill(b!);
  }
  await page.getByRole('button', { name: words(lang, 'precheck.submit'), exact: true }).click();
  await page.getByRole('button', { name: words(lang, 'precheck.tell'), exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/lich-hen/${visit.reference}/bao-sai#`));
  await expect(page.getByText(say('brought'), { exact: true })).toBeVisible();
  await expect(page.locator('input[value=birth_date]')).toBeChecked();
  await expect(page.locator('input[value=name]')).not.toBeChecked();
  await expect(page.locator('#words')).toHaveValue(new RegExp(words(lang, 'precheck.topic.birth')));
  expect(await page.evaluate(() => sessionStorage.getItem('handed-faults'))).not.toContain('1985');
  await axe(page);
  await page.locator('#words').fill('Giấy khai sinh ghi ngày 16, dữ liệu ghi ngày 15.');
  await send.click();
  await expect(page.getByText(say('told'), { exact: true })).toBeVisible();
  await expect(page.locator('#told')).toContainText(words(lang, 'asked.place.civil_registry'));
  await axe(page);

  const context = await browser.newContext();
  const desk = new Officer(await context.newPage(), lang);
  const tickets = (key: string, values = {}) => words(lang, `tickets.${key}`, values);
  await desk.page.goto(`${server.baseURL}${desk.path('/cau-hoi')}`);
  await desk.sign_in();
  const card = desk.page.locator('section.panel', { hasText: visit.reference });
  await expect(card).toContainText(tickets('origin.person'));
  await card.getByRole('button', { name: tickets('act') }).click();
  const save = card.getByRole('button', { name: tickets('save'), exact: true });
  await save.click();
  await expect(card.locator('#error-summary')).toContainText(tickets('do_needed'));
  await axe(desk.page);
  await card.locator('input[value=send]').check();
  await card.locator('#place').selectOption('commune_police');
  await card.locator('#words').fill('Xin đối chiếu.');
  await save.click();
  await expect(card).toContainText(tickets('stage.sent_on'));
  await card.getByRole('button', { name: tickets('act') }).click();
  await card.locator('input[value=answer]').check();
  await card.locator('#answer').fill('Đã sửa theo giấy khai sinh.');
  await axe(desk.page);
  await save.click();
  await expect(card).toContainText(tickets('stage.answered'));
  await context.close();

  await page.reload();
  await expect(page.locator('#told')).toContainText('Đã sửa theo giấy khai sinh.');
  await expect(page.locator('#told')).not.toContainText('Xin đối chiếu.');
  expect(await server.message(who.phone, /thong tin can sua|data to be corrected/)).toContain(visit.reference);
});
