import { book, reaches } from '../support/book.js';
import { receive } from '../support/case.js';
import { Officer } from '../support/officer.js';
import { expect, test as base } from '../support/test.js';
import { words, type Lang } from '../support/words.js';

const test = base.extend<{ lang: Lang }>({
  lang: async ({}, use, info) => use(String(info.project.use.locale).startsWith('en') ? 'en' : 'vi'),
});

const NUMBER = 'RR473124829VN';

test('a card is asked for by post, changed in mind, and carried there @both', async ({ page, server, who, axe, lang, browser }) => {
  test.slow();
  const say = (key: string, values = {}) => words(lang, `delivery.${key}`, values);
  const start = lang === 'en' ? '/en' : '';
  const visit = await book(server, who, { service: 'card' });
  const api = await receive(server, visit);
  await api.send('PUT', '/api/desk/ministry', { pace: 'hurried' });
  await reaches(server, visit, 'in_transit');
  await page.goto(`${start}/lich-hen/${visit.reference}#${visit.key}`);

  // Asked before it travels, on the page and by a message.
  const now = page.locator('#now');
  await expect(now).toContainText(words(lang, 'after.delivery.ask_text'));
  await axe(page);
  await now.getByRole('link', { name: words(lang, 'after.delivery.confirm'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('title') })).toBeVisible();
  const send = page.getByRole('button', { name: say('send'), exact: true });
  await send.click();
  await expect(page.locator('#error-summary')).toBeVisible();
  await axe(page);
  await page.locator('input[name=way][value=post]').check();
  await page.locator('#contact_phone').fill('123');
  await send.click();
  for (const field of ['commune_code', 'line', 'contact_phone']) await expect(page.locator(`#${field}`)).toHaveAttribute('aria-invalid', 'true');
  await axe(page);
  await page.locator('#commune_code').fill('sai gon');
  await page.locator('#commune_code-option-0').click();
  await page.locator('#line').fill('12 Đường Mẫu');
  await page.locator('#contact_phone').fill('');
  await send.click();
  await expect(page.getByText(say('done'), { exact: true })).toBeVisible();
  await expect(page.locator('.summary')).toContainText('12 Đường Mẫu, Phường Sài Gòn');
  await axe(page);
  await page.getByRole('link', { name: say('to_receipt'), exact: true }).click();
  await expect(now).toContainText('Phường Sài Gòn');
  await expect(now).not.toContainText('12 Đường Mẫu');

  // The desk sees the address for a reason, and types the number once wrongly.
  await api.send('POST', `/api/desk/dossiers/${visit.reference}/card-arrived`);
  const context = await browser.newContext();
  const desk = new Officer(await context.newPage(), lang);
  const post = (key: string, values = {}) => words(lang, `post.${key}`, values);
  await desk.page.goto(`${server.baseURL}${desk.path(`/ho-so/${visit.reference}`)}`);
  await desk.sign_in();
  await expect(desk.page.getByText(post('give_text'))).toBeVisible();
  await expect(desk.page.locator('body')).not.toContainText('12 Đường Mẫu');
  await axe(desk.page);
  const number = desk.page.locator('#tracking_number');
  await number.fill('RR473124828VN');
  await desk.page.getByRole('button', { name: post('give'), exact: true }).click();
  await expect(desk.page.locator('#tracking_number-error')).toContainText(post('number_check'));
  await axe(desk.page);
  await number.fill('rr 473 124 829 vn');
  await desk.page.getByRole('button', { name: post('give'), exact: true }).click();
  await expect(desk.page.getByText(post('done_given')).first()).toBeVisible();
  await expect(desk.page.getByRole('button', { name: post('delivered'), exact: true })).toBeVisible();
  await axe(desk.page);

  await expect(now).toContainText(NUMBER, { timeout: 20_000 });
  await expect(now.getByRole('link', { name: words(lang, 'after.delivery.change') })).toHaveCount(0);
  await axe(page);
  await desk.page.getByRole('button', { name: post('came_back'), exact: true }).click();
  await expect(desk.page.locator('#reason')).toHaveAttribute('aria-invalid', 'true');
  await desk.page.locator('#reason').selectOption('address_wrong');
  await desk.page.getByRole('button', { name: post('came_back'), exact: true }).click();
  await expect(desk.page.getByText(post('done_returned')).first()).toBeVisible();
  await context.close();
  await now.getByRole('link', { name: words(lang, 'after.delivery.confirm'), exact: true }).click({ timeout: 20_000 });
  await expect(page.getByText(say('came_back'), { exact: true })).toBeVisible();
  await axe(page);
});

test('how one is written to: no reminders, in English; a link of somebody else opens nothing', async ({ page, server, who, axe, lang }) => {
  const say = (key: string, values = {}) => words(lang, `wishes.${key}`, values);
  const start = lang === 'en' ? '/en' : '';
  const visit = await book(server, who);
  await page.goto(`${start}/lich-hen/${visit.reference}#${visit.key}`);
  await page.getByText(words(lang, 'shared.notice.title'), { exact: true }).click();
  await page.getByRole('link', { name: words(lang, 'shared.notice.wishes'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('title') })).toBeVisible();
  await axe(page);
  await page.locator('input[name=lang][value=en]').check();
  await page.locator('#reminders').uncheck();
  await page.getByRole('button', { name: say('save'), exact: true }).click();
  await expect(page.locator('#saved')).toContainText(say('saved'));
  await axe(page);
  expect(await server.message(who.phone, /how we write to you/)).toContain(visit.reference);
  await page.reload();
  await expect(page.locator('#reminders')).not.toBeChecked();
  await page.goto(`${start}/lich-hen/${visit.reference}/nhan-the#khong-phai-khoa-nay`);
  await expect(page.getByText(words(lang, 'tracking.no_access.title'), { exact: true })).toBeVisible();
});
