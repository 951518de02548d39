import type { Page } from '@playwright/test';
import type { Persona } from './persona.js';

/** Fills in the form for a made-up person who is 41. */
export async function fillHomeVisit(page: Page, who: Persona): Promise<void> {
  await page.locator('#full_name').fill(who.name);
  await page.locator('#personal_number').fill(who.number);
  for (const part of ['day', 'month', 'year'] as const) await page.locator(`#birth_date-${part}`).fill(who.birth[part]);
  await page.locator('input[value=bedridden]').check();
  await page.locator('input[value=ex_from_cmnd]').check();
  await page.locator('#commune_code').fill('cau ong lanh');
  await page.getByRole('option').first().click();
  await page.locator('#street').fill('12/3 Đường Mẫu');
  await page.locator('#neighbourhood').fill('Khu phố 4');
  await page.locator('#otp_phone').fill(who.phone);
  await page.locator('#declared').check();
}
