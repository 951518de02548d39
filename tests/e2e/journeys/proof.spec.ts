import type { Page } from '@playwright/test';
import { Citizen } from '../support/citizen.js';
import { Server } from '../support/server.js';
import { expect, test as base } from '../support/test.js';

/** Every place, code and look-up is asked a proof for, of the usual cost. */
const ASK_ALWAYS = `[limits]
proof_hold_source = 0
proof_phone_code_source = 0
proof_tracking_code_source = 0
`;

const test = base.extend<{ citizen: Citizen }, { server: Server }>({
  server: [
    async ({}, use) => {
      const server = await Server.start(ASK_ALWAYS);
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  citizen: async ({ page, server, who }, use, info) => {
    const lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    await use(new Citizen(page, server, who, lang));
  },
});

/** Up to the times of the first day. */
async function to_times(citizen: Citizen): Promise<void> {
  await citizen.needs();
  await citizen.choose_place();
  await citizen.office();
  await citizen.page.locator('button.day').first().click();
  await expect(citizen.page.locator('.times button.slot').first()).toBeVisible();
}

/** How often the worker's file was asked for. */
function fetched(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => (count += Number(request.url().endsWith('/proof.js'))));
  return () => count;
}

test('somebody who is asked for a proof notices a few quiet seconds @both', async ({ citizen, page, axe, server, who }) => {
  const workers = fetched(page);
  await to_times(citizen);
  expect(workers(), 'nothing is fetched before it is asked for').toBe(0);
  const answers: number[] = [];
  page.on('response', (response) => response.url().endsWith('/api/holds') && answers.push(response.status()));
  // The page must go on living meanwhile: the longest time between two looks at the clock.
  await page.evaluate(() => {
    const seen = { last: performance.now(), longest: 0 };
    setInterval(() => {
      const now = performance.now();
      seen.longest = Math.max(seen.longest, now - seen.last);
      seen.last = now;
    }, 20);
    Object.assign(window, { seen });
  });
  const begun = Date.now();
  await page.locator('.times button.slot').first().click();
  const note = page.locator('#announcer.announcer-seen');
  await expect(note).toHaveText(citizen.say('errors.checking'));
  await citizen.at('booking.person.title');
  expect(Date.now() - begun, 'milliseconds until the place is kept').toBeLessThan(15_000);
  await expect(note).toHaveCount(0);
  expect(answers).toEqual([429, 201]);
  expect(workers()).toBe(1);
  const longest = await page.evaluate(() => (window as unknown as { seen: { longest: number } }).seen.longest);
  expect(longest, 'the page is never held up').toBeLessThan(1_000);
  await axe(page);
  // The code for the phone is asked a proof for, too; it arrives all the same.
  await citizen.details();
  await citizen.at('booking.phone.title');
  await expect(page.locator('#code')).toBeVisible({ timeout: 20_000 });
  await page.locator('#code').fill(await server.code(who.phone));
  await citizen.press('booking.phone.confirm');
  await citizen.at('booking.check.title');
});

test('where no worker runs the way out is named, and nothing is lost @both', async ({ citizen, page, axe }) => {
  await to_times(citizen);
  await page.route('**/proof.js', (route) => route.abort());
  await page.locator('.times button.slot').first().click();
  const summary = page.locator('#error-summary');
  await expect(summary).toContainText(citizen.say('errors.problem.proof_required'));
  await expect(summary).toContainText('1900');
  await expect(page.locator('#announcer.announcer-seen')).toHaveCount(0);
  await axe(page);
  await expect(page.locator('.times button.slot').first()).toBeVisible();
  await page.unroute('**/proof.js');
  await page.locator('.times button.slot').first().click();
  await citizen.at('booking.person.title');
});

test('whoever leaves ends the work', async ({ citizen, page }) => {
  await to_times(citizen);
  // Work for a day, as no server of ours asks for.
  const challenge = '1.hold_source.4102444800.24.256.AAAAAAAAAAAAAAAAAAAAAA.00';
  const body = { type: '/problems/proof_required', code: 'proof_required', status: 429, retry_after_s: 600, challenge };
  let asked = 0;
  await page.route('**/api/holds', (route) => {
    asked += 1;
    return route.fulfill({ status: 429, contentType: 'application/problem+json', body: JSON.stringify(body) });
  });
  await page.locator('.times button.slot').first().click();
  await expect(page.locator('#announcer.announcer-seen')).toHaveText(citizen.say('errors.checking'));
  await expect.poll(() => page.workers().length).toBe(1);
  await page.getByRole('link', { name: citizen.say('common.back') }).click();
  await citizen.at('booking.place.title');
  await expect.poll(() => page.workers().length).toBe(0);
  await expect(page.locator('#announcer.announcer-seen')).toHaveCount(0);
  expect(asked, 'nothing is sent for somebody who has left').toBe(1);
});

test('a look-up by reference is asked for a proof of its own', async ({ citizen, page, axe }) => {
  await citizen.open('/tra-cuu');
  await page.locator('#code').fill('000-000-001');
  await citizen.date('birth_date', ['15', '8', '1985']);
  await citizen.press('find.do');
  await expect(page.locator('#error-summary')).toContainText(citizen.say('find.no_match'));
  await axe(page);
});
