import type { BrowserContext, Locator, Page } from '@playwright/test';
import { at, button, by_password, type Here, in_use, test } from '../support/account.js';
import { book, type Visit } from '../support/book.js';
import { approveAccount, officer, receive } from '../support/case.js';
import type { Persona } from '../support/persona.js';
import { pause, type Server } from '../support/server.js';
import { expect } from '../support/test.js';

/** A slow line: whatever changes something takes most of a second, and is counted. */
class SlowLine {
  private readonly sent: string[] = [];

  static async on(page: Page): Promise<SlowLine> {
    const line = new SlowLine();
    await page.route('**/api/**', async (route) => {
      const request = route.request();
      if (request.method() !== 'GET') {
        line.sent.push(`${request.method()} ${new URL(request.url()).pathname}`);
        await pause(600);
      }
      await route.continue();
    });
    return line;
  }

  /** Presses, finds the button busy, and presses again as somebody does to whom it is too slow. */
  async twice(press: Locator): Promise<void> {
    const before = this.sent.length;
    const handle = (await press.elementHandle())!;
    await handle.click();
    expect(await handle.getAttribute('aria-disabled'), 'it says that it works').toBe('true');
    await handle.dispatchEvent('click');
    await expect.poll(() => this.sent.length).toBeGreaterThan(before);
  }

  /** How often that was sent. */
  times(method: string, path: RegExp): number {
    return this.sent.filter((one) => one.startsWith(`${method} `) && path.test(one.slice(method.length + 1))).length;
  }
}

const GUEST = 'Trần Thị Khách';
const send = (page: Page) => page.locator('#main form button[type=submit]').first();

/** A child of nine on the parent's phone. */
async function child_of(server: Server, who: Persona): Promise<Visit> {
  const child: Persona = { ...who, name: 'Nguyễn Bé Thử', number: `097217${who.number.slice(-6)}`, birth: { day: '15', month: '8', year: '2017' } };
  return book(server, child, { reason: 'new_6_14', ageGroup: 'from_6_to_13', representative: who.name });
}

async function approved(server: Server, who: Persona): Promise<void> {
  const visit = await book(server, who);
  await receive(server, visit);
  await approveAccount(server, visit);
}

async function start(page: Page, here: Here, who: Persona): Promise<void> {
  await here.open(page, '/kich-hoat');
  await page.locator('#personal_number').fill(who.number);
  await page.locator('#phone').fill(who.phone);
  await page.locator('#own_device').check();
}

/** A guest, typed on the open page but not filed. */
async function type_guest(page: Page, here: Here): Promise<void> {
  await button(page, here.say('stay.new')).click();
  await page.locator('#full_name').fill(GUEST);
  await page.locator('#personal_number').fill('098085124321');
  await page.locator('#birth_date-day').fill('1');
  await page.locator('#birth_date-month').fill('2');
  await page.locator('#birth_date-year').fill('1990');
  await page.locator('#reason').selectOption({ index: 1 });
  await page.locator('#commune_code').fill('Sài Gòn');
  await page.locator('.combo-list [role=option]').first().click();
  await page.locator('#line').fill('12 Lê Lợi');
}

async function payout(page: Page, here: Here, who: Persona): Promise<void> {
  await here.open(page, '/tai-khoan/tro-cap');
  await button(page, here.say('aid.payout_link')).click();
  await page.getByLabel('Vietcombank').check();
  await page.locator('#number').fill('1903 4567 8901');
  await page.locator('#holder').fill('NGUYEN VAN THU NGHIEM');
  await page.locator('#passcode').fill(who.passcode);
}

test('on a slow line every step of an account says that it works, and is done once', async ({ page, server, who, here }) => {
  test.slow();
  const [own, childs] = [await book(server, who), await child_of(server, who)];
  for (const visit of [own, childs]) await receive(server, visit);
  for (const visit of [own, childs]) await approveAccount(server, visit);
  const line = await SlowLine.on(page);

  await start(page, here, who);
  await line.twice(send(page));
  await at(page, here.say('activation.code.title'));
  await page.locator('#code').fill(await server.code(who.phone));
  await line.twice(send(page));
  await at(page, here.say('activation.password.title'));
  await page.locator('#password').fill(who.password);
  await line.twice(send(page));
  await at(page, here.say('activation.passcode.title'));
  await page.locator('#passcode').fill(who.passcode);
  await page.locator('#again').fill(who.passcode);
  await line.twice(send(page));
  await at(page, here.say('activation.questions.title'));
  await page.locator('#question_1').selectOption('first_school');
  await page.locator('#answer_1').fill('Trường Làng');
  await page.locator('#question_2').selectOption('favourite_dish');
  await page.locator('#answer_2').fill('Bún chả');
  await line.twice(send(page));
  await at(page, here.say('activation.done.title'));
  for (const step of [/activation$/, /activation\/code$/, /activation\/password$/, /passcode$/, /questions$/]) expect(line.times('POST', step), String(step)).toBe(1);

  await here.open(page, '/dang-nhap');
  await page.locator('#personal_number').fill(who.number);
  await page.locator('#password').fill(who.password);
  await line.twice(send(page));
  await at(page, here.say('account.title'));
  expect(line.times('POST', /\/api\/session$/)).toBe(1);

  await here.open(page, '/tai-khoan/trinh');
  await line.twice(send(page));
  await expect(page.locator('.drawn-code')).toBeVisible();
  expect(line.times('POST', /attestations$/)).toBe(1);

  await here.open(page, '/tai-khoan/bao-mat');
  await line.twice(button(page, here.say('security.device_ask')));
  await expect(page.locator('.device-code')).toBeVisible();
  expect(line.times('POST', /device-code$/)).toBe(1);

  await payout(page, here, who);
  await line.twice(send(page));
  await expect(page.locator('#payout-said')).toContainText(here.say('aid.linked'));
  expect(line.times('PUT', /payout/) + line.times('POST', /payout/)).toBe(1);

  await here.open(page, '/tai-khoan/luu-tru');
  await type_guest(page, here);
  await line.twice(send(page));
  await expect(page.locator('#stay-said')).toContainText(GUEST);
  expect(line.times('POST', /stays$/)).toBe(1);

  const desk = await officer(server);
  const recorded = { full_name: who.name, personal_number: who.number, relation: 'mother', proof: 'birth_certificate', card_shown: true };
  await desk.send('POST', `/api/desk/dossiers/${childs.reference}/representatives`, recorded);
  await here.open(page, '/tai-khoan/con');
  await button(page, here.say('children.read')).click();
  await page.locator('#agreed').check();
  await page.locator('#passcode').fill(who.passcode);
  await line.twice(send(page));
  await expect(page.locator('#children-said')).toContainText(here.say('children.consented'));
  expect(line.times('POST', /consent$/)).toBe(1);

  await here.open(page, '/quen-mat-khau');
  await page.locator('#personal_number').fill(who.number);
  await page.locator('#phone').fill(who.phone);
  await line.twice(send(page));
  await at(page, here.say('recover.code_title'));
  await page.locator('#code').fill(await server.code(who.phone));
  await line.twice(send(page));
  await at(page, here.say('recover.answers_title'));
  await page.locator('#answer_1').fill('bun cha');
  await page.locator('#answer_2').fill('truong lang');
  await page.locator('#password').fill('Mat_khau9!');
  await line.twice(send(page));
  await at(page, here.say('recover.done_title'));
  for (const step of [/recovery$/, /recovery\/code$/, /recovery\/password$/]) expect(line.times('POST', step), String(step)).toBe(1);
});

/** Another tab of the same browser. */
async function tab(context: BrowserContext): Promise<Page> {
  return context.newPage();
}

test('two tabs: a step done in the other one is not asked again; signed out in the other one, what is typed stays', async ({ page, server, who, here, context, axe }) => {
  test.slow();
  await approved(server, who);
  await start(page, here, who);
  await send(page).click();
  await at(page, here.say('activation.code.title'));
  await page.locator('#code').fill(await server.code(who.phone));
  await send(page).click();
  await at(page, here.say('activation.password.title'));
  const other = await tab(context);
  await here.open(other, '/kich-hoat');
  await other.getByRole('link', { name: here.say('activation.resume.go'), exact: true }).click();
  await other.locator('#password').fill(who.password);
  await send(other).click();
  await at(other, here.say('activation.passcode.title'));
  // This tab still shows the step that the other one has done.
  await page.locator('#password').fill('Mat_khau_khac1!');
  await send(page).click();
  await expect(page.getByText(here.say('activation.done_before.title'))).toBeVisible();
  await page.getByRole('link', { name: here.say('activation.done_before.go') }).click();
  await page.locator('#passcode').fill(who.passcode);
  await page.locator('#again').fill(who.passcode);
  await send(page).click();
  await at(page, here.say('activation.questions.title'));
  await page.locator('#question_1').selectOption('first_school');
  await page.locator('#answer_1').fill('Trường Làng');
  await page.locator('#question_2').selectOption('favourite_dish');
  await page.locator('#answer_2').fill('Bún chả');
  await send(page).click();
  await at(page, here.say('activation.done.title'));

  // The password of the tab that was first counts.
  await by_password(page, here, who);
  await at(page, here.say('account.title'));
  await here.open(page, '/tai-khoan/luu-tru');
  await type_guest(page, here);
  const third = await tab(context);
  await payout(third, here, who);
  await here.open(other, '/tai-khoan');
  await button(other, here.say('account.sign_out')).click();
  await at(other, here.say('account.sign_in.title'));
  for (const one of [page, third]) {
    await send(one).click();
    await expect(one.locator('.error-summary')).toContainText(here.say('fields.signed_out'));
  }
  await axe(page);
  await expect(page.locator('#full_name')).toHaveValue(GUEST);
  await expect(page.locator('#line')).toHaveValue('12 Lê Lợi');
  await expect(third.locator('#number')).toHaveValue('1903 4567 8901');
  const [signing] = await Promise.all([context.waitForEvent('page'), page.locator('.error-summary').getByRole('link').click()]);
  await signing.locator('#personal_number').fill(who.number);
  await signing.locator('#password').fill(who.password);
  await send(signing).click();
  await at(signing, here.say('account.title'));
  await send(page).click();
  await expect(page.locator('#stay-said')).toContainText(GUEST);
  await send(third).click();
  await expect(third.locator('#payout-said')).toContainText(here.say('aid.linked'));
  for (const one of [other, third, signing]) await one.close();
});

test('back and forth: nothing is done twice, nothing typed is lost, no secret is shown again', async ({ page, server, who, here }) => {
  test.slow();
  await in_use(server, who);
  await here.open(page, '/');
  await page.goto(`${new URL(page.url()).origin}/dang-nhap`);
  await page.locator('#personal_number').fill(who.number);
  await page.locator('#password').fill(who.password);
  await page.locator('#password').press('Enter');
  await at(page, here.say('account.title'));
  // Not back into the form that was sent.
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1, name: here.say('account.title'), exact: true })).toBeVisible();

  const tokens = new Set<string>();
  await page.getByRole('link', { name: here.say('account.show_id') }).click();
  await send(page).click();
  await expect(page.locator('.drawn-code')).toBeVisible();
  tokens.add((await page.locator('.showing-token').textContent())!);
  await page.goBack();
  await at(page, here.say('account.title'));
  await page.goForward();
  await at(page, here.say('showing.title'));
  await expect(page.locator('.drawn-code')).toHaveCount(0);
  for (const token of tokens) expect(await page.content()).not.toContain(token);
  await page.goBack();

  await page.getByRole('link', { name: here.say('account.security.open') }).click();
  await button(page, here.say('security.device_ask')).click();
  const code = await page.locator('.device-code').innerText();
  await page.goBack();
  await at(page, here.say('account.title'));
  await page.goForward();
  await at(page, here.say('security.title'));
  await expect(page.locator('#main')).not.toContainText(code);
  await page.goBack();

  await page.getByRole('link', { name: here.say('account.aid_open') }).click();
  await button(page, here.say('aid.payout_link')).click();
  await page.locator('#passcode').fill(who.passcode);
  await page.goBack();
  await page.goForward();
  await button(page, here.say('aid.payout_link')).click();
  await expect(page.locator('#passcode')).toHaveValue('');
  await page.goBack();

  await page.getByRole('link', { name: here.say('account.stays_open') }).click();
  await type_guest(page, here);
  await page.goBack();
  await at(page, here.say('account.title'));
  await page.goForward();
  await expect(page.locator('#full_name')).toHaveValue(GUEST);
  await expect(page.locator('#line')).toHaveValue('12 Lê Lợi');
  await button(page, here.say('stay.send')).click();
  await expect(page.locator('#stay-said')).toContainText(GUEST);
  await page.goBack();
  await page.goForward();
  await expect(page.locator('section[aria-labelledby=stays]')).toContainText(GUEST);
  await expect(page.locator('section[aria-labelledby=stays] li')).toHaveCount(1);
  await expect(page.locator('#full_name')).toHaveCount(0);
  // Signed out, back shows nothing of the account, and nothing of the guest.
  await type_guest(page, here);
  await page.goBack();
  await button(page, here.say('account.sign_out')).click();
  await at(page, here.say('account.sign_in.title'));
  await page.goBack();
  await expect(page).toHaveURL(/\/dang-nhap$/);
  await by_password(page, here, who);
  await at(page, here.say('account.title'));
  await page.getByRole('link', { name: here.say('account.stays_open') }).click();
  await expect(button(page, here.say('stay.new'))).toBeVisible();
  await expect(page.locator('#full_name')).toHaveCount(0);
});
