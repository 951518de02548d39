import { at, button, by_password, test } from '../support/account.js';
import { book, type Visit } from '../support/book.js';
import { activateAccount, approveAccount, officer, receive } from '../support/case.js';
import { fits } from '../support/fits.js';
import { Officer } from '../support/officer.js';
import type { Persona } from '../support/persona.js';
import type { Server } from '../support/server.js';
import { expect } from '../support/test.js';
import { words } from '../support/words.js';

const CHILD = 'Nguyễn Bé Thử';

/** A child of nine on the parent's phone, booked and asked an account for. */
async function child_of(server: Server, who: Persona): Promise<{ child: Persona; visit: Visit }> {
  const child: Persona = { ...who, name: CHILD, number: `097217${who.number.slice(-6)}`, birth: { day: '15', month: '8', year: '2017' } };
  const visit = await book(server, child, { reason: 'new_6_14', ageGroup: 'from_6_to_13', representative: who.name });
  return { child, visit };
}

const recorded = (who: Persona) => ({
  full_name: who.name,
  personal_number: who.number,
  relation: 'mother',
  proof: 'birth_certificate',
  card_shown: true,
});

test('a representative reads, consents with the passcode, sees the child\'s card, and stops it again @both', async ({ page, server, who, here, axe }) => {
  test.slow();
  const say = (path: string, values = {}) => here.say(`children.${path}`, values);
  // Both are received in one morning: the ministry takes its time once.
  const own = await book(server, who);
  const { child, visit } = await child_of(server, who);
  for (const one of [own, visit]) await receive(server, one);
  for (const one of [own, visit]) await approveAccount(server, one);
  await activateAccount(server, who);

  await by_password(page, here, who);
  await page.getByRole('link', { name: here.say('account.children_open'), exact: true }).click();
  await at(page, say('title'));
  await expect(page.getByRole('heading', { level: 2, name: say('none') })).toBeVisible();
  await axe(page);
  const desk = await officer(server);
  await desk.send('POST', `/api/desk/dossiers/${visit.reference}/representatives`, recorded(who));
  await page.reload();
  const mine = page.getByRole('region', { name: CHILD });
  await expect(mine).toContainText(say('text.activate'));
  await expect(mine).not.toContainText(child.number);
  await mine.getByText(say('rights'), { exact: true }).click();
  await expect(mine).toContainText(/Điều 7 Nghị định 69|Decree 69\/2024\/NĐ-CP, article 7/);
  await expect(mine).toContainText('2031');
  await axe(page);
  await fits(page);
  await expect(mine).toMatchAriaSnapshot({ name: `child-waits-${here.lang}.aria.yml` });

  // Wrong turns: nothing ticked, then another's passcode; what was ticked stays.
  await button(page, say('read')).click();
  await expect(page.locator('#consent-title')).toBeFocused();
  await button(page, say('consent_do')).click();
  await expect(page.locator('#error-summary').getByRole('link')).toHaveCount(2);
  await axe(page);
  await fits(page);
  await page.locator('#agreed').check();
  await page.locator('#passcode').fill('000000');
  await button(page, say('consent_do')).click();
  await expect(page.locator('#error-summary')).toContainText(here.say('fields.passcode_wrong'));
  await expect(page.locator('#agreed')).toBeChecked();
  await page.locator('#passcode').fill(who.passcode);
  await page.locator('#passcode').press('Enter');
  await expect(page.locator('#children-said')).toContainText(say('consented'));
  await expect(mine).toContainText(say('step.in_use', { level: '2' }));
  expect(await server.message(who.phone, /Da dong y cho dung tai khoan/)).toContain('Nguyen Be Thu');
  await axe(page);

  await button(page, say('show')).click();
  await expect(mine).toContainText(child.number);
  await expect(mine).toContainText(say('papers_none'));
  await axe(page);
  await fits(page);
  await expect(mine).toMatchAriaSnapshot({ name: `child-in-use-${here.lang}.aria.yml` });

  // The child's e-ID: nothing is ticked that is no child's, and who checks is told what was ticked.
  await page.getByRole('link', { name: say('show_e_id'), exact: true }).click();
  await at(page, here.say('showing.title'));
  await expect(page.locator('#main')).toContainText(here.say('showing.child', { name: CHILD }));
  await expect(page.getByLabel(here.say('showing.claim.age_over_18'))).toHaveCount(0);
  await axe(page);
  await fits(page);
  await page.getByLabel(here.say('showing.claim.residence')).check();
  await button(page, here.say('showing.make')).click();
  await expect(page.locator('#error-summary')).toContainText(here.say('showing.residence_none'));
  await page.getByLabel(here.say('showing.claim.residence')).uncheck();
  await button(page, here.say('showing.make')).click();
  await expect(page.locator('.drawn-code')).toBeVisible();
  const token = await page.locator('.showing-token').textContent();
  const asked = await page.request.post(`${server.baseURL}/api/attestations/check`, {
    data: { token, checker: 'Nhà nghỉ Mẫu' },
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
  expect(await asked.json()).toEqual({ state: 'valid' });
  await expect(page.locator('section[aria-labelledby=past]')).toContainText('Nhà nghỉ Mẫu');
  await axe(page);
  await page.getByRole('link', { name: here.say('common.back') }).click();
  // And a paper, asked for and answered under the child's name.
  await page.getByRole('link', { name: say('papers_ask'), exact: true }).click();
  await at(page, here.say('wallet.title'));
  await expect(page.locator('#main')).toContainText(here.say('wallet.child', { name: CHILD }));
  await axe(page);
  await page.goto(`${page.url()}&loai=birth_certificate`);
  await button(page, here.say('wallet.ask')).click();
  await expect(page.locator('#main .tag').first()).toHaveText(here.say('wallet.state.integrated'), { timeout: 30_000 });
  await expect(page.locator('#main')).toContainText(here.say('wallet.child_shown_only'));
  await axe(page);
  expect(await server.message(who.phone, /Vi cua/)).toContain('Vi cua Nguyen Be Thu');
  await here.open(page, '/tai-khoan/con');

  // Stopping asks once, and needs no passcode.
  await button(page, say('withdraw')).click();
  await expect(page.getByRole('dialog')).toContainText(CHILD);
  await axe(page);
  await page.getByRole('dialog').getByRole('button', { name: say('withdraw_do') }).click();
  await expect(page.locator('#children-said')).toContainText(say('withdrawn'));
  await expect(mine).not.toContainText(child.number);
  await expect(button(page, say('show'))).toHaveCount(0);

  // A court ends it while the page is open: the page says that something has changed, and shows nothing any more.
  const { representatives } = await desk.send<{ representatives: { id: string }[] }>('GET', `/api/desk/dossiers/${visit.reference}/representatives`);
  await desk.send('POST', `/api/desk/dossiers/${visit.reference}/representatives/${representatives[0]!.id}/end`, { reason: 'court' });
  await button(page, say('read')).click();
  await page.locator('#agreed').check();
  await page.locator('#passcode').fill(who.passcode);
  await button(page, say('consent_do')).click();
  await expect(page.locator('#children-said')).toContainText(say('changed'));
  await expect(mine).toHaveCount(0);
});

test('the officer records who stands there with the child, and ends it with a reason', async ({ page, server, who, here, axe }) => {
  const desk = new Officer(page, here.lang);
  const say = (path: string, values = {}) => words(here.lang, `represent.${path}`, values);
  const { child, visit } = await child_of(server, who);
  await desk.open(`/ho-so/${visit.reference}`);
  await desk.sign_in();
  await desk.dossier(visit);
  const section = page.getByRole('region', { name: say('title'), exact: true });
  await expect(section).toContainText(say('none'));
  await section.getByRole('button', { name: say('record'), exact: true }).click();
  await section.getByRole('button', { name: say('save'), exact: true }).click();
  await expect(section.locator('#error-summary').getByRole('link')).toHaveCount(5);
  await axe(page);
  await fits(page);
  await section.locator('#full_name').fill(who.name);
  await section.locator('#personal_number').fill(child.number);
  await section.locator('#relation').selectOption('guardian');
  await section.locator('#proof').selectOption('birth_certificate');
  await section.locator('#card_shown').check();
  await section.getByRole('button', { name: say('save'), exact: true }).click();
  await expect(section.locator('#error-summary')).toContainText(say('proof_hint'));
  await section.locator('#proof').selectOption('decision');
  await section.getByRole('button', { name: say('save'), exact: true }).click();
  await expect(section.locator('#error-summary')).toContainText(say('repeated'));
  await section.locator('#personal_number').fill(who.number);
  await section.getByRole('button', { name: say('save'), exact: true }).click();
  await expect(section).toContainText(say('relation.guardian'));
  await expect(section).not.toContainText(who.number);
  await axe(page);
  await section.getByRole('button', { name: say('end'), exact: true }).click();
  const dialog = page.getByRole('dialog').filter({ hasText: say('end_title') });
  await dialog.getByRole('button', { name: say('end_do'), exact: true }).click();
  await expect(dialog.locator('#error-summary')).toBeVisible();
  await axe(page);
  await dialog.locator('input[value=court]').check();
  await dialog.getByRole('button', { name: say('end_do'), exact: true }).click();
  await expect(section).toContainText(say('none'));
  expect(await server.message(who.phone, /khong con dai dien/)).toContain('toa an');
});
