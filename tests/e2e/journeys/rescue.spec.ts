import { fits_in_the_dark } from '../support/fits.js';
import { test as base } from '../support/here.js';
import { expect } from '../support/test.js';

interface Answer {
  id: string;
  title: string;
  troubles: string[];
  steps: string[];
  bring: string[];
  basis: string[];
  ways: { to: string; words: string }[];
}

interface Tree {
  questions: { id: string; title: string; choices: { to: string; words: string }[] }[];
  answers: Answer[];
}

const test = base.extend<{ tree: Tree }>({
  tree: async ({ server, here }, use) => {
    await use((await (await fetch(`${server.baseURL}/api/rescue/${here.lang}`)).json()) as Tree);
  },
});
// Other suites look into the page's requests, which a service worker would hide from them; here it must work.
test.use({ serviceWorkers: 'allow' });

test('from what went wrong to a booking with the need chosen, by keyboard, on one sheet, without a network @both', async ({ page, tree, axe, here, context }) => {
  test.slow();
  const find = (id: string) => tree.answers.find((answer) => answer.id === id)!;
  const named = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  const heading = (name: string) => expect(named(name)).toBeFocused();
  await here.open('/tro-giup');
  await page.getByRole('link', { name: here.say('help.tool_rescue') }).click();
  const [first] = tree.questions;
  await heading(first!.title);
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `rescue-start-${here.lang}.aria.yml` });
  // By keyboard alone: from the heading to the first choice.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const code = tree.questions.find((question) => question.id === 'code')!;
  await heading(code.title);
  await axe(page);
  await page.getByRole('link', { name: code.choices[1]!.words, exact: true }).click();
  const gone = find('old-number-gone');
  await heading(gone.title);
  for (const line of [...gone.steps, ...gone.bring]) await expect(page.locator('#main')).toContainText(line);
  await expect(page.locator('#main')).toContainText('E16');
  await axe(page);
  await page.locator('details summary').click();
  for (const line of gone.basis) await expect(page.getByText(line)).toBeVisible();
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `rescue-answer-${here.lang}.aria.yml` });
  await fits_in_the_dark(page, axe);

  // On paper: one sheet, with the addresses.
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.print-only').getByText('/dat-lich?can=account_only')).toBeVisible();
  const sheet = await page.pdf({ format: 'A4' });
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: null });

  // Without a network, also after a reload, on every answer.
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.open('eid-answers')).keys()).length), { timeout: 20_000 })
    .toBe(3);
  await context.setOffline(true);
  await page.reload();
  await expect(named(gone.title)).toBeVisible();
  for (const id of ['phone-lost', 'overdue', 'card-expired', 'child-6-13']) {
    await here.open(`/cuu-ho-tai-khoan?chon=${id}`);
    await expect(named(find(id).title)).toBeVisible();
  }
  await context.setOffline(false);

  // Back leads to the question before; the way on knows what brings the person.
  await here.open('/cuu-ho-tai-khoan?chon=card-lost');
  await page.locator('.rescue-ways a').first().click();
  await expect(page).toHaveURL(/\/dat-lich$/);
  await page.locator('input[value=citizen]').check();
  await page.locator('#main form button[type=submit]').click();
  for (const [part, value] of [['day', '15'], ['month', '8'], ['year', '1985']] as const) {
    await page.locator(`#birth_date-${part}`).fill(value);
  }
  await page.locator('#main form button[type=submit]').click();
  await page.locator('input[value=identity_card]').check();
  await page.locator('#main form button[type=submit]').click();
  await expect(page.locator('input[value=lost]')).toBeChecked();
});

test('every answer of the tree stands on one sheet, without a network and without opening the page anew', async ({ page, tree, here, context }) => {
  test.slow();
  await here.open('/cuu-ho-tai-khoan');
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.open('eid-answers')).keys()).length), { timeout: 20_000 })
    .toBe(3);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: tree.questions[0]!.title, exact: true })).toBeVisible();
  await page.evaluate(() => Object.assign(window, { same: true }));
  expect(tree.answers.length).toBeGreaterThan(20);
  for (const answer of tree.answers) {
    await page.evaluate((id) => {
      history.pushState(null, '', `${location.pathname}?chon=${id}`);
      window.dispatchEvent(new PopStateEvent('popstate'));
    }, answer.id);
    await expect(page.getByRole('heading', { level: 1, name: answer.title, exact: true })).toBeVisible();
    for (const line of [...answer.steps, ...answer.bring]) await expect(page.locator('#main')).toContainText(line);
    const sheet = await page.pdf({ format: 'A4' });
    expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g), answer.id).toHaveLength(1);
  }
  expect(await page.evaluate(() => 'same' in window)).toBe(true);
});

test('wrong turns: messages have their pages, dead ends lead here, odd addresses do not @both', async ({ page, tree, axe, here }) => {
  test.slow();
  for (const code of ['E01', 'E05', 'E12', 'E17', 'E22']) {
    const answer = tree.answers.find((one) => one.troubles.includes(code))!;
    await here.open(`/cuu-ho-tai-khoan?loi=${code.toLowerCase()}`);
    await expect(page.getByRole('heading', { level: 1, name: answer.title, exact: true })).toBeVisible();
    await expect(page.locator('.rescue-ways a').first()).toBeVisible();
  }
  // A message that people report is a topic of the help, with its way out.
  await here.open('/tro-giup');
  await page.getByText(here.say('help.e16_q'), { exact: true }).click();
  await page.locator('details[open]').getByRole('link', { name: here.say('help.way_out') }).click();
  await expect(page).toHaveURL(/\?loi=E16$/);
  await page.locator('.back').click();
  const code = tree.questions.find((question) => question.id === 'code')!;
  await expect(page.getByRole('heading', { level: 1, name: code.title, exact: true })).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(/\?loi=E16$/);

  await here.open('/cuu-ho-tai-khoan?chon=nothing-of-ours');
  await expect(page.getByRole('heading', { level: 1, name: here.say('rescue.unknown') })).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: here.say('rescue.again') }).click();
  await expect(page.getByRole('heading', { level: 1, name: tree.questions[0]!.title, exact: true })).toBeFocused();
  await here.open('/cuu-ho-tai-khoan?loi=E99');
  await expect(page.getByRole('heading', { level: 1, name: tree.questions[0]!.title, exact: true })).toBeVisible();

  // From where people get stuck: activation.
  await here.open('/kich-hoat');
  await page.getByRole('link', { name: here.say('activation.way_out_start') }).click();
  await expect(page).toHaveURL(/\/cuu-ho-tai-khoan$/);
});
