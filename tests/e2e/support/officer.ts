import { expect, type Page } from '@playwright/test';
import type { Visit } from './book.js';
import { type Lang, words } from './words.js';

/** Somebody of the office at the screen. */
export class Officer {
  constructor(
    readonly page: Page,
    readonly lang: Lang,
  ) {}

  /** A message of the desk. */
  say(path: string, values: Record<string, string> = {}): string {
    return words(this.lang, path.includes('.') ? path : `desk.${path}`, values);
  }

  /** An address of the desk in this person's language. */
  path(path = ''): string {
    return `${this.lang === 'en' ? '/en' : ''}/desk${path}`;
  }

  /** Opens a page of the desk. */
  async open(path = ''): Promise<void> {
    await this.page.goto(this.path(path));
  }

  /** Signs in, from wherever that is asked for. */
  async sign_in(username = 'canbo', password = 'CanBo-2026!'): Promise<void> {
    await this.page.locator('#username').fill(username);
    await this.page.locator('#password').fill(password);
    await this.press('sign_in');
  }

  /** Presses the button of this name. */
  async press(path: string): Promise<void> {
    await this.page.getByRole('button', { name: this.say(path), exact: true }).first().click();
  }

  /** The page with this heading is there. */
  async at(path: string, values: Record<string, string> = {}): Promise<void> {
    const heading = this.page.getByRole('heading', { level: 1, name: this.say(path, values), exact: true });
    await expect(heading).toBeVisible({ timeout: 20_000 });
  }

  /** The day is there, with its list or without. */
  async at_day(): Promise<void> {
    await this.at('day_title');
    await expect(this.page.locator('.skeleton')).toHaveCount(0);
  }

  /** The row, or card, of a visit. */
  row(visit: Visit) {
    return this.page.locator('.desk-row').filter({ hasText: visit.reference });
  }

  /** The dossier of a visit, in a state. */
  async dossier(visit: Visit, state?: string): Promise<void> {
    await this.at('dossier_title', { reference: visit.reference });
    if (!state) return;
    // The page follows the dossier, and what is received goes to the ministry a moment later.
    const states = state === 'received' ? ['received', 'sent_to_ministry'] : [state];
    const said = states.map((one) => this.say(`desk.state.${one}`));
    await expect(this.page.locator('.desk-title .tag')).toHaveText(new RegExp(`^(${said.join('|')})$`));
  }

  /** Gives a reason to see the person. */
  async reveal(reason: string): Promise<void> {
    await this.press('reveal');
    await this.page.locator(`dialog input[value=${reason}]`).check();
    await this.page.locator('dialog button[type=submit]').click();
    await expect(this.page.locator('dialog[open]')).toHaveCount(0);
  }
}
