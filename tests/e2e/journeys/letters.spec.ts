import { book } from '../support/book.js';
import { fits_in_the_dark } from '../support/fits.js';
import { expect, test as base } from '../support/test.js';
import { words, type Lang } from '../support/words.js';

const test = base.extend<{ lang: Lang }>({
  lang: async ({}, use, info) => use(String(info.project.use.locale).startsWith('en') ? 'en' : 'vi'),
});

test('letters by e-mail: wrong address, wrong code, proved, read in the inbox, and no more of them @both', async ({ page, server, who, axe, lang }) => {
  const say = (key: string, values = {}) => words(lang, `wishes.mail_${key}`, values);
  const start = lang === 'en' ? '/en' : '';
  const visit = await book(server, who);
  const address = `thu.${visit.reference.toLowerCase()}@example.org`;
  const press = (key: string) => page.getByRole('button', { name: say(key), exact: true }).click();
  const summary = page.locator('.error-summary');
  await page.goto(`${start}/lich-hen/${visit.reference}/tin-nhan#${visit.key}`);
  const section = page.getByRole('region', { name: say('title') });
  await expect(section).toContainText(say('lead'));

  // Nothing, then something that is no address; what was typed stays.
  await press('send');
  await expect(summary).toBeFocused();
  await page.locator('#address').fill('thu.example.org');
  await press('send');
  await expect(summary).toContainText(words(lang, 'fields.mail_format'));
  await expect(page.locator('#address')).toHaveValue('thu.example.org');
  await expect(page.locator('#address')).toHaveAttribute('aria-invalid', 'true');
  await axe(page);
  await page.locator('#address').fill(` ${address} `);
  await press('send');
  await expect(page.locator('#code')).toBeFocused();
  await expect(section).toContainText(say('sent', { mail: address }));
  await expect(section).toMatchAriaSnapshot({ name: `letters-code-${lang}.aria.yml` });
  await fits_in_the_dark(page, axe);

  const code = await server.code(address);
  await page.locator('#code').fill(code === '135790' ? '246801' : '135790');
  await press('confirm');
  await expect(summary).toBeFocused();
  await page.locator('#code').fill(code);
  await press('confirm');
  await expect(page.locator('#mail-said')).toContainText(say('done'));
  const hint = `t***@example.org`;
  await expect(section).toContainText(say('known', { mail: hint }));
  await axe(page);
  await page.reload();
  await expect(section).toContainText(say('known', { mail: hint }));
  await expect(page.locator('body')).not.toContainText(address);

  // The letter has what the message has, with its marks.
  const letter = await server.message(address, /cách gửi tin nhắn vừa được đổi/);
  expect(letter).toContain(visit.reference);
  for (const secret of [visit.key, who.name, who.number, who.phone]) expect(letter).not.toContain(secret);
  expect(await server.message(who.phone, /cach gui tin nhan vua duoc doi/)).toContain(visit.reference);
  const inbox = await page.context().newPage();
  await inbox.goto(`${start}/inbox`);
  await inbox.locator('#number').fill(address);
  await expect(inbox.locator('.message')).toHaveCount(2);
  await expect(inbox.locator('.message').first()).toContainText(words(lang, 'inbox.mail'));
  await axe(inbox);
  await inbox.close();

  // Another address is thought of, and the old one kept; then none.
  await press('change');
  await expect(page.locator('#address')).toBeFocused();
  await press('keep');
  await press('stop');
  await expect(page.locator('#mail-said')).toContainText(say('stopped'));
  await expect(page.locator('#address')).toHaveValue('');
  await axe(page);
  expect(server.log, 'the log holds an address').not.toContain(address);
});
