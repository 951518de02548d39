import { expect, type Page } from '@playwright/test';
import type { Persona } from './persona.js';
import type { Server } from './server.js';
import { type Lang, words } from './words.js';

/** Answers to the questions, by the name in the address; a date has three parts. */
export interface Answers {
  status?: string;
  birth?: [string, string, string];
  holds?: string;
  situation?: string;
  card_date?: 'no_expiry' | ['expires_on' | 'issued_on', string, string, string];
  wants_new_print?: 'yes' | 'no';
  agency_error?: 'yes' | 'no';
  account?: string;
  data_right?: string;
  exemptions?: string[];
}

const USUAL: Required<Answers> = {
  status: 'citizen',
  birth: ['15', '8', '1985'],
  holds: 'chip_cccd',
  situation: 'want_new',
  card_date: ['expires_on', '15', '8', '2045'],
  wants_new_print: 'yes',
  agency_error: 'yes',
  account: 'wants',
  data_right: 'yes',
  exemptions: [],
};

/** A person at the screen: says what is done on each page of the booking journey. */
export class Citizen {
  constructor(
    readonly page: Page,
    readonly server: Server,
    readonly who: Persona,
    readonly lang: Lang,
  ) {}

  /** A message of the product in this person's language. */
  say(path: string, values: Record<string, string> = {}): string {
    return words(this.lang, path, values);
  }

  /** Opens an address in this person's language. */
  async open(path: string): Promise<void> {
    await this.page.goto((this.lang === 'en' ? '/en' : '') + path);
  }

  /** The page with this heading is there. */
  async at(path: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: this.say(path), exact: true })).toBeVisible();
  }

  /** Presses a button. */
  async press(path: string): Promise<void> {
    await this.page.getByRole('button', { name: this.say(path), exact: true }).click();
  }

  async go_on(): Promise<void> {
    await this.press('common.continue');
  }

  /** Fills the three fields of a date. */
  async date(id: string, [day, month, year]: [string, string, string]): Promise<void> {
    await this.page.locator(`#${id}-day`).fill(day);
    await this.page.locator(`#${id}-month`).fill(month);
    await this.page.locator(`#${id}-year`).fill(year);
  }

  /** Answers the question that is shown and goes on. */
  async answer(name: keyof Answers, answers: Required<Answers>): Promise<void> {
    await this.at(`needs.${name}.title`);
    if (name === 'birth') {
      await this.date('birth_date', answers.birth);
    } else if (name === 'card_date') {
      const [kind, ...date] = typeof answers.card_date === 'string' ? [answers.card_date] : answers.card_date;
      await this.page.locator(`input[value="${kind}"]`).check();
      if (date.length === 3) await this.date(kind!, date as [string, string, string]);
    } else if (name === 'exemptions') {
      for (const one of answers.exemptions) await this.page.locator(`#${one}`).check();
    } else {
      await this.page.locator(`input[value="${answers[name]}"]`).check();
    }
    await this.go_on();
  }

  /** Answers whatever is asked until the result is there; `each` looks at every question first. */
  async needs(given: Answers = {}, each: () => Promise<void> = async () => {}): Promise<(keyof Answers)[]> {
    const answers = { ...USUAL, ...given };
    const asked: (keyof Answers)[] = [];
    await this.open('/dat-lich');
    await this.at('needs.status.title');
    for (let i = 0; i < 12; i++) {
      const address = new URL(this.page.url());
      if (!/\/dat-lich$/.test(address.pathname)) break;
      const name = (address.searchParams.get('hoi') ?? 'status') as keyof Answers;
      asked.push(name);
      await this.at(`needs.${name}.title`);
      await each();
      await this.answer(name, answers);
      await this.page.waitForURL((url) => url.href !== address.href);
    }
    await expect(this.page).toHaveURL(/\/dat-lich\/nhu-cau$/);
    return asked;
  }

  /** From the result to the office finder. */
  async choose_place(): Promise<void> {
    await this.page.getByRole('link', { name: this.say('due.result.choose_place') }).click();
    await this.at('booking.place.title');
  }

  /** Finds an office and chooses it. */
  async office(id = 'hcm-pc06', query = 'pc06'): Promise<void> {
    await this.page.locator('#search').fill(query);
    await this.page.locator(`[data-office="${id}"]`).getByRole('button').click();
    await this.at('booking.time.title');
  }

  /** Chooses a day and a time, counted from 0; gives the time's value. */
  async time(day = 0, time = 0): Promise<string> {
    await this.page.locator('button.day').nth(day).click();
    const slot = this.page.locator('.times button.slot').nth(time);
    const value = await slot.getAttribute('data-value');
    await slot.click();
    return value!;
  }

  /** Fills in the details and goes on. */
  async details(): Promise<void> {
    await this.at('booking.person.title');
    await this.page.locator('#full_name').fill(this.who.name);
    await this.page.locator('#personal_number').fill(this.who.number);
    await this.page.locator('#otp_phone').fill(this.who.phone);
    await this.go_on();
  }

  /** Types the code that came and confirms. */
  async prove(): Promise<void> {
    await this.at('booking.phone.title');
    await expect(this.page.locator('#code')).toBeVisible();
    await this.page.locator('#code').fill(await this.server.code(this.who.phone));
    await this.press('booking.phone.confirm');
  }

  /** Everything up to the details, quickly. */
  async to_details(office?: string, query?: string, day = 0): Promise<void> {
    await this.needs();
    await this.choose_place();
    await this.office(office, query);
    await this.time(day);
    await this.at('booking.person.title');
  }

  /** Everything up to checking the answers. */
  async to_check(day = 0): Promise<void> {
    await this.to_details(undefined, undefined, day);
    await this.details();
    await this.prove();
    await this.at('booking.check.title');
  }

  /** Declares and books; gives the reference of the receipt. */
  async book(): Promise<string> {
    await this.page.locator('#declared').check();
    await this.press('booking.check.book');
    await this.page.waitForURL(/\/lich-hen\/[^/]+#.{20,}/);
    return /lich-hen\/([^#]+)#/.exec(this.page.url())![1]!;
  }
}
