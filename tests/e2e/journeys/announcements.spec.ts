import type { Page } from '@playwright/test';
import { book } from '../support/book.js';
import { Citizen } from '../support/citizen.js';
import { officer } from '../support/case.js';
import { Officer } from '../support/officer.js';
import { expect, test as base } from '../support/test.js';

const test = base.extend<{ desk: Officer }>({
  desk: async ({ page }, use, info) => {
    await use(new Officer(page, String(info.project.use.locale).startsWith('en') ? 'en' : 'vi'));
  },
});

/** An announcement as its maker gets it back. */
interface Said {
  id: string;
  version: number;
}

const summary = (page: Page) => page.locator('.error-summary');
const VI = 'Tối nay <b>bảo trì</b> từ 22:00.';
const EN = 'Maintenance tonight from 22:00.';

test('an outage is said on every page, before any script, and taken back @both', async ({ desk, page, axe, browser, server }) => {
  test.slow();
  await desk.open('/thong-bao');
  await desk.sign_in('quantri');
  await desk.at('announcements.title');
  await axe(page);

  // Wrong turns: nothing written, and an end before the beginning.
  await page.locator('#until_date').fill('2026-01-01');
  await desk.press('announcements.say');
  await expect(summary(page).getByRole('link')).toHaveText([
    desk.say('announcements.wrong_vi'),
    desk.say('announcements.wrong_en'),
    desk.say('announcements.wrong_until'),
  ]);
  await axe(page);
  await page.locator('input[name=kind][value=outage]').check();
  await page.locator('#vi').fill(VI);
  await page.locator('#en').fill(EN);
  await page.locator('#until_date').fill('2099-01-01');
  await desk.press('announcements.say');
  await expect(summary(page).getByRole('link')).toHaveText([desk.say('announcements.wrong_far')]);
  const today = await page.evaluate(() => document.querySelector<HTMLInputElement>('#from_date')!.value);
  const after = new Date(Date.parse(today) + 2 * 86_400_000).toISOString().slice(0, 10);
  await page.locator('#until_date').fill(after);
  await expect(page.locator('form .notice-danger')).toHaveCount(2);
  await desk.press('announcements.say');
  await expect(page.locator('#said')).toContainText(desk.say('announcements.said'));
  const row = page.locator('section.panel').filter({ hasText: EN }).last();
  await expect(row).toContainText(desk.say('announcements.state_shown'));
  await axe(page);
  await expect(page.locator('#main form')).toMatchAriaSnapshot({ name: `announcement-form-${desk.lang}.aria.yml` });
  await expect(row).toMatchAriaSnapshot({ name: `announcement-row-${desk.lang}.aria.yml` });

  // Without any script it stands in the page, as text, in the page's language.
  const bare = await browser.newContext({ javaScriptEnabled: false });
  const still = await bare.newPage();
  await still.goto(`${server.baseURL}${desk.lang === 'en' ? '/en' : ''}/tra-cuu`);
  const told = desk.lang === 'en' ? EN : VI;
  await expect(still.locator('.news').filter({ visible: true })).toHaveCount(1);
  await expect(still.locator('.news').filter({ visible: true })).toContainText(told);
  await bare.close();

  // With the app it stays, and speaks the other language with it.
  const anyone = await browser.newContext();
  const citizen = await anyone.newPage();
  await citizen.clock.install();
  await citizen.goto(`${server.baseURL}${desk.lang === 'en' ? '/en' : '/'}`);
  const news = citizen.locator('.news').filter({ visible: true });
  await expect(news).toContainText(told);
  await axe(citizen);
  await citizen.locator('.site-link[hreflang]').click();
  await expect(news).toContainText(desk.lang === 'en' ? VI : EN);
  await expect(news).toHaveCount(1);

  // Changed, then taken back.
  await row.getByRole('button', { name: desk.say('announcements.change') }).click();
  await expect(page.locator('#vi')).toBeFocused();
  await page.locator('#vi').fill('Bảo trì xong sớm hơn dự kiến.');
  await desk.press('announcements.save');
  await expect(page.locator('#said')).toContainText(desk.say('announcements.saved'));
  await row.getByRole('button', { name: desk.say('announcements.withdraw') }).click();
  await axe(page);
  await row.getByRole('button', { name: desk.say('announcements.withdraw_do'), exact: true }).click();
  await expect(page.locator('#said')).toContainText(desk.say('announcements.withdrawn'));
  await expect(row).toContainText(desk.say('announcements.state_withdrawn'));
  // A page that stays open learns of it by itself, and of what is said next; a screen reader is told.
  await expect(citizen.locator('.news')).not.toHaveCount(0);
  await citizen.clock.runFor('06:00');
  await expect(citizen.locator('.news')).toHaveCount(0);
  const admin = await officer(server, 'quantri');
  const next = { kind: 'info', vi: 'Mở thêm giờ tối thứ Năm.', en: 'Open on Thursday evenings, too.', version: 0 };
  const times = { from: `${today}T00:00:00`, until: `${after}T00:00:00` };
  const said = await admin.send<Said>('POST', '/api/desk/announcements', { ...next, ...times });
  await citizen.clock.runFor('06:00');
  const other = desk.lang === 'en' ? next.vi : next.en;
  await expect(news).toContainText(other);
  await expect(citizen.locator('#announcer')).toContainText(other);
  await expect(citizen.locator('main h1')).toBeVisible();
  await admin.send('POST', `/api/desk/announcements/${said.id}/withdraw`, { version: said.version });
  await anyone.close();
});

test('what an office says stands on the slip of its people', async ({ page, server, who, axe }) => {
  const visit = await book(server, who);
  const manager = await officer(server, 'truong');
  const [from, until] = [0, 3].map((days) => new Date(Date.parse(visit.date) + (days - 3) * 86_400_000).toISOString().slice(0, 10));
  const times = { from: `${from}T00:00:00`, until: `${until}T23:50:00` };
  const say = (kind: string, vi: string, en: string) =>
    manager.send<Said>('POST', '/api/desk/announcements', { office_id: 'hcm-pc06', kind, vi, en, ...times, version: 0 });
  const warning = await say('warning', 'Lối vào tạm thời ở cổng sau.', 'For now the entrance is at the back gate.');
  // Whoever looks for an office reads it there, too.
  const chooser = new Citizen(page, server, who, 'vi');
  await chooser.needs();
  await chooser.choose_place();
  await page.locator('#search').fill('pc06');
  await expect(page.locator('[data-office="hcm-pc06"]')).toContainText('cổng sau');
  await axe(page);
  // Good to know looks like it; only what must be minded is drawn as a warning.
  const info = await say('info', 'Mở thêm quầy vào buổi sáng.', 'One more counter in the morning.');
  await page.reload();
  await page.locator('#search').fill('pc06');
  const card = page.locator('[data-office="hcm-pc06"]');
  await expect(card.locator('.place-news')).toHaveText('Lối vào tạm thời ở cổng sau.');
  await expect(card.locator('.place-line').filter({ hasText: 'Mở thêm quầy' }).locator('use')).toHaveAttribute('href', '#i-info');
  await page.goto(`/lich-hen/${visit.reference}#${visit.key}`);
  await expect(page.locator('.receipt .notice-warn').first()).toContainText('cổng sau');
  await expect(page.locator('.receipt .notice').filter({ hasText: 'Mở thêm quầy' })).toHaveClass('notice');
  await expect(page.locator('.news')).toHaveCount(0);
  await axe(page);
  for (const { id, version } of [info, warning]) await manager.send('POST', `/api/desk/announcements/${id}/withdraw`, { version });
});
