import { Citizen } from '../support/citizen.js';
import { expect, test as base } from '../support/test.js';

/** What is asked of the network; the development build looks for a newer one of itself. */
function keep(sent: string[], url: string): void {
  if (!url.endsWith('/dev-build-id.txt')) sent.push(url);
}

const test = base.extend<{ citizen: Citizen }>({
  citizen: async ({ page, server, who }, use, info) => {
    const lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    await use(new Citizen(page, server, who, lang));
  },
});

interface Paper {
  kind: string;
  name?: string;
  birth?: [string, string, string];
  number?: string;
}

async function paper(citizen: Citizen, side: 'a' | 'b', given: Paper): Promise<void> {
  await citizen.page.locator(`#${side}_kind`).selectOption(given.kind);
  if (given.name) await citizen.page.locator(`#${side}_name`).fill(given.name);
  if (given.birth) await citizen.date(`${side}_birth`, given.birth);
  if (given.number) await citizen.page.locator(`#${side}_number`).fill(given.number);
}

test('two papers are compared on the device, and nothing is sent @both', async ({ citizen, page, axe }) => {
  await citizen.open('/tro-giup');
  await page.getByRole('link', { name: citizen.say('help.tool_precheck') }).click();
  await citizen.at('precheck.title');
  await axe(page);
  await expect(page.getByRole('main')).toMatchAriaSnapshot({ name: `precheck-form-${citizen.lang}.aria.yml` });
  // Story: people are told that nothing leaves their phone. From here on, nothing may.
  const sent: string[] = [];
  page.on('request', (request) => keep(sent, request.url()));
  await paper(citizen, 'a', { kind: 'birth_certificate', name: 'Nguyễn Văn Thu', birth: ['5', '8', '1985'], number: '020000123' });
  await paper(citizen, 'b', { kind: 'identity_card', name: 'NGUYỄN VĂN THỬ', birth: ['8', '5', '1985'], number: '098085000123' });
  await page.locator('#address').selectOption('old_levels');
  await page.locator('input[value="somebodys"]').check();
  await citizen.press('precheck.submit');
  await expect(page.locator('#found')).toBeFocused();
  for (const one of ['name_marks', 'birth_swapped', 'number_old', 'address_old_levels', 'phone_somebodys']) {
    await expect(page.locator(`[data-mismatch="${one}"]`)).toBeVisible();
  }
  await expect(page.getByText(citizen.say('precheck.found.fix'), { exact: true })).toBeVisible();
  await expect(page.locator('[data-mismatch="name_marks"]')).toContainText(citizen.say('precheck.fixer.commune_police'));
  await expect(page.locator('[data-mismatch="name_marks"]')).toContainText(citizen.say('precheck.proof.birth_certificate'));
  await axe(page);
  await expect(page.locator('section').filter({ has: page.locator('#found') })).toMatchAriaSnapshot({ name: `precheck-found-${citizen.lang}.aria.yml` });
  expect(sent, 'requests after the page had come').toEqual([]);
  // Nothing of the numbers is kept anywhere.
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }) + JSON.stringify({ ...localStorage }));
  expect(kept).not.toContain('020000123');
  expect(kept).not.toContain('098085000123');
});

test('papers that agree are told so, and the way to booking is there', async ({ citizen, page, axe }) => {
  await citizen.open('/kiem-tra-giay-to');
  await paper(citizen, 'a', { kind: 'birth_certificate', name: 'Trần Thị Hoà', birth: ['15', '8', '1985'] });
  await paper(citizen, 'b', { kind: 'account', name: 'Trần Thị Hòa', birth: ['15', '8', '1985'] });
  await citizen.press('precheck.submit');
  await expect(page.getByText(citizen.say('precheck.found.good'), { exact: true })).toBeVisible();
  await axe(page);
  // Another letter, and what was found before is gone.
  await page.locator('#b_name').fill('Trần Thị Hoa');
  await expect(page.locator('#found')).toHaveCount(0);
  await citizen.press('precheck.submit');
  await expect(page.locator('[data-mismatch="name_marks"]')).toBeVisible();
  await page.getByRole('link', { name: citizen.say('precheck.found.book') }).click();
  await citizen.at('needs.status.title');
});

test('wrong fields are named, reload keeps the names, and all can be cleared', async ({ citizen, page, axe }) => {
  await citizen.open('/kiem-tra-giay-to');
  await citizen.press('precheck.submit');
  await expect(page.locator('#error-summary')).toBeFocused();
  await expect(page.locator('#a_kind-error')).toContainText(citizen.say('precheck.kind.choose'));
  await axe(page);
  await paper(citizen, 'a', { kind: 'birth_certificate', name: 'Nguyễn V4n', birth: ['30', '2', '1985'], number: '12345' });
  await paper(citizen, 'b', { kind: 'identity_card' });
  await citizen.press('precheck.submit');
  await expect(page.locator('#a_name-error')).toContainText(citizen.say('fields.name_characters'));
  await expect(page.locator('#a_birth-error')).toContainText(citizen.say('fields.date_impossible'));
  await expect(page.locator('#a_number-error')).toContainText(citizen.say('fields.personal_number_length'));
  await page.locator('#a_name').fill('Nguyễn Văn Thử');
  await citizen.date('a_birth', ['15', '8', '1985']);
  await page.locator('#a_number').fill('');
  await citizen.press('precheck.submit');
  await expect(page.locator('#a_name-error')).toContainText(citizen.say('precheck.nothing'));
  await page.reload();
  await expect(page.locator('#a_name')).toHaveValue('Nguyễn Văn Thử');
  await expect(page.locator('#a_birth-month')).toHaveValue('8');
  await expect(page.locator('#a_kind')).toHaveValue('birth_certificate');
  await citizen.press('precheck.clear');
  await expect(page.locator('#a_name')).toHaveValue('');
  await page.reload();
  await expect(page.locator('#a_name')).toHaveValue('');
});

test('a partial date of birth by keyboard alone', async ({ citizen, page }) => {
  await citizen.open('/kiem-tra-giay-to');
  await citizen.at('precheck.title');
  await page.locator('#a_birth-partial').focus();
  await page.keyboard.press('Space');
  await page.locator('#a_birth-year').focus();
  await page.keyboard.type('1950');
  await page.locator('#a_kind').selectOption('birth_certificate');
  await paper(citizen, 'b', { kind: 'identity_card', birth: ['1', '1', '1950'] });
  await page.locator('#b_number').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-mismatch="birth_partial"]')).toBeVisible();
});
