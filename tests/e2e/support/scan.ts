import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Citizen } from './citizen.js';

/** A drawn card of nobody, and what its code says. */
export const CARD = resolve(import.meta.dirname, '../fixtures/card.png');
/** The code of a web page. */
export const FOREIGN = CARD.replace('card.png', 'foreign.png');
export const TEXT = readFileSync(CARD.replace('.png', '.txt'), 'utf8');
export const [NUMBER, , NAME, BIRTH] = TEXT.split('|') as [string, string, string, string];
/** The three lines of a made-up card: 098 belongs to no province. */
export const LINES = [
  'IDVNM0850001235098085000123<<0',
  '8508155M9912315VNM<<<<<<<<<<<4',
  'NGUYEN<<VAN<THU<<<<<<<<<<<<<<<',
];

/** From the details to the open panel. */
export async function open(citizen: Citizen): Promise<void> {
  await citizen.to_details();
  await citizen.press('booking.person.scan');
  await expect(citizen.page.getByRole('heading', { name: citizen.say('scan.title') })).toBeFocused();
}

export async function filled(page: Page): Promise<void> {
  await expect(page.locator('#full_name')).toHaveValue(NAME);
  await expect(page.locator('#personal_number')).toHaveValue(NUMBER);
  await expect(page.locator('#birth_date-day')).toHaveValue(String(Number(BIRTH.slice(0, 2))));
  await expect(page.locator('#birth_date-year')).toHaveValue(BIRTH.slice(4));
}

export async function paste(citizen: Citizen, text: string): Promise<void> {
  const { page } = citizen;
  if (!(await page.locator('#scan_text').isVisible())) await page.getByText(citizen.say('scan.paste.open')).click();
  await page.locator('#scan_text').fill(text);
  await citizen.press('scan.paste.read');
}
