import { Citizen } from '../support/citizen.js';
import { expect, test as base } from '../support/test.js';

const test = base.extend<{ citizen: Citizen }>({
  citizen: async ({ page, server, who }, use, info) => {
    const lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    await use(new Citizen(page, server, who, lang));
  },
});

test('what is lost on the way is asked for again under the same key; what never answers is named', async ({ citizen, page }) => {
  // Answers lost on purpose are told by the browser itself.
  await page.clock.install();
  await citizen.needs();
  await citizen.choose_place();
  await citizen.office();
  const keys: string[] = [];
  const key = (request: { headers(): Record<string, string> }) => request.headers()['idempotency-key']!;
  await page.route('**/api/holds', (route) => void keys.push(key(route.request())));
  await citizen.time();
  const late = page.getByText(citizen.say('errors.timeout'));
  await expect(async () => {
    await page.clock.runFor(4_000);
    await expect(late).toBeVisible({ timeout: 200 });
  }).toPass({ timeout: 30_000 });
  expect(keys).toHaveLength(3);

  await page.unroute('**/api/holds');
  await page.route('**/api/holds', async (route) => {
    keys.push(key(route.request()));
    if (keys.length === 4) return route.abort();
    // Done, but nobody heard of it.
    const done = await route.fetch();
    if (keys.length === 5) return route.fulfill({ status: 502, body: '' });
    return route.fulfill({ response: done });
  });
  await page.locator('.times button.slot').first().click();
  await expect(async () => {
    await page.clock.runFor(1_000);
    await citizen.at('booking.person.title');
  }).toPass({ timeout: 20_000 });
  expect(new Set(keys).size, 'one press, one key').toBe(1);
  expect(keys).toHaveLength(6);
});

test('another code: the one before it no longer counts, the newest does', async ({ citizen, page, server, who }) => {
  await page.clock.install();
  await citizen.to_details();
  await citizen.details();
  await citizen.at('booking.phone.title');
  const first = await server.code(who.phone);
  await server.advance(61);
  await page.clock.fastForward('01:01');
  await citizen.press('common.resend');
  const second = await server.code(who.phone);
  await page.locator('#code').fill(first);
  await citizen.press('booking.phone.confirm');
  await expect(page.locator('#code-error')).toContainText(citizen.say('booking.phone.newest'));
  await page.locator('#code').fill(second);
  await citizen.press('booking.phone.confirm');
  await citizen.at('booking.check.title');
});
