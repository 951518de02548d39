import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { cut_off } from './fits.js';
import { type Persona, persona } from './persona.js';
import { Server } from './server.js';

interface Fixtures {
  /** A made-up person, another one in every test. */
  who: Persona;
  /** Runs axe on the page as it stands; fails on any finding. At the desk in Vietnamese, also where something is cut off at the side. */
  axe: (page: Page) => Promise<void>;
}

let serial = 0;

/** Playwright's `test` with a real server a worker, a person a test, and the log check. */
export const test = base.extend<Fixtures, { server: Server }>({
  server: [
    async ({}, use) => {
      const server = await Server.start();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.baseURL),
  who: async ({ server }, use, info) => {
    const who = persona(info.workerIndex, serial++);
    await use(who);
    // Story: a service is trusted with numbers and phones; none of them may end in a log.
    for (const secret of who.secrets) expect(server.log, 'the log holds personal data').not.toContain(secret);
  },
  axe: async ({}, use, info) => {
    await use(async (page) => {
      // A colour on its way to another one is nobody's finding: what moves and ends has ended.
      await page.evaluate(async () => {
        const ends = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
        await Promise.allSettled(ends.map((one) => one.finished));
      });
      // Nothing of ours is framed, so the page itself can be asked, without a second page to put the answers together.
      const found = await new AxeBuilder({ page })
        .setLegacyMode()
        .options({ resultTypes: ['violations'] })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'])
        .analyze();
      const rows = found.violations.map((v) => `${v.id}: ${v.help}\n  ${v.nodes.map((n) => n.html).join('\n  ')}`);
      expect(rows, `axe at ${page.url()}`).toEqual([]);
      if (info.project.name === 'desk-vi') expect(await cut_off(page, '.line-scroll, .table-scroll'), `cut off at ${page.url()}`).toEqual([]);
    });
  },
  page: async ({ page }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (e) => problems.push(String(e)));
    page.on('console', (m) => {
      // Refused requests are part of many journeys; broken code and a broken policy are part of none.
      if (m.type() === 'error' && !/Failed to load resource/.test(m.text())) problems.push(m.text());
    });
    await use(page);
    expect(problems, 'errors in the console').toEqual([]);
  },
});

export { expect };
