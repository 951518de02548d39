import { test as base, expect } from '../support/test.js';
import { Citizen } from '../support/citizen.js';

const test = base.extend<{ citizen: Citizen }>({
  citizen: async ({ page, server, who }, use, info) => {
    const lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    await use(new Citizen(page, server, who, lang));
  },
});

test('from the first question to the receipt, every page accessible @both', async ({ citizen, page, axe, server, who }, info) => {
  test.slow();
  const suffix = info.project.name;
  await citizen.needs({}, () => axe(page));
  await citizen.at('due.result.book');
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `booking-result-${suffix}.aria.yml` });
  await citizen.choose_place();
  await expect(page.locator('.place').first()).toBeVisible();
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `booking-place-${citizen.lang}.aria.yml` });
  await citizen.office();
  await expect(page.locator('button.day').first()).toBeVisible();
  // The next free day and time are said aloud, too.
  const [before] = citizen.say('booking.time.first_free').split('{');
  await expect(page.locator('#announcer')).toHaveText(new RegExp(`^${before}.*\\d+:\\d\\d`));
  await axe(page);
  await page.locator('button.day').first().click();
  // The focus moves to the times, which have appeared below.
  await expect(page.locator('#times')).toBeFocused();
  await expect(page.locator('.times .slot').first()).toBeVisible();
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `booking-time-${citizen.lang}.aria.yml` });
  await page.locator('.times .slot').first().click();
  await citizen.at('booking.person.title');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.locator('#birth_date-year')).toHaveValue(who.birth.year);
  await axe(page);
  await expect(page.locator('#main form')).toMatchAriaSnapshot({ name: `booking-person-${suffix}.aria.yml` });
  await citizen.details();
  await expect(page.locator('#code')).toBeVisible();
  await expect(page.locator('#code')).toHaveAttribute('autocomplete', 'one-time-code');
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `booking-phone-${citizen.lang}.aria.yml` });
  await citizen.prove();
  await citizen.at('booking.check.title');
  await axe(page);
  await expect(page.locator('#main')).toMatchAriaSnapshot({ name: `booking-check-${citizen.lang}.aria.yml` });
  const reference = await citizen.book();
  await expect(page.getByText(reference).first()).toBeVisible();
  expect(await server.message(who.phone, new RegExp(reference))).toContain(reference);

  // Back does not book twice: nothing is left of the journey.
  await page.goBack();
  await citizen.at('needs.status.title');
  await expect(page.locator('input:checked')).toHaveCount(0);
});

test('outcomes without a visit say so and lead on', async ({ citizen, page, axe }) => {
  expect(await citizen.needs({ status: 'foreigner' })).toEqual(['status']);
  await citizen.at('due.result.not_eligible');
  await axe(page);
  // Of Vietnamese origin: no card, but all that is known of the certificate.
  expect(await citizen.needs({ status: 'origin_undetermined' })).toEqual(['status']);
  await citizen.at('due.result.certificate');
  const facts = page.locator('.visit-facts');
  for (const fact of ['paper.population_form', 'result.who_certificate', 'result.biometrics', 'result.fee_free']) await expect(facts).toContainText(citizen.say(`due.${fact}`));
  await expect(facts).toContainText(/7 (ngày làm việc|working days)/);
  await expect(facts).toContainText(/Điều 38|art\. 38/);
  await expect(page.getByText(citizen.say('due.note.certificate_for_child'))).toBeVisible();
  await axe(page);
  await citizen.needs({ status: 'citizen', birth: ['5', '5', '2024'], holds: 'nothing' });
  await citizen.at('due.result.online');
  await expect(page.getByRole('link', { name: citizen.say('due.result.choose_place') })).toHaveCount(0);
  await axe(page);
  await citizen.needs({ situation: 'merger', wants_new_print: 'no', account: 'no' });
  await citizen.at('due.result.nothing');
  await expect(page.getByText(citizen.say('due.note.nobody_must_change_after_merger'))).toBeVisible();
  await axe(page);
});

test('a child comes with a representative, who is named', async ({ citizen, page }) => {
  await citizen.needs({ birth: ['5', '5', '2016'], holds: 'nothing', account: 'no' });
  await expect(page.getByText(citizen.say('due.result.who_with_representative'))).toBeVisible();
  await citizen.choose_place();
  await citizen.office();
  await citizen.time(1);
  await citizen.details();
  await expect(page.locator('#representative_name-error')).toContainText(citizen.say('booking.person.representative_required'));
  await page.locator('#representative_name').fill('Trần Thị Thử');
  await citizen.go_on();
  await citizen.at('booking.phone.title');
});

test('questions: no answer, impossible and future dates are named; what was typed stays @both', async ({ citizen, page, axe }) => {
  await citizen.open('/dat-lich');
  await citizen.go_on();
  await expect(page.locator('#error-summary')).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(`^${citizen.say('common.error_word')}`));
  await axe(page);
  await page.locator('#error-summary a').click();
  await expect(page.locator('input[name=answer]').first()).toBeFocused();
  await page.locator('input[value=citizen]').check();
  await citizen.go_on();
  await citizen.at('needs.birth.title');
  await citizen.date('birth_date', ['31', '2', '1985']);
  await citizen.go_on();
  await expect(page.locator('#birth_date-error')).toContainText(citizen.say('fields.date_impossible'));
  await expect(page.locator('#birth_date-day')).toHaveValue('31');
  await citizen.date('birth_date', ['1', '1', '2190']);
  await citizen.go_on();
  await expect(page.locator('#birth_date-error')).toContainText(citizen.say('fields.date_future'));
  await axe(page);
  await citizen.date('birth_date', ['1', '1', '1990']);
  await citizen.go_on();
  await citizen.at('needs.holds.title');
});

test('back goes through the questions with their answers; changing one leads straight back to the result', async ({ citizen, page }) => {
  await citizen.needs();
  await page.goBack();
  await citizen.at('needs.exemptions.title');
  await page.goBack();
  await citizen.at('needs.data_right.title');
  await expect(page.locator('input[value=yes]')).toBeChecked();
  await page.goBack();
  await page.getByRole('link', { name: citizen.say('common.back') }).click();
  await citizen.at('needs.card_date.title');
  await expect(page.locator('#expires_on-year')).toHaveValue('2045');
  await citizen.open('/dat-lich/nhu-cau');
  await page.getByText(citizen.say('due.result.answers_title')).click();
  await page.getByRole('link', { name: new RegExp(citizen.say('needs.answer.account')) }).click();
  await page.locator('input[value=no]').check();
  await citizen.go_on();
  await citizen.at('due.result.book');
  await expect(page.getByText(citizen.say('needs.service.card_and_account'))).toHaveCount(0);
});

test('offices are found with and without diacritics, by old districts and streets @both', async ({ citizen, page, axe }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await citizen.needs();
  expect(fetched.filter((path) => path.startsWith('/data/'))).toEqual([]);
  await citizen.choose_place();
  await expect(page.locator('.place').first()).toBeVisible();
  const first = page.locator('.place').first();
  // From here on every keystroke is answered on the device.
  fetched.length = 0;
  for (const query of ['quận 10', 'quan 10', 'Q.10', 'Diên Hồng', 'dien hong']) {
    await page.locator('#search').fill(query);
    await expect(first, query).toHaveAttribute('data-office', 'hcm-quan-10');
    await expect(first.locator('.place-why')).not.toBeEmpty();
  }
  await page.locator('#search').fill('258 tran hung dao');
  await expect(first).toHaveAttribute('data-office', 'hcm-pc06');
  // A house and a street that nobody knows lead on to their ward, and that is said.
  await page.locator('#search').fill('7 Đường Không Ai Biết, Diên Hồng');
  await expect(first).toHaveAttribute('data-office', 'hcm-quan-10');
  await expect(page.locator('#main section .hint').first()).toContainText('Diên Hồng');
  // A place without an office we know gets the nearest ones; of what is no place it is said that it is not known.
  await page.locator('#search').fill('cau giay ha noi');
  await expect(first).toHaveAttribute('data-office', 'dn-pc06');
  await page.locator('#search').fill('zzqq xxww');
  await expect(page.getByText(citizen.say('booking.place.unknown', { typed: 'zzqq xxww' }))).toBeVisible();
  expect(fetched.filter((path) => path !== '/dev-build-id.txt'), 'requests while typing').toEqual([]);
  await expect(first).toBeVisible();
  await axe(page);
  await page.locator('#search').fill('');
  await expect(page.locator('.place').nth(5)).toBeVisible();
  const shown = await page.locator('.place').count();
  await page.locator('#main section').getByRole('button').last().click();
  await expect.poll(() => page.locator('.place').count()).toBeGreaterThan(50);
  await expect(page.locator('.place').nth(shown).locator('h3')).toBeFocused();
});

test('a time that went meanwhile: the next free ones are offered, nothing is lost', async ({ citizen, page, axe, server }) => {
  await citizen.needs();
  await citizen.choose_place();
  await citizen.office('hcm-quan-10', 'quan 10');
  await page.locator('button.day').nth(2).click();
  const slot = page.locator('.times .slot').nth(1);
  const time = (await slot.getAttribute('data-value'))!;
  const date = (await page.locator('button.day').nth(2).getAttribute('data-value'))!;
  await takeAll(server.baseURL, 'hcm-quan-10', `${date}T${time}`);
  await slot.click();
  await expect(page.locator('#lost')).toBeFocused();
  await expect(page.locator('#lost')).toContainText(citizen.say('booking.time.taken', { time: time.slice(0, 5) }));
  await axe(page);
  // The list is fresh: the time is not offered again.
  await expect(page.locator(`.times .slot[data-value="${time}"]`)).toHaveCount(0);
  await page.locator('#lost .slot').first().click();
  await citizen.at('booking.person.title');
});

/** Holds every place that an office has left at a time. */
async function takeAll(baseURL: string, office: string, startsAt: string): Promise<void> {
  for (let i = 0; i < 20; i++) {
    const answer = await fetch(`${baseURL}/api/holds`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ office_id: office, starts_at: startsAt, service: 'card_and_account', age_group: 'from_14_to_59' }),
    });
    if (answer.status === 409) return;
    if (!answer.ok) throw new Error(`hold: ${answer.status}`);
  }
  throw new Error('the time has no end of places');
}
