import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { book, comes, reaches, type Visit } from '../support/book.js';
import { look, officer } from '../support/case.js';
import { Keyboard } from '../support/keyboard.js';
import { Officer } from '../support/officer.js';
import type { Persona } from '../support/persona.js';
import { Server } from '../support/server.js';
import { expect, test as base } from '../support/test.js';

/** A province whose ministry works with files. */
const test = base.extend<object, { server: Server }>({
  server: [
    async ({}, use) => {
      const server = await Server.start('by_file = true\n');
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
});

const BOOKED = 32;
const WALK_INS = 8;
/** All but who does not come and who is refused. */
const CARDS = BOOKED + WALK_INS - 2;

const crowd = (who: Persona, n: number): Persona => {
  const three = String(n).padStart(3, '0');
  const number = `097085${three}${who.number.slice(-3)}`;
  const phone = `0986${three}${who.phone.slice(-3)}`;
  return { ...who, name: 'Trần Thử Đông', number, phone, secrets: [number, phone] };
};

/** So many below the heads of the columns. */
const rows = (file: string) => file.trim().split('\n').length - 1;

/** What an officer's day is made of, by the keyboard alone. */
class Day {
  readonly received: string[] = [];

  constructor(
    readonly page: Page,
    readonly desk: Officer,
    readonly keys: Keyboard,
  ) {}

  /** A page of the bar. */
  async goes(link: string, heading: string): Promise<void> {
    await this.keys.back_to(this.desk.say(link));
    await this.keys.press('Enter');
    await this.desk.at(heading);
    await this.keys.settled();
  }

  /** From the slip that the person shows to the dossier. */
  async finds(reference: string, state: string): Promise<void> {
    await this.keys.press('/');
    await expect(this.page.locator('#find')).toBeFocused();
    await this.keys.type(reference);
    await this.keys.press('Enter');
    await this.is(reference, state);
  }

  async is(reference: string, state: string): Promise<void> {
    await this.desk.dossier({ reference } as Visit, state);
    await this.keys.settled();
  }

  async does(step: string): Promise<void> {
    await this.does_named(this.desk.say(step));
  }

  async does_named(name: string): Promise<void> {
    await this.keys.to(name);
    await this.keys.press('Enter');
  }

  /** Works at a station. */
  async sits(station: number): Promise<void> {
    await this.does_named(this.desk.say('line.station', { station: String(station) }));
    await expect(this.page.locator('#line-mine')).toBeVisible();
  }

  /** A number for who has not booked. */
  async gives_number(elderly: boolean): Promise<void> {
    await this.keys.press('w');
    const dialog = this.page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    if (elderly) {
      await this.keys.into('#priority');
      await this.keys.press('ArrowDown');
    }
    await this.does('line.give_do');
    await expect(dialog.locator('.line-number')).toBeVisible();
    await this.does('line.close');
    await expect(dialog).toHaveCount(0);
  }

  /** Calls whoever is next and begins; gives their reference, or none for who has no dossier yet. */
  async calls(): Promise<string | null> {
    await this.keys.press('g');
    const now = this.page.locator('#line-mine');
    await expect(now.getByRole('button', { name: this.desk.say('line.serve'), exact: true })).toBeVisible();
    const walked_in = (await now.innerText()).includes(this.desk.say('line.walk_in'));
    await this.keys.press('b');
    if (walked_in) {
      await expect(now.getByRole('button', { name: this.desk.say('line.open_new'), exact: true })).toBeVisible();
      return null;
    }
    await expect(this.page).toHaveURL(/\/desk\/ho-so\//);
    return this.page.url().split('/').pop()!;
  }

  /** Opens the dossier of who stands there without one. */
  async opens(who: Persona): Promise<string> {
    await this.does('line.open_new');
    await this.desk.at('counter.title');
    await this.keys.into('#reason');
    await this.keys.press('Space');
    await this.keys.into('#full_name');
    await this.keys.type(who.name);
    await this.keys.into('#personal_number');
    await this.keys.type(who.number);
    await this.keys.into('#birth_date');
    await this.keys.type(who.birth.day);
    await this.keys.press('Tab');
    await this.keys.type(who.birth.month);
    await this.keys.press('Tab');
    await this.keys.type(who.birth.year);
    await this.keys.into('#otp_phone');
    await this.keys.type(who.phone);
    await this.does('counter.open');
    await expect(this.page).toHaveURL(/\/desk\/ho-so\//);
    return this.page.url().split('/').pop()!;
  }

  /** Compares what the person brings with what they told. */
  async compares(reference: string, downs: number): Promise<void> {
    await this.is(reference, 'in_intake');
    if ((await this.page.locator('#identity').count()) === 0) {
      await this.does('reveal');
      await expect(this.page.getByRole('dialog')).toBeVisible();
      await this.does('reveal');
      await expect(this.page.getByRole('dialog')).toHaveCount(0);
    }
    await expect(this.page.locator('#identity')).toBeVisible();
    await this.keys.into('#identity');
    await this.keys.press('Space');
    for (let i = 0; i < downs; i++) await this.keys.press('ArrowDown');
  }

  async receives(reference: string): Promise<void> {
    await this.compares(reference, 0);
    await this.keys.answer_all(this.desk.say('step_receive'));
    await this.keys.press('Enter');
    await this.is(reference, 'received');
    this.received.push(reference);
  }

  async refuses(reference: string): Promise<void> {
    await this.compares(reference, 2);
    await this.keys.into('#reason');
    await this.keys.type('Not a citizen yet');
    await this.does('step_refuse');
    await this.is(reference, 'refused');
  }

  async asks_correction(reference: string): Promise<void> {
    await this.compares(reference, 1);
    await this.keys.into('#what');
    await this.keys.press('Space');
    await this.keys.into('#papers');
    await this.keys.press('Space');
    await this.does('step_correct');
    await this.is(reference, 'data_correction');
  }

  /** A file of the ministry's, from the page it is brought on to its rows being taken over. */
  async brings(name: string, text: string): Promise<void> {
    await this.keys.into('#file');
    const asked = this.page.waitForEvent('filechooser', { timeout: 10_000 });
    await this.keys.press('Space');
    await (await asked).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await this.desk.at('batches.report_title');
    await expect(this.page.getByText(this.desk.say('batches.confirm_text'))).toBeVisible({ timeout: 20_000 });
    await this.keys.settled();
    await this.does_named(this.desk.say('batches.confirm.other', { count: String(rows(text)) }));
    await expect(this.page.getByText(this.desk.say('batches.sum_applied'), { exact: true })).toBeVisible({ timeout: 30_000 });
  }

  /** A file that a link gives. */
  async takes(link: string): Promise<string> {
    const coming = this.page.waitForEvent('download', { timeout: 10_000 });
    await this.keys.to(this.desk.say(link));
    await this.keys.press('Enter');
    return readFileSync((await (await coming).path())!, 'utf8');
  }

  async hands_over(reference: string): Promise<void> {
    await this.finds(reference, 'notified');
    await this.keys.into('#seen');
    await this.keys.press('Space');
    await this.keys.into('#same_person');
    await this.keys.press('Space');
    await this.does('step_hand_over');
    await this.is(reference, 'handed_over');
  }
}

test('forty people, from the first number to the last card, with the keyboard alone', async ({ page, server, who }) => {
  test.setTimeout(900_000);
  const visits: Visit[] = [];
  for (let n = 0; n < BOOKED; n++) visits.push(await book(server, crowd(who, n), { service: 'card' }));
  const [absent, refused, wrong, ...others] = visits as [Visit, Visit, Visit, ...Visit[]];
  const latest = visits.reduce((a, b) => (a.date + a.time > b.date + b.time ? a : b));
  expect(new Set(visits.map((visit) => visit.date)).size, 'all on one day').toBe(1);
  await comes(server, latest);

  const keys = new Keyboard(page);
  const desk = new Officer(page, 'en');
  const day = new Day(page, desk, keys);
  await desk.open();
  await desk.at('sign_in_title');
  await keys.settled();
  await keys.into('#username');
  await keys.type('truong');
  await keys.press('Tab');
  await keys.type('CanBo-2026!');
  await keys.press('Enter');
  await desk.at_day();
  await keys.settled();
  await day.sits(1);

  // They come: those who have booked by their slips, the others for a number, one of them old.
  for (let i = 0; i < WALK_INS; i++) await day.gives_number(i === WALK_INS - 1);
  for (const visit of [refused, wrong, ...others]) {
    await day.finds(visit.reference, 'booked');
    await day.does('step_check_in');
    await day.is(visit.reference, 'checked_in');
  }

  // They are called, one after the other, as the rule says: the old one first.
  let walked_in = 0;
  for (let i = 0; i < BOOKED + WALK_INS - 1; i++) {
    await day.goes('nav_day', 'day_title');
    const found = await day.calls();
    if (i === 0) expect(found, 'who is old comes first').toBeNull();
    const reference = found ?? (await day.opens(crowd(who, 500 + walked_in++)));
    if (reference === refused.reference) await day.refuses(reference);
    else if (reference === wrong.reference) await day.asks_correction(reference);
    else await day.receives(reference);
  }
  expect(walked_in).toBe(WALK_INS);

  // In the afternoon one comes back with the paper.
  await day.finds(wrong.reference, 'data_correction');
  await day.does('step_back_to_intake');
  await day.receives(wrong.reference);
  expect(day.received).toHaveLength(CARDS);

  // Out to the ministry, and back.
  await day.goes('nav_batches', 'batches.title');
  await day.does('batches.send');
  await expect(page.locator('#said .notice')).toBeVisible();
  const [results, arrived] = [await day.takes('batches.answer_results'), await day.takes('batches.answer_arrived')];
  // Four steps a card on the way there: looked at, approved, printed, sent.
  expect([rows(results), rows(arrived)]).toEqual([4 * CARDS, CARDS]);
  await day.brings('results.csv', results);
  await day.goes('nav_batches', 'batches.title');
  await keys.into('#kind');
  await keys.press('ArrowDown');
  await day.brings('arrived.csv', arrived);

  // The day is over: nobody came for one appointment. The next morning the cards are given out.
  await server.advance(24 * 3600);
  await reaches(server, absent, 'no_show');
  await reaches(server, others[0]!, 'notified');

  await day.goes('nav_day', 'day_title');
  for (const reference of day.received) await day.hands_over(reference);
  expect((await look(server, refused)).state).toBe('refused');

  // The figures say the same.
  await day.goes('nav_figures', 'figures.title');
  const told = (name: string) => page.locator('.figures-key > div').filter({ hasText: desk.say(`figures.${name}`) }).locator('dd');
  await expect(async () => {
    await day.does('figures.show');
    await expect(told('returned').first()).toHaveText(String(CARDS), { timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  const counted = { received: CARDS, issued: CARDS, returned: CARDS, activated: 0, uncollected: 0 };
  for (const [name, count] of Object.entries(counted)) await expect(told(name), name).toHaveText(String(count));

  // And so does the list of that day: who was booked, who did not come, who was refused, who went home with a card.
  const manager = await officer(server, 'truong');
  const list = await manager.send<{ rows: { reference: string; state: string }[] }>('GET', `/api/desk/day?date=${latest.date}`);
  const states = list.rows.filter((row) => visits.some((visit) => visit.reference === row.reference)).map((row) => row.state);
  const of = (state: string) => states.filter((one) => one === state).length;
  expect([states.length, of('handed_over'), of('refused'), of('no_show')]).toEqual([BOOKED, BOOKED - 2, 1, 1]);
  const corrected = await manager.send<{ state: string; events: { state: string }[] }>('GET', `/api/desk/dossiers/${wrong.reference}`);
  expect(corrected.state).toBe('handed_over');
  expect(corrected.events.filter((event) => event.state === 'data_correction')).toHaveLength(1);
  expect((await manager.send<{ rows: unknown[] }>('GET', '/api/desk/cards')).rows, 'no card is left').toEqual([]);
});
