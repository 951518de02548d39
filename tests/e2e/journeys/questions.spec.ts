import { book } from '../support/book.js';
import { receive } from '../support/case.js';
import { expect, test } from '../support/test.js';
import { type Lang, words } from '../support/words.js';

test('a question to the office is answered where it was asked @both', async ({ page, server, who, axe, browser }, info) => {
  test.slow();
  const lang: Lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
  const say = (path: string, values = {}) => words(lang, path, values);
  const start = lang === 'en' ? '/en' : '';
  const visit = await book(server, who);
  await receive(server, visit);
  await page.goto(`${start}/lich-hen/${visit.reference}#${visit.key}`);

  // Behind one line, as there is no reason to worry yet.
  await page.getByText(say('after.ask.open'), { exact: true }).click();
  const field = page.locator('#text');
  const send = page.getByRole('button', { name: say('after.ask.send'), exact: true });
  await send.click();
  await expect(page.locator('#error-summary')).toBeVisible();
  await axe(page);
  const question = 'Tôi đi công tác, người nhà nhận thẻ thay được không?';
  await field.fill(question);
  await send.click();
  const asked = page.locator('.asked');
  await expect(asked).toContainText(question);
  await expect(asked).toContainText(say('after.ask.waiting'));
  await expect(field).toHaveCount(0);
  await expect(page.locator('#ask-title')).toBeFocused();
  await axe(page);

  // The desk of that office answers.
  const context = await browser.newContext();
  const desk = await context.newPage();
  await desk.goto(`${server.baseURL}${start}/desk/dang-nhap`);
  await desk.locator('#username').fill('canbo');
  await desk.locator('#password').fill('CanBo-2026!');
  await desk.keyboard.press('Enter');
  await desk.getByRole('link', { name: say('desk.nav_tickets'), exact: true }).click();
  const card = desk.locator('section.panel', { hasText: visit.reference });
  await expect(card).toContainText(question);
  await axe(desk);
  await card.getByRole('button', { name: say('tickets.open') }).click();
  await expect(desk.locator('#answer')).toBeFocused();
  await card.getByRole('button', { name: say('tickets.send'), exact: true }).click();
  await expect(desk.locator('#answer')).toHaveAttribute('aria-invalid', 'true');
  await axe(desk);
  await expect(card).toMatchAriaSnapshot({ name: `desk-question-${lang}.aria.yml` });
  await desk.locator('#answer').fill('Được. Người nhà mang giấy hẹn và thẻ căn cước của họ.');
  await card.getByRole('button', { name: say('tickets.send'), exact: true }).click();
  await expect(desk.locator('#said')).toContainText(visit.reference);
  await expect(card).toHaveCount(0);
  await context.close();

  // It comes by itself to the page that is open, and by a message that does not tell it.
  await expect(asked).toContainText('Người nhà mang giấy hẹn', { timeout: 20_000 });
  await expect(field).toBeVisible();
  await axe(page);
  await expect(page.locator('.asked')).toMatchAriaSnapshot({ name: `questions-${lang}.aria.yml` });
  const message = await server.message(who.phone, /tra loi|answered/);
  expect(message).toContain(visit.reference);
  expect(message).not.toContain('giay hen va the');
});

test('a relative follows by a link that shows nothing of the person', async ({ page, server, who, axe, browser }, info) => {
  const lang: Lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
  const say = (path: string) => words(lang, `shared.${path}`);
  const visit = await book(server, who);
  await page.goto(`/lich-hen/${visit.reference}#${visit.key}`);
  await page.getByText(say('title'), { exact: true }).click();
  await page.getByRole('button', { name: say('make'), exact: true }).click();
  const link = (await page.locator('.shared-link').textContent())!;
  await axe(page);
  const context = await browser.newContext();
  const far = await context.newPage();
  await far.goto(link);
  await expect(far.locator('.slip')).toContainText(visit.reference);
  await expect(far.locator('.timeline .current')).toBeVisible();
  for (const secret of [who.name, who.number, words(lang, 'tracking.slip.phone')]) await expect(far.locator('.slip')).not.toContainText(secret);
  await expect(far.locator('.drawn-code')).toHaveCount(0);
  await axe(far);
  await page.getByRole('button', { name: say('end'), exact: true }).click();
  await expect(page.getByText(say('ended'), { exact: true })).toBeVisible();
  await far.reload();
  await expect(far.locator('.slip')).toHaveCount(0);
  await context.close();
});
