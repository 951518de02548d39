import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { book } from '../support/book.js';
import { officer } from '../support/case.js';
import { Officer } from '../support/officer.js';
import { expect, test as base } from '../support/test.js';

const test = base.extend<{ desk: Officer }>({
  desk: async ({ page }, use, info) => {
    await use(new Officer(page, String(info.project.use.locale).startsWith('en') ? 'en' : 'vi'));
  },
});

const summary = (page: Page) => page.locator('.error-summary');
const rows = (page: Page) => page.locator('.audit-table .desk-row');

test('the auditor finds who looked at whom, pages on, takes the file away @both', async ({ desk, page, server, who, axe }) => {
  const visit = await book(server, who);
  const colleague = await officer(server);
  await colleague.send('POST', `/api/desk/dossiers/${visit.reference}/reveal`, { reason: 'at_counter' });
  await desk.open();
  await desk.sign_in('kiemtra');
  await desk.at('audit.title');
  await expect(page).toHaveURL(/\/desk\/nhat-ky$/);
  await expect(rows(page).first()).toBeVisible();
  await axe(page);

  // With the keyboard alone: to the field of the reference, and Enter.
  await page.locator('#action').focus();
  await page.keyboard.press('Tab');
  await expect(page.locator('#dossier')).toBeFocused();
  await page.keyboard.type(visit.reference.replaceAll('-', '').toLowerCase());
  await page.keyboard.press('Enter');
  await page.locator('#action').selectOption('dossier.reveal');
  await page.locator('#staff').selectOption({ label: 'Cán bộ Thử Nghiệm (canbo)' });
  await desk.press('audit.search');
  await expect(rows(page)).toHaveCount(1);
  const look = rows(page).first();
  await expect(look).toContainText('Cán bộ Thử Nghiệm');
  await expect(look).toContainText(visit.reference);
  await expect(look).toContainText(desk.say('audit.action_dossier_reveal'));
  await expect(look).toContainText(desk.say('desk.look.at_counter'));
  for (const secret of who.secrets) await expect(page.getByText(secret)).toHaveCount(0);
  await expect(page).toHaveURL(/action=dossier\.reveal/);
  await axe(page);

  // The file has the same entry.
  const arrives = page.waitForEvent('download');
  await page.getByRole('link', { name: desk.say('audit.export') }).click();
  const file = await arrives;
  expect(file.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
  const lines = readFileSync(await file.path(), 'utf8').trim().split(/\r?\n/);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`dossier.reveal,dossier,${visit.reference},at_counter`);

  // What was looked for survives a reload; a search is an entry itself.
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.locator('#staff')).toHaveValue('demo-canbo');
  await page.getByRole('button', { name: desk.say('audit.clear') }).click();
  await expect(page).toHaveURL(/\/desk\/nhat-ky$/);
  await page.locator('#action').selectOption('audit.search');
  await desk.press('audit.search');
  await expect(rows(page).first()).toContainText(desk.say('audit.action_audit_search'));

  // Wrong turns.
  await page.locator('#dossier').fill('K7M');
  await page.locator('#from').fill('2026-12-02');
  await page.locator('#to').fill('2026-12-01');
  await desk.press('audit.search');
  await expect(summary(page)).toBeFocused();
  await expect(summary(page).getByRole('link')).toHaveText([desk.say('audit.wrong_order'), desk.say('audit.wrong_dossier')]);
  await axe(page);
  await page.locator('#dossier').fill('000-000-001');
  await page.locator('#to').fill('');
  await desk.press('audit.search');
  await expect(page.getByText(desk.say('audit.none'), { exact: true })).toBeVisible();
  await axe(page);
});

test('older entries come below, and the focus goes to the first of them', async ({ desk, page, server }) => {
  const auditor = await officer(server, 'kiemtra');
  for (let i = 0; i < 55; i++) await auditor.send('GET', '/api/desk/audit/check');
  await desk.open('/nhat-ky?action=audit.check');
  await desk.sign_in('kiemtra');
  await expect(rows(page)).toHaveCount(50);
  await desk.press('audit.more');
  await expect(rows(page).nth(50)).toBeFocused();
  expect(await rows(page).count()).toBeGreaterThanOrEqual(55);
  await expect(page.getByRole('button', { name: desk.say('audit.more') })).toHaveCount(0);
});

test('the chain: sealed soon, checked, sound @both', async ({ desk, page, axe }) => {
  await desk.open('/nhat-ky');
  await desk.sign_in('kiemtra');
  await desk.at('audit.title');
  const chain = page.locator('.audit-chain');
  await expect(chain.locator('.audit-hash')).toHaveText(/^\d+:[0-9a-f]{64}$/, { timeout: 30_000 });
  await expect(chain).toMatchAriaSnapshot({ name: `audit-chain-${desk.lang}.aria.yml` });
  await desk.press('audit.check');
  await expect(chain.locator('.notice-ok')).toContainText(
    desk.say('audit.check_sound', { done: '|' }).split('|')[1]!.trim(),
    { timeout: 30_000 },
  );
  await axe(page);
});

test('a chain that is broken is said in words, with what to do', async ({ desk, page, axe }) => {
  // What the server answers then is held by its own tests, on a database that was tampered with.
  const faults = ['gap', 'removed', 'changed', 'end', 'signature', 'inserted', 'lost'];
  await page.route('**/api/desk/audit/check*', async (route) => {
    const kind = faults.shift();
    const fault = { kind, sequence: 1234, entry_id: '00ab' };
    await route.fulfill({ json: { state: 'broken', checked: 1234, fault } });
  });
  await desk.open('/nhat-ky');
  await desk.sign_in('kiemtra');
  await desk.at('audit.title');
  const told = page.locator('.audit-chain .notice-danger');
  for (const kind of [...faults]) {
    await desk.press('audit.check');
    await expect(told).toContainText(desk.say(`audit.fault_${kind}`, { number: '1.234', entry: '00ab' }));
    await expect(told).toContainText(desk.say('audit.check_broken_text'));
  }
  await axe(page);
});

test('nobody else sees it; the auditor sees nothing else', async ({ desk, page }) => {
  await desk.open('/nhat-ky');
  await desk.sign_in();
  await expect(page.getByText(desk.say('audit.not_yours'))).toBeVisible();
  await page.getByRole('button', { name: desk.say('sign_out') }).click();
  await desk.at('sign_in_title');
  await desk.sign_in('kiemtra');
  await desk.at('audit.title');
  await desk.open('/the');
  await desk.at('audit.title');
});

test('the person reads who has looked and why, without a name @both', async ({ desk, page, server, who, axe }) => {
  const visit = await book(server, who);
  await page.goto(`${desk.lang === 'en' ? '/en' : ''}/lich-hen/${visit.reference}#${visit.key}`);
  const line = page.locator('summary').filter({ hasText: desk.say('looks.title.other', { count: '1' }).split('1')[0]!.trim() });
  await expect(page.getByText(visit.reference).first()).toBeVisible();
  await expect(line).toHaveCount(0);
  const colleague = await officer(server);
  await colleague.send('POST', `/api/desk/dossiers/${visit.reference}/reveal`, { reason: 'correction' });
  // The open page learns it by itself.
  await expect(line).toBeVisible({ timeout: 30_000 });
  await line.click();
  const told = page.locator('details[open]').filter({ has: line });
  await expect(told).toContainText(desk.say('looks.role_intake_officer'));
  await expect(told).toContainText('PC06');
  await expect(told).toContainText(desk.say('looks.reason_correction'));
  await expect(page.getByText('Cán bộ Thử Nghiệm')).toHaveCount(0);
  await axe(page);
});
