import { book } from '../support/book.js';
import { receive } from '../support/case.js';
import { expect, test } from '../support/test.js';
import { type Lang, words } from '../support/words.js';

test('a caller is judged by what they say, by keyboard too @both', async ({ page, axe }, info) => {
  const lang: Lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
  const say = (path: string) => words(lang, `call.${path}`);
  await page.goto(lang === 'en' ? '/en' : '/');
  await page.getByRole('link', { name: words(lang, 'shell.scam_check'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('title') })).toBeFocused();
  const verdict = page.locator('#verdict');
  await expect(verdict).toContainText(say('unsure'));
  await axe(page);
  await page.locator('#did_phrase').focus();
  await page.keyboard.press('Space');
  await expect(verdict).toContainText(say('real'));
  await axe(page);
  // Whatever they know: who asks for a code is a scammer.
  await page.locator('#did_code').focus();
  await page.keyboard.press('Space');
  await expect(verdict).toContainText(say('scam_text'));
  await axe(page);
  await expect(page.locator('main')).toMatchAriaSnapshot({ name: `call-check-${lang}.aria.yml` });
  await page.keyboard.press('Space');
  await expect(verdict).toContainText(say('real'));
});

test('the office and the person have the same phrase, and nobody else', async ({ page, server, who, axe }) => {
  const visit = await book(server, who);
  await receive(server, visit);
  await page.goto(`/lich-hen/${visit.reference}#${visit.key}`);
  const phrase = (await page.locator('.phrase').textContent())!;
  expect(phrase.split(' – ')).toHaveLength(3);
  await axe(page);
  await page.goto('/desk/dang-nhap');
  await page.locator('#username').fill('canbo');
  await page.locator('#password').fill('CanBo-2026!');
  await page.keyboard.press('Enter');
  await expect(page.locator('.desk-bar')).toBeVisible();
  await page.goto(`/desk/ho-so/${visit.reference}`);
  const person = page.locator('section[aria-labelledby="person"]');
  await expect(person).toContainText(words('vi', 'desk.masked'));
  await expect(person).not.toContainText(phrase);
  await person.getByRole('button', { name: words('vi', 'desk.reveal'), exact: true }).click();
  await page.locator('dialog input[value=call_back]').check();
  await page.locator('dialog button[type=submit]').click();
  await expect(person).toContainText(phrase);
});
