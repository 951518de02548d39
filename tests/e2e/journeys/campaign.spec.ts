import { officer } from '../support/case.js';
import { Citizen } from '../support/citizen.js';
import { fits } from '../support/fits.js';
import { fillHomeVisit as fill } from '../support/home_visit.js';
import { button, dayAhead, fresh, heading, link, manager, stop, summary, test } from '../support/stops.js';
import { expect } from '../support/test.js';
import { words } from '../support/words.js';

test('a half-good class list books its good rows alone, and again changes nothing @both', async ({ page, server, desk, here, axe }) => {
  test.slow();
  const date = await dayAhead(server, 12);
  const name = `THCS Thử Nghiệm ${fresh()}`;
  await manager(desk, '/diem-luu-dong');
  await expect(heading(page, here.say('title'))).toBeVisible();
  await expect(page.locator('#commune_code')).not.toHaveValue('');
  await axe(page);
  await fits(page);
  await expect(page.locator('#main form')).toMatchAriaSnapshot({ name: `stops-form-${here.lang}.aria.yml` });

  // Wrong turns: everything is named at once, what is typed stays.
  await page.locator('#name').fill(name);
  await page.locator('#stations').fill('99');
  await page.locator('#to').fill('07:00');
  await button(page, here.say('plan_do')).click();
  for (const field of ['wrong_street', 'wrong_date', 'wrong_to', 'wrong_stations']) {
    await expect(summary(page)).toContainText(here.say(field));
  }
  await expect(page.locator('#name')).toHaveValue(name);
  await axe(page);
  await page.locator('#street').fill('12 Đường Mẫu');
  await page.locator('#date').fill(date);
  await page.locator('#to').fill('10:00');
  await page.locator('#stations').fill('2');
  await button(page, here.say('plan_do')).click();
  await expect(page.locator('#said')).toContainText(name);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(heading(page, name)).toBeVisible();
  await axe(page);

  // What is no list is refused whole, and what was pasted stays.
  await button(page, here.say('csv_look')).click();
  await expect(summary(page)).toContainText(here.say('csv_empty'));
  await page.locator('#csv').fill('Họ tên,Lớp\nNguyễn Văn Thử,9A');
  await button(page, here.say('csv_look')).click();
  await expect(summary(page)).toContainText(here.say('column_birth_date'));
  await expect(page.locator('#csv')).toHaveValue(/Nguyễn Văn Thử/);
  await axe(page);
  await page.setInputFiles('#file', { name: 'lop9.xlsx', mimeType: 'text/csv', buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0xff, 0xfe]) });
  await expect(summary(page)).toContainText(here.say('csv_not_text'));

  const id = fresh();
  const rows = [
    'Họ và tên;Số định danh cá nhân;Ngày sinh;Lớp;SĐT phụ huynh',
    `Nguyễn Thị Thử;098311${id};01/03/2011;9A;0981${id}`,
    `Trần Văn Mẫu;98311${id};31/02/2011;9A;0283838383`,
    `Lê Văn Ví Dụ;098211${id};05/12/2020;8A;0982${id}`,
    `Phạm Thị Thử;098312${id};02/03/2011;9A;0983${id}`,
    `Nguyễn Thị Thử;098311${id};01/03/2011;9A;0981${id}`,
  ];
  const file = { name: 'lop9.csv', mimeType: 'text/csv', buffer: Buffer.from('\ufeff' + rows.join('\r\n')) };
  await page.setInputFiles('#file', file);
  await expect(page.getByRole('status').filter({ hasText: 'lop9.csv' })).toBeVisible();
  await button(page, here.say('csv_look')).click();
  const groups = page.locator('.class-list-group');
  await expect(groups).toHaveCount(4);
  await expect(page.locator('#class-list')).toBeFocused();
  const wrong = groups.filter({ hasText: 'Trần Văn Mẫu' });
  await expect(wrong).toContainText(here.say('line', { line: '3' }));
  for (const column of ['personal_number', 'birth_date', 'parent_phone']) await expect(wrong).toContainText(here.say(`column_${column}`));
  await expect(groups.filter({ hasText: 'Lê Văn Ví Dụ' })).toContainText('2034');
  await expect(page.locator('#class-list')).toMatchAriaSnapshot({ name: `class-list-${here.lang}.aria.yml` });
  await axe(page);
  // Nothing is stored yet; back leads to the list as it was.
  await expect(page.getByText(here.say('people_none'))).toBeVisible();
  await button(page, here.say('back_to_edit')).click();
  await expect(page.locator('#csv')).toHaveValue(/Phạm Thị Thử/);
  await button(page, here.say('csv_look')).click();
  const book = words(here.lang, 'stops.confirm.other', { count: '2' });
  await button(page, book).click();
  await expect(page.getByRole('heading', { name: here.say('done_title'), exact: true })).toBeVisible();
  await expect(page.locator('.desk-row')).toHaveCount(2);
  await expect(page.locator('.desk-row').first()).toContainText('9A');
  await axe(page);

  // The same list again: nothing is left to do, before and after a reload.
  await page.reload();
  await expect(page.locator('.desk-row')).toHaveCount(2);
  await page.setInputFiles('#file', file);
  await expect(page.locator('#csv')).toHaveValue(/Phạm Thị Thử/);
  await button(page, here.say('csv_look')).click();
  await expect(page.getByText(here.say('nothing'))).toBeVisible();
  await expect(button(page, book)).toHaveCount(0);

  // The parents' link opens the slip, with the school as the place, though it is closed to others.
  await here.open(await link(server, `0981${id}`, '/lich-hen/'));
  await expect(page.locator('.slip')).toContainText(name);
  await expect(page.locator('.slip')).toContainText('08:00');
  await axe(page);
});

test('a public stop is found like any office, with its one day, and cancelled moves its people first', async ({ page, server, who, desk, here, axe }) => {
  test.slow();
  const name = `Nhà văn hóa Thử Nghiệm ${fresh()}`;
  const place = await stop(server, 'hamlet', true, name);
  const citizen = new Citizen(page, server, who, here.lang);
  await citizen.needs();
  await citizen.choose_place();
  await page.locator('#search').fill('nha van hoa thu nghiem');
  const card = page.locator(`.place[data-office="${place.id}"]`);
  await expect(card).toContainText('08:00–10:00');
  await expect(card).toContainText(String(Number(place.date.slice(8))));
  await axe(page);
  await card.getByRole('button').click();
  await expect(page.locator('.day').or(page.locator(`[data-day]`)).first()).toBeVisible();

  await manager(desk, `/diem-luu-dong/${place.id}`);
  await expect(heading(page, name)).toBeVisible();
  // Other hours and another team; what makes no sense is named, and what is typed stays.
  await page.locator('summary').filter({ hasText: here.say('hours') }).click();
  await page.locator('#stations').fill('99');
  await button(page, here.say('hours_do')).click();
  await expect(summary(page)).toContainText(here.say('wrong_stations'));
  await axe(page);
  await page.locator('#stations').fill('1');
  await page.locator('#to').fill('09:00');
  await button(page, here.say('hours_do')).click();
  await expect(page.locator('#said')).toContainText(here.say('hours_changed'));
  await expect(page.getByText('08:00–09:00')).toBeVisible();

  await page.locator('summary').filter({ hasText: here.say('cancel') }).click();
  await button(page, here.say('cancel_do')).click();
  await expect(summary(page)).toContainText(here.say('cancel_wrong'));
  await page.locator('#reason').fill('Trời mưa bão, đường ngập');
  await button(page, here.say('cancel_do')).click();
  await expect(page.locator('.desk-title')).toContainText(here.say('state_cancelled'));
  await expect(page.locator('#class-list')).toHaveCount(0);
  await axe(page);
});

test('with the keyboard alone a list is pasted, seen and booked; an officer is told it is the manager who plans @desktop', async ({ page, server, desk, here }) => {
  test.slow();
  const place = await stop(server, 'school', false, `THPT Thử Nghiệm ${fresh()}`);
  await manager(desk, `/diem-luu-dong/${place.id}`);
  await expect(page.locator('#csv')).toBeVisible();
  const to = async (id: string, name?: string) => {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => ({ id: document.activeElement?.id ?? '', text: document.activeElement?.textContent ?? '' }));
      if (name ? at.text === name : at.id === id) return;
    }
    throw new Error(`the Tab key never came to ${name ?? id}`);
  };
  await page.locator('#main h1').focus();
  await to('file');
  await to('csv');
  const id = fresh();
  await page.keyboard.insertText(`Full name,Personal number,Birth date,Class,Parent's phone\nNguyễn Thị Thử,098313${id},2010-02-03,10A,0984${id}`);
  await to('', here.say('csv_look'));
  await page.keyboard.press('Enter');
  await expect(page.locator('#class-list')).toBeFocused();
  await to('', words(here.lang, here.lang === 'en' ? 'stops.confirm.one' : 'stops.confirm.other', { count: '1' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: here.say('done_title'), exact: true })).toBeVisible();
  await expect(page.locator('#class-list')).toBeFocused();
  await page.locator('.desk-bar .button-text').click();
  await desk.at('sign_in_title');
  await desk.open('/diem-luu-dong');
  await desk.sign_in('canbo');
  await expect(page.getByText(here.say('not_yours'))).toBeVisible();
});
