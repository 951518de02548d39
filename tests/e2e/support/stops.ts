import type { Page } from '@playwright/test';
import { Api, officer } from './case.js';
import { Officer } from './officer.js';
import { pause, type Server } from './server.js';
import { expect, test as base } from './test.js';
import { type Lang, words } from './words.js';

export interface Here {
  lang: Lang;
  say: (path: string, values?: Record<string, string>) => string;
  home: (path: string, values?: Record<string, string>) => string;
  open: (path: string) => Promise<void>;
}

export const test = base.extend<{ here: Here; desk: Officer }>({
  here: async ({ page }, use, info) => {
    const lang: Lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    await use({
      lang,
      say: (path, values = {}) => words(lang, `stops.${path}`, values),
      home: (path, values = {}) => words(lang, `home_visit.${path}`, values),
      open: async (path) => void (await page.goto((lang === 'en' ? '/en' : '') + path)),
    });
  },
  desk: async ({ page }, use, info) => {
    await use(new Officer(page, String(info.project.use.locale).startsWith('en') ? 'en' : 'vi'));
  },
});

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first();
export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
export const summary = (page: Page) => page.locator('#error-summary');

/** A working day of the server's clock, some days ahead: no holiday of its calendar, no weekend. Other tests have moved the clock. */
export async function dayAhead(server: Server, ahead: number): Promise<string> {
  const { today } = await new Api(server).send<{ today: string }>('GET', '/api/config');
  const calendar = await (await fetch(`${server.baseURL}/api/calendar`)).text();
  const off = new Set([...calendar.matchAll(/(\d{4}-\d\d-\d\d),(?:HOLIDAY|COMPENSATION)/g)].map((found) => found[1]));
  if (off.size === 0) throw new Error('the calendar names no holiday');
  let at = Date.parse(today) + 86_400_000 * ahead;
  const date = () => new Date(at).toISOString().slice(0, 10);
  while (new Date(at).getUTCDay() % 6 === 0 || off.has(date())) at += 86_400_000;
  return date();
}

let serial = 0;
/** Digits that no other test of this run has. */
export const fresh = (): string => String((Date.now() + 7919 * serial++) % 1_000_000).padStart(6, '0');

/** A stop planned through the API. */
export async function stop(server: Server, kind: string, isPublic: boolean, name: string): Promise<{ id: string; date: string }> {
  const desk = await officer(server, 'truong');
  const date = await dayAhead(server, 12);
  const body = { kind, name, street: '12 Đường Mẫu', commune_code: '26758', date, from: '08:00', to: '10:00', stations: '2', is_public: isPublic };
  return { ...(await desk.send<{ id: string }>('POST', '/api/desk/stops', body)), date };
}

export async function manager(desk: Officer, path: string): Promise<void> {
  await desk.open(path);
  await desk.sign_in('truong');
}

/** The link of the newest message to a phone that has one. */
export async function link(server: Server, phone: string, part: string): Promise<string> {
  for (let i = 0; i < 60; i++) {
    const all = await server.messages();
    const found = all.find((one) => one.to.endsWith(phone.slice(1)) && one.body.includes(part));
    if (found) return found.body.match(/https?:\/\/[^/]+(\/\S+)/)![1]!;
    await pause(250);
  }
  throw new Error(`no ${part} for ${phone}`);
}
