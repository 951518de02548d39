import { expect, test as base } from '../support/test.js';
import { comes, reaches } from '../support/book.js';
import { Citizen } from '../support/citizen.js';
import { words } from '../support/words.js';

const test = base.extend<{ citizen: Citizen }>({
  citizen: async ({ page, server, who }, use, info) => {
    const lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    await use(new Citizen(page, server, who, lang));
  },
});

test('one person: book, be received, follow the card, activate, sign in @both', async ({
  citizen,
  page,
  server,
  who,
  browser,
  axe,
}) => {
  test.setTimeout(240_000);
  const say = (path: string) => citizen.say(path);

  await citizen.to_check();
  const reference = await citizen.book();
  const key = new URL(page.url()).hash.slice(1);
  await expect(page.locator('.slip')).toContainText(reference);

  // The receipt survives a reload, and a bookmark in another window.
  await page.reload();
  await expect(page.locator('.slip')).toContainText(reference);
  const view = await (
    await fetch(`${server.baseURL}/api/dossiers/${reference}`, { headers: { 'x-access-key': key } })
  ).json();
  const [date, time] = (view.visit.starts_at as string).split('T') as [string, string];
  const visit = { reference, key, date, time: time.slice(0, 5) };
  await comes(server, visit);

  // The officer, at another machine.
  const room = await browser.newContext({ baseURL: server.baseURL, viewport: { width: 1280, height: 900 } });
  const desk = await room.newPage();
  const desk_say = (path: string) => words('vi', path);
  const press = (path: string) => desk.getByRole('button', { name: desk_say(path), exact: true }).first().click();
  await desk.goto('/desk');
  await desk.locator('#username').fill('canbo');
  await desk.locator('#password').fill('CanBo-2026!');
  await press('desk.sign_in');
  await expect(desk.getByRole('heading', { level: 1, name: desk_say('desk.day_title') })).toBeVisible();
  await desk.goto(`/desk/ho-so/${reference}`);
  await press('desk.step_check_in');
  await press('desk.step_start_intake');
  // Personal data is masked until a reason is given.
  await expect(desk.getByText(who.number)).toHaveCount(0);
  await press('desk.reveal');
  await desk.locator('dialog input[value=at_counter]').check();
  await desk.locator('dialog button[type=submit]').click();
  await expect(desk.getByText(who.name).first()).toBeVisible();
  await desk.locator('input[value=matches]').check();
  for (const id of ['biometrics_done', 'form_signed', 'old_card_returned', 'account_form_signed']) {
    await desk.locator(`#${id}`).check();
  }
  await desk.locator('input[name=residence][value=permanent]').check();
  await press('desk.step_receive');
  await expect(desk.locator('#main').getByText(desk_say('desk.done_received'))).toBeVisible();
  await expect(desk.getByText(/G01\.[\d.]+-\d{6}-\d{4,}/).first()).toBeVisible();

  // Seven working days in a minute.
  await desk.goto('/desk/bo');
  await desk.getByRole('radio', { name: desk_say('desk.pace_hurried') }).check();
  await reaches(server, visit, 'in_transit', 90_000);
  await page.reload();
  await expect(page.locator('#steps')).toBeVisible();
  await axe(page);

  await desk.goto(`/desk/ho-so/${reference}`);
  await press('desk.step_card_arrived');
  await reaches(server, visit, 'notified');
  await server.message(who.phone, /the da ve|card/i);
  // No law sets a last day for that, and the card is kept.
  await expect(page.locator('.timeline')).toContainText(say('tracking.timeline.kept').split('{date}')[1]!, { timeout: 20_000 });
  await desk.reload();
  await desk.locator('input[value=slip]').check();
  await desk.locator('#same_person').check();
  await press('desk.step_hand_over');
  await reaches(server, visit, 'handed_over');
  await room.close();

  // The account's notice has come; seven days run.
  await citizen.open('/kich-hoat');
  await page.locator('#personal_number').fill(who.number);
  await page.locator('#phone').fill(who.phone);
  await page.locator('#own_device').check();
  await citizen.press('activation.start.do');
  await page.locator('#code').fill(await server.code(who.phone));
  await citizen.press('activation.code.do');
  await page.locator('#password').fill(who.password);
  await citizen.press('activation.password.do');
  await page.locator('#passcode').fill(who.passcode);
  await page.locator('#again').fill(who.passcode);
  await citizen.press('activation.passcode.do');
  await page.locator('#question_1').selectOption({ index: 1 });
  await page.locator('#answer_1').fill('Trường Làng');
  await page.locator('#question_2').selectOption({ index: 2 });
  await page.locator('#answer_2').fill('Thầy Giả Định');
  await citizen.press('activation.questions.do');
  await expect(page.getByRole('heading', { level: 1, name: say('activation.done.title') })).toBeVisible();
  await axe(page);

  await citizen.open('/dang-nhap');
  await page.locator('#personal_number').fill(who.number);
  await page.locator('#password').fill(who.password);
  await page.locator('main button[type=submit]').click();
  await expect(page).toHaveURL(/\/tai-khoan$/);
  await expect(page.locator('#level')).toContainText('2');
  await axe(page);

  // And every message of the way can be read where the demo shows them.
  await citizen.open('/inbox');
  await expect(page.getByText(reference).first()).toBeVisible();
});
