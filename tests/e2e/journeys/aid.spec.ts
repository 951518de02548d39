import { book } from '../support/book.js';
import { activateAccount, approveAccount, officer, receive } from '../support/case.js';
import { Citizen } from '../support/citizen.js';
import { fits } from '../support/fits.js';
import { button, fresh, heading, manager, summary, test } from '../support/stops.js';
import { expect } from '../support/test.js';
import { words } from '../support/words.js';

const HEADER = 'Số định danh;Họ và tên;Ngày sinh;Đối tượng;Xã phường;Từ ngày;Đến ngày;Điện thoại';
const DAYS = '01/01/2026;31/12/2027';

test('a half-good list is taken over in its good half, people are written to, and who is on it books without a fee @both @desk-vi', async ({ page, server, who, desk, here, axe }) => {
  test.slow();
  const say = (path: string, values = {}) => words(here.lang, `lists.${path}`, values);
  await manager(desk, '/an-sinh');
  await expect(heading(page, say('title'))).toBeVisible();
  await axe(page);
  await fits(page);
  const id = fresh();
  const rows = [
    HEADER,
    `${who.number};${who.name};15/08/1985;Hộ nghèo;26740;${DAYS};${who.phone}`,
    `98158${id};Trần Thị Mẫu;31/02/1958;hộ giàu;Phường Không Có;${DAYS};0283838383`,
    `098158${id};Trần Thị Mẫu;1958;Người có công;Phường Sài Gòn, TP. Hồ Chí Minh;${DAYS};`,
  ];
  const file = { name: 'an-sinh.csv', mimeType: 'text/csv', buffer: Buffer.from('\ufeff' + rows.join('\r\n')) };
  await page.setInputFiles('#file', file);
  await expect(page.getByRole('status').filter({ hasText: 'an-sinh.csv' })).toBeVisible();
  await button(page, say('look')).click();
  const list = page.locator('#aid-list');
  await expect(list).toBeFocused();
  for (const column of ['personal_number', 'birth_date', 'kind', 'commune', 'phone']) await expect(list).toContainText(say(`column_${column}`));
  await expect(list).toContainText(say('line', { line: '3' }));
  await expect(list).toMatchAriaSnapshot({ name: `aid-list-${here.lang}.aria.yml` });
  await axe(page);
  await fits(page);
  await button(page, say('confirm.other', { count: '2' })).click();
  await expect(list).toContainText(say('done.other', { count: '2' }));
  await axe(page);
  // The same again changes nothing.
  await button(page, say('another')).click();
  await page.setInputFiles('#file', file);
  await expect(page.locator('#csv')).toHaveValue(/Trần Thị Mẫu/);
  await button(page, say('look')).click();
  await expect(list).toContainText(say('nothing'));

  // Masked, and one message to who has a phone.
  const masked = `${who.number.slice(0, 3)}*****${who.number.slice(-4)}`;
  const row = page.locator('.desk-row').filter({ hasText: masked });
  await expect(row).toContainText(say('missing_card'));
  await expect(page.locator('#main table')).not.toContainText(who.name);
  await page.getByRole('button', { name: new RegExp(say('missing_card')) }).click();
  await page.getByRole('button', { name: new RegExp(say('tell.other', { count: '\\d+' }).replace('people', '(people|person)')) }).click();
  await expect(page.locator('#said')).not.toBeEmpty();
  await expect(row.locator('.tag')).toBeVisible({ timeout: 15_000 });
  await axe(page);

  // The person books with the phone that the list knows: no fee, and why.
  const citizen = new Citizen(page, server, who, here.lang);
  await citizen.to_check();
  const fee = page.locator('#main').getByText(words(here.lang, 'due.free.poor_household'));
  await expect(fee).toContainText('73/2024/TT-BTC');
  await axe(page);
  await citizen.book();
  const why = words(here.lang, 'tracking.slip.fee_free', { why: words(here.lang, 'tracking.exempt.poor_household') });
  await expect(page.locator('.slip')).toContainText(why);
});

test('the page of social assistance tells the lists, and links an account by the passcode @both', async ({ page, server, who, here, axe }) => {
  test.slow();
  const say = (path: string, values = {}) => words(here.lang, `aid.${path}`, values);
  const csv = `${HEADER}\n${who.number};${who.name};1985;Hộ nghèo;26740;${DAYS};\n`;
  const desk = await officer(server, 'truong');
  const { seen } = await desk.send<{ seen: string }>('POST', '/api/desk/aid/preview', { csv });
  await desk.send('POST', '/api/desk/aid', { csv, seen });
  const visit = await book(server, who);
  await receive(server, visit);
  await approveAccount(server, visit);
  await activateAccount(server, who);

  await here.open('/tai-khoan/tro-cap');
  await expect(page).toHaveURL(/\/dang-nhap$/);
  await page.locator('#personal_number').fill(who.number);
  await page.locator('#password').fill(who.password);
  await page.locator('#main form button[type=submit]').first().click();
  await page.getByRole('link', { name: words(here.lang, 'account.aid_open') }).click();
  await expect(heading(page, say('title'))).toBeFocused();
  await expect(page.getByRole('heading', { level: 3, name: say('kind.poor_household') })).toBeVisible();
  await expect(page.locator('#main')).toContainText(say('fee_free'));
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `aid-${here.lang}.aria.yml` });
  await axe(page);
  await fits(page);

  // Wrong turns: everything at once, then another holder, then a wrong passcode; what is typed stays.
  await button(page, say('payout_link')).click();
  await button(page, say('link_do')).click();
  await expect(summary(page).getByRole('link')).toHaveCount(4);
  await axe(page);
  await page.getByLabel('VNPT Money').check();
  await expect(page.getByLabel(say('number_wallet'))).toBeVisible();
  await page.getByLabel('Vietcombank').check();
  await page.locator('#number').fill('1903 4567 8901');
  await page.locator('#holder').fill('TRAN THI MAU');
  await page.locator('#passcode').fill('000000');
  await button(page, say('link_do')).click();
  await expect(summary(page)).toContainText(words(here.lang, 'fields.holder_other'));
  await page.locator('#holder').fill('NGUYEN VAN THU NGHIEM');
  await button(page, say('link_do')).click();
  await expect(summary(page)).toContainText(words(here.lang, 'fields.passcode_wrong'));
  await expect(page.locator('#number')).toHaveValue('1903 4567 8901');
  await fits(page);
  await page.locator('#passcode').fill(who.passcode);
  await button(page, say('link_do')).click();
  await expect(page.locator('#payout-said')).toContainText(say('linked'));
  await expect(page.locator('#main')).toContainText(say('payout_ends', { ends: '8901' }));
  await expect(page.locator('#main')).not.toContainText('4567');
  await axe(page);

  // And removed, with the passcode again.
  await button(page, say('payout_remove')).click();
  await page.locator('#passcode').fill(who.passcode);
  await button(page, say('remove_do')).click();
  await expect(page.locator('#payout-said')).toContainText(say('removed'));
  await expect(button(page, say('payout_link'))).toBeVisible();
});
