import type { Page } from '@playwright/test';
import { Api, officer } from '../support/case.js';
import { Citizen } from '../support/citizen.js';
import { Officer } from '../support/officer.js';
import { type Persona } from '../support/persona.js';
import { pause, type Server } from '../support/server.js';
import { fillHomeVisit as fill } from '../support/home_visit.js';
import { expect, test as base } from '../support/test.js';
import { type Lang, words } from '../support/words.js';

interface Here {
  lang: Lang;
  say: (path: string, values?: Record<string, string>) => string;
  home: (path: string, values?: Record<string, string>) => string;
  open: (path: string) => Promise<void>;
}

const test = base.extend<{ here: Here; desk: Officer }>({
  here: async ({ page }, use, info) => {
    const lang: Lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    await use({
      lang,
      say: (path, values = {}) => words(lang, `stops.${path}`, values),
      home: (path, values = {}) => words(lang, `home_visit.${path}`, values),
      open: async (path) => void (await page.goto((lang === 'en' ? '/en' : '') + path)),
    });
  },
  desk: async ({ page }, use, info) => {
    await use(new Officer(page, String(info.project.use.locale).startsWith('en') ? 'en' : 'vi'));
  },
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first();
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const summary = (page: Page) => page.locator('#error-summary');

/** A working day of the server's clock, some days ahead: no holiday, no weekend. */
async function dayAhead(server: Server, ahead: number): Promise<string> {
  const { today } = await new Api(server).send<{ today: string }>('GET', '/api/config');
  let at = Date.parse(today) + 86_400_000 * ahead;
  const closed = (day: Date) => day.getUTCDay() % 6 === 0 || ['11-24', '01-01'].includes(day.toISOString().slice(5, 10));
  while (closed(new Date(at))) at += 86_400_000;
  return new Date(at).toISOString().slice(0, 10);
}

let serial = 0;
/** Digits that no other test of this run has. */
const fresh = (): string => String((Date.now() + 7919 * serial++) % 1_000_000).padStart(6, '0');

/** A stop planned through the API. */
async function stop(server: Server, kind: string, isPublic: boolean, name: string): Promise<{ id: string; date: string }> {
  const desk = await officer(server, 'truong');
  const date = await dayAhead(server, 12);
  const body = { kind, name, street: '12 Đường Mẫu', commune_code: '26758', date, from: '08:00', to: '10:00', stations: '2', is_public: isPublic };
  return { ...(await desk.send<{ id: string }>('POST', '/api/desk/stops', body)), date };
}

async function manager(desk: Officer, path: string): Promise<void> {
  await desk.open(path);
  await desk.sign_in('truong');
}

/** The link of the newest message to a phone that has one. */
async function link(server: Server, phone: string, part: string): Promise<string> {
  for (let i = 0; i < 60; i++) {
    const all = await server.messages();
    const found = all.find((one) => one.to.endsWith(phone.slice(1)) && one.body.includes(part));
    if (found) return found.body.match(/https?:\/\/[^/]+(\/\S+)/)![1]!;
    await pause(250);
  }
  throw new Error(`no ${part} for ${phone}`);
}

test('a half-good class list books its good rows alone, and again changes nothing @both', async ({ page, server, desk, here, axe }) => {
  test.slow();
  const date = await dayAhead(server, 12);
  const name = `THCS Thử Nghiệm ${fresh()}`;
  await manager(desk, '/diem-luu-dong');
  await expect(heading(page, here.say('title'))).toBeVisible();
  await expect(page.locator('#commune_code')).not.toHaveValue('');
  await axe(page);

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

test('who cannot walk asks, is put onto a round, and reads when the team comes @both', async ({ page, server, who, desk, here, axe }) => {
  test.slow();
  const place = await stop(server, 'home', false, `Khu phố 4 ${fresh()}`);
  await here.open('/yeu-cau-tai-nha');
  await expect(heading(page, here.home('title'))).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: here.home('begin') }).click();
  await expect(heading(page, here.home('form_title'))).toBeFocused();
  await expect(page.locator('form')).toMatchAriaSnapshot({ name: `home-visit-form-${here.lang}.aria.yml` });
  await axe(page);
  await button(page, here.home('go_on')).click();
  for (const field of ['wrong_cause', 'wrong_ground', 'wrong_commune', 'wrong_street', 'wrong_declared']) {
    await expect(summary(page)).toContainText(here.home(field));
  }
  await axe(page);
  await fill(page, who);
  await button(page, here.home('go_on')).click();
  await expect(heading(page, here.home('code_title'))).toBeFocused();
  await axe(page);
  // Back to the form: nothing is lost.
  await button(page, here.home('edit')).click();
  await expect(page.locator('#street')).toHaveValue('12/3 Đường Mẫu');
  await server.advance(61);
  await button(page, here.home('go_on')).click();
  await page.locator('#code').fill('000000');
  await button(page, here.home('code_send')).click();
  await expect(page.locator('#code-error')).toBeVisible();
  await page.locator('#code').fill(await server.code(who.phone));
  await button(page, here.home('code_send')).click();
  await expect(heading(page, here.home('status_title'))).toBeVisible();
  await expect(page.getByText(here.home('open_title'))).toBeVisible();
  expect(page.url()).toMatch(/yeu-cau-tai-nha\/[\w-]+#.+/);
  const status = new URL(page.url());
  await axe(page);
  await page.reload();
  await expect(page.getByText(here.home('open_title'))).toBeVisible();

  await manager(desk, '/tai-nha');
  await expect(heading(page, here.say('home_title'))).toBeVisible();
  const reference = status.pathname.split('/').at(-1)!;
  const row = page.locator('.home-wish').filter({ hasText: reference });
  await expect(row).not.toContainText('Đường Mẫu');
  await expect(row).not.toContainText(who.name);
  await axe(page);
  await row.getByRole('button', { name: here.say('home_reveal') }).click();
  await axe(page);
  await page.locator('dialog button[type=submit]').click();
  await expect(row).toContainText('12/3 Đường Mẫu');
  // Nobody chosen, no stop chosen.
  await button(page, here.say('home_plan_do')).click();
  await expect(summary(page)).toContainText(here.say('home_wrong_nobody'));
  await expect(summary(page)).toContainText(here.say('home_wrong_stop'));
  await row.locator('input[type=checkbox]').check();
  await page.locator('#stop').selectOption(place.id);
  await button(page, here.say('home_plan_do')).click();
  await expect(page.locator('#said')).toContainText(/\S/);
  await expect(row).toHaveCount(0);
  await axe(page);

  // The team finds the way: the stop's page opens the address for a reason, too.
  await desk.open(`/diem-luu-dong/${place.id}`);
  await expect(page.locator('.desk-row')).toHaveCount(1);
  await expect(page.locator('.desk-row')).not.toContainText('Đường Mẫu');
  await page.getByRole('button', { name: here.say('home_reveal') }).click();
  await page.locator('dialog button[type=submit]').click();
  await expect(page.locator('.desk-row')).toContainText('12/3 Đường Mẫu');
  await axe(page);

  await page.goto(status.pathname + status.hash);
  await expect(page.getByText(here.home('planned_title'))).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: here.home('planned_link') }).click();
  await expect(page.locator('.slip')).toContainText('Khu phố 4');
});

/** A wish made through the API. */
async function wish(server: Server, who: Persona): Promise<{ reference: string; key: string }> {
  const api = new Api(server);
  const sent = await api.send<{ id: string }>('POST', '/api/phone-codes', { phone: who.phone, lang: 'vi' });
  const code = await server.code(who.phone);
  const { proof } = await api.send<{ proof: string }>('POST', `/api/phone-codes/${sent.id}/confirm`, { code });
  return api.send('POST', '/api/home-visits', {
    applicant: { full_name: who.name, personal_number: who.number, birth_date: '1985-08-15', otp_phone: who.phone },
    cause: 'elderly',
    service: 'card',
    ground: 're_lost',
    street: '12/3 Đường Mẫu',
    commune_code: '26758',
    phone_proof: proof,
    lang: 'vi',
    declared: true,
  });
}

test('a wish is refused with a reason that the person reads; without its key nothing is told', async ({ page, server, who, desk, here, axe }) => {
  const { reference, key } = await wish(server, who);
  await here.open(`/yeu-cau-tai-nha/${reference}#${key.slice(0, -2)}xx`);
  await expect(page.getByText(here.home('no_access'), { exact: true })).toBeVisible();
  await axe(page);
  await manager(desk, '/tai-nha');
  const row = page.locator('.home-wish').filter({ hasText: reference });
  await row.getByRole('button', { name: here.say('home_refuse') }).click();
  await page.locator('#refusal').fill('x');
  await page.locator('dialog button[type=submit]').click();
  await expect(summary(page)).toContainText(here.say('cancel_wrong'));
  await axe(page);
  await page.locator('#refusal').fill('Ngoài địa bàn của tổ');
  await page.locator('dialog button[type=submit]').click();
  await expect(page.locator('#said')).toContainText(reference);
  await expect(row).toHaveCount(0);
  await here.open(`/yeu-cau-tai-nha/${reference}#${key}`);
  await expect(page.getByText('Ngoài địa bàn của tổ')).toBeVisible();
  await axe(page);
  // Nobody may ask twice at once; after a refusal they may, and take it back by themselves.
  await server.advance(61);
  const again = await wish(server, who);
  await here.open(`/yeu-cau-tai-nha/${again.reference}#${again.key}`);
  await page.locator('summary').filter({ hasText: here.home('withdraw') }).click();
  await button(page, here.home('withdraw_do')).click();
  await expect(page.locator('#said')).toContainText(here.home('withdrawn'));
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
