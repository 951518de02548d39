import { Citizen } from '../support/citizen.js';
import { expect, test as base } from '../support/test.js';

const test = base.extend<{ citizen: Citizen }>({
  citizen: async ({ page, server, who }, use, info) => {
    const lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    await use(new Citizen(page, server, who, lang));
  },
});

test('another day gives that day’s fee with its law, and leads back to today @both', async ({ citizen, page, axe }) => {
  await citizen.needs({ situation: 'lost', holds: 'identity_card' });
  await expect(page.locator('.visit-facts')).toContainText('35');
  await page.getByText(citizen.say('due.as_of.title'), { exact: true }).click();
  await citizen.press('due.as_of.show');
  await expect(page.locator('#as_of-error')).toBeVisible();
  await citizen.date('as_of', ['1', '1', '2020']);
  await citizen.press('due.as_of.show');
  await expect(page.locator('#as_of-error')).toContainText(citizen.say('due.as_of.too_early'));
  await citizen.date('as_of', ['1', '1', '2027']);
  await citizen.press('due.as_of.show');
  await expect(page.getByText(citizen.say('due.as_of.shown', { date: '01/01/2027' }))).toBeVisible();
  await expect(page.locator('.visit-facts')).toContainText('70');
  await expect(page.locator('.visit-facts')).toContainText('73/2024/TT-BTC');
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `as-of-${citizen.lang}.aria.yml` });
  // Nothing is booked by the rules of another day.
  await expect(page.getByRole('link', { name: citizen.say('due.result.choose_place') })).toHaveCount(0);
  await page.reload();
  await expect(page.getByText(citizen.say('due.as_of.shown', { date: '01/01/2027' }))).toBeVisible();
  await page.getByRole('link', { name: citizen.say('due.as_of.today') }).click();
  await expect(page.locator('.visit-facts')).toContainText('35');
  await expect(page.getByRole('link', { name: citizen.say('due.result.choose_place') })).toBeVisible();
  await page.goBack();
  await expect(page.locator('.visit-facts')).toContainText('70');
});

test('on another day another question may be open', async ({ citizen, page, axe }) => {
  // A child of five today: as of two years later a level-2 account is possible and asked about.
  await citizen.needs({ birth: ['1', '1', '2022'], holds: 'nothing' });
  await page.goto('/dat-lich/nhu-cau?tinh=2028-06-01');
  await citizen.at('due.as_of.one_more');
  await axe(page);
  await page.getByRole('link', { name: citizen.say('needs.account.title') }).click();
  await page.locator('input[value="no"]').check();
  await citizen.go_on();
  await expect(page).toHaveURL(/nhu-cau\?tinh=2028-06-01$/);
  await expect(page.getByText(citizen.say('due.as_of.shown', { date: '01/06/2028' }))).toBeVisible();
});
