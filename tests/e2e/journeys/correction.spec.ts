import { book, reaches } from '../support/book.js';
import { receive, sent_away } from '../support/case.js';
import { expect, test as base } from '../support/test.js';
import { words, type Lang } from '../support/words.js';

const test = base.extend<{ lang: Lang }>({
  lang: async ({}, use, info) => use(String(info.project.use.locale).startsWith('en') ? 'en' : 'vi'),
});

test('what is missing, with which paper, until when; a new visit in two taps @both', async ({ page, server, who, axe, lang }) => {
  const say = (key: string) => words(lang, `asked.${key}`);
  const asked = { what: ['name'], papers: ['birth_certificate'], reason: 'Thiếu chữ đệm.' };
  const { visit, desk, path } = await sent_away(server, who, 'data-correction', asked);
  const receipt = `${lang === 'en' ? '/en' : ''}/lich-hen/${visit.reference}#${visit.key}`;
  await page.goto(receipt);
  const now = page.locator('#now');
  for (const key of ['fault.name', 'paper.birth_certificate', 'come']) await expect(now).toContainText(say(key));
  await expect(now).toContainText('Thiếu chữ đệm.');
  await expect(now).toContainText(new RegExp(say('until').replace('{date}', '.*\\d{4}')));
  await expect(now).toContainText(new RegExp(say('left.other').replace('{count}', '18\\d')));
  await expect(now.getByRole('link')).toHaveCount(4);
  await axe(page);
  await now.getByRole('link').first().click();
  await axe(page);
  await page.getByRole('button', { name: words(lang, 'moving.return_do'), exact: true }).click();
  await expect(now).toContainText(say('booked').split('{')[0]!.trim());
  await expect(now.getByRole('link', { name: say('move') })).toBeVisible();
  await axe(page);
  await page.reload();
  await expect(now.getByRole('link', { name: say('move') })).toBeVisible();
  const seen = await desk.send<{ correction: { visit_at: string } }>('GET', path);
  expect(seen.correction.visit_at).toBeTruthy();
});

test('refused: the reason, and the next way', async ({ page, server, who, axe, lang }) => {
  const { visit } = await sent_away(server, who, 'refuse', { reason: 'Chưa có quốc tịch Việt Nam.' });
  await page.goto(`/lich-hen/${visit.reference}#${visit.key}`);
  const now = page.locator('#now');
  await expect(now).toContainText('Chưa có quốc tịch Việt Nam.');
  await expect(now).toContainText(words(lang, 'asked.refused.complain'));
  await axe(page);
});

test('the ministry asks after the receipt: the lawful time stands still, and the page says so', async ({ page, server, who, axe, lang }) => {
  test.slow();
  // The simulated ministry asks for a correction where a number ends so.
  const asked = { ...who, number: `${who.number.slice(0, 8)}0404` };
  const visit = await book(server, asked);
  const desk = await receive(server, visit);
  await desk.send('PUT', '/api/desk/ministry', { pace: 'hurried' });
  await reaches(server, visit, 'needs_correction');
  await page.goto(`/lich-hen/${visit.reference}#${visit.key}`);
  await expect(page.locator('#now')).toContainText(words(lang, 'after.due.paused'));
  await expect(page.locator('#now')).toContainText(words(lang, 'asked.by_ministry'));
  await expect(page.locator('.timeline .current').first()).toContainText(words(lang, 'tracking.timeline.paused'));
  await axe(page);
});
