import { Api } from '../support/case.js';
import { fits } from '../support/fits.js';
import { fillHomeVisit as fill } from '../support/home_visit.js';
import type { Persona } from '../support/persona.js';
import { type Server } from '../support/server.js';
import { button, fresh, heading, link, manager, stop, summary, test } from '../support/stops.js';
import { expect } from '../support/test.js';

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
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `home-visit-open-${here.lang}.aria.yml` });
  await page.reload();
  await expect(page.getByText(here.home('open_title'))).toBeVisible();

  await manager(desk, '/tai-nha');
  await expect(heading(page, here.say('home_title'))).toBeVisible();
  const reference = status.pathname.split('/').at(-1)!;
  const row = page.locator('.home-wish').filter({ hasText: reference });
  await expect(row).not.toContainText('Đường Mẫu');
  await expect(row).not.toContainText(who.name);
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `home-visits-desk-${here.lang}.aria.yml` });
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

  // The round of the day is one sheet to take along; its addresses are opened together, for one reason.
  await desk.open(`/lo-trinh?date=${place.date}`);
  await expect(heading(page, here.say('round'))).toBeVisible();
  await expect(page.locator('.round')).toContainText(here.say('round_hidden'));
  await expect(page.locator('.round')).not.toContainText('12/3');
  await axe(page);
  await fits(page);
  await expect(page.locator('.round').first()).toMatchAriaSnapshot({ name: `round-${here.lang}.aria.yml` });
  await button(page, here.say('round_reveal')).click();
  await axe(page);
  await page.locator('dialog button[type=submit]').click();
  await expect(page.locator('.round')).toContainText('12/3 Đường Mẫu');
  await expect(button(page, here.say('round_reveal'))).toHaveCount(0);
  await axe(page);

  await page.goto(status.pathname + status.hash);
  await expect(page.getByText(here.home('planned_title'))).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: here.home('planned_link') }).click();
  await expect(page.locator('.slip')).toContainText('Khu phố 4');
});

/** A wish made through the API. */
async function wish(server: Server, who: Persona, neighbourhood = ''): Promise<{ reference: string; key: string }> {
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
    neighbourhood,
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

test('a whole neighbourhood is chosen with one box, by keyboard alone @both', async ({ page, server, who, desk, here, axe }) => {
  const n = fresh();
  await stop(server, 'home', false, `Khu phố ${n}`);
  await wish(server, who, `Khu phố ${n}`);
  const neighbour = { ...who, number: `099${who.number.slice(3)}`, phone: `0986${who.phone.slice(4)}` };
  // The same place, as another person spells it.
  await wish(server, neighbour, `KP.${n}`);
  await manager(desk, '/tai-nha');
  const area = page.getByRole('group', { name: `Khu phố ${n}`, exact: true });
  await expect(area.locator('.home-wish')).toHaveCount(2);
  await expect(area).toMatchAriaSnapshot({ name: `home-area-${here.lang}.aria.yml` });
  const boxes = area.getByRole('checkbox');
  const [all, first, second] = [boxes.nth(0), boxes.nth(1), boxes.nth(2)];
  await all.focus();
  await page.keyboard.press('Space');
  await expect(first).toBeChecked();
  await expect(second).toBeChecked();
  await expect(page.getByText(here.say('home_chosen.other', { count: '2' }))).toBeVisible();
  await axe(page);
  await fits(page);
  // One less: the box of all is half full, and fills again.
  await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  await page.keyboard.press('Space');
  await expect(first).not.toBeChecked();
  expect(await all.evaluate((box: HTMLInputElement) => [box.checked, box.indeterminate])).toEqual([false, true]);
  await all.focus();
  await page.keyboard.press('Space');
  await expect(first).toBeChecked();
  await page.keyboard.press('Space');
  await expect(first).not.toBeChecked();
  await expect(second).not.toBeChecked();
});
