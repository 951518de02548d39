import { Citizen } from '../support/citizen.js';
import { expect, test as base } from '../support/test.js';

/** What is asked of the network; the development build looks for a newer one of itself. */
/** What says where somebody is or looks; the offices' news are the same for everybody. */
function keep(sent: string[], url: string): void {
  if (!/\/(dev-build-id\.txt|api\/offices\/news)$/.test(url)) sent.push(url);
}

const test = base.extend<{ citizen: Citizen }>({
  citizen: async ({ page, server, who }, use, info) => {
    const lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    await use(new Citizen(page, server, who, lang));
  },
});

test('a place without a known office is told so plainly, and gets the nearest known ones @both', async ({ citizen, page, axe }) => {
  await citizen.needs();
  await citizen.choose_place();
  // Typing asks the server nothing.
  const sent: string[] = [];
  page.on('request', (request) => keep(sent, request.url()));
  await page.locator('#search').fill('hoan kiem, ha noi');
  await expect(page.locator('.notice-title')).toContainText('Hoàn Kiếm');
  await expect(page.getByText(citizen.say('booking.place.elsewhere'))).toBeVisible();
  await expect(page.locator('.place').first()).toHaveAttribute('data-office', 'dn-pc06');
  await expect(page.locator('.place')).toHaveCount(6);
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `finder-elsewhere-${citizen.lang}.aria.yml` });
  for (const [typed, office] of [['258 tran hung dao', 'hcm-pc06'], ['Ngũ Hành Sơn', 'dn-ngu-hanh-son'], ['q.10', 'hcm-quan-10'], ['bien hoa', 'hcm-di-an']] as const) {
    await page.locator('#search').fill(typed);
    await expect(page.locator('.place').first()).toHaveAttribute('data-office', office);
  }
  expect(sent).toEqual([]);
});

test('the whole name of a province leads to it, and a place of the same name is one press away', async ({ citizen, page, axe }) => {
  await citizen.needs();
  await citizen.choose_place();
  const title = page.locator('.notice-title');
  for (const [typed, place] of [['Thanh Hóa', 'Thanh Hóa'], ['khanh hoa', 'Khánh Hòa'], ['TP Vinh', 'Thành phố Vinh, Nghệ An'], ['tỉnh Phú Thọ', 'Phú Thọ']] as const) {
    await page.locator('#search').fill(typed);
    await expect(title).toHaveText(citizen.say('booking.place.none_in', { place }));
  }
  await axe(page);
  await page.getByRole('button', { name: 'Phường Phú Thọ, TP. Hồ Chí Minh', exact: true }).click();
  await expect(page.locator('#search')).toHaveValue('Phường Phú Thọ, TP. Hồ Chí Minh');
  await expect(page.locator('#results')).toBeFocused();
  await expect(page.locator('.place').first()).toHaveAttribute('data-office', /^hcm-/);
  await expect(page.locator('.place').first()).toContainText(citizen.say('booking.place.step_free_unknown'));
  await expect(title).toHaveCount(0);
});

test('near me asks only after a tap, and sends the place nowhere', async ({ citizen, page, context, axe }) => {
  await citizen.needs();
  await citizen.choose_place();
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 16.02, longitude: 108.25 });
  const sent: string[] = [];
  page.on('request', (request) => keep(sent, request.url()));
  await page.locator('#search').fill('quan 1');
  await citizen.press('booking.place.near');
  await expect(page.locator('#results')).toHaveText(citizen.say('booking.place.near_title'));
  await expect(page.locator('#results')).toBeFocused();
  await expect(page.locator('.place').first()).toHaveAttribute('data-office', 'dn-ngu-hanh-son');
  await expect(page.locator('#search')).toHaveValue('');
  await axe(page);
  expect(sent).toEqual([]);
  await page.locator('#search').fill('quan 10');
  await expect(page.locator('.place').first()).toHaveAttribute('data-office', 'hcm-quan-10');
});

test('a refused place says what else can be done', async ({ citizen, page, context, axe }) => {
  await citizen.needs();
  await citizen.choose_place();
  await context.clearPermissions();
  await citizen.press('booking.place.near');
  await expect(page.locator('#near-wrong')).toBeVisible();
  await axe(page);
  await page.locator('#search').fill('quan 10');
  await expect(page.locator('.place').first()).toHaveAttribute('data-office', 'hcm-quan-10');
});
