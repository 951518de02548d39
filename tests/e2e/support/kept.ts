import { expect, type Page } from '@playwright/test';
import type { Persona } from './persona.js';

/** What a script of this page could read: both storages, cookies it sees, the address, the history's state and kept answers. */
function readable(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      // Files of the build have digits in their names.
      const answers = (await cache.keys()).filter((request) => request.url.includes('/api/'));
      for (const request of answers) kept.push(request.url, await (await cache.match(request))!.text());
    }
    return JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie, location.href, history.state, kept]);
  });
}

/** Story: a browser at a café keeps what a page stores. Nothing of the person may be in it, and none of these codes. */
export async function keeps_nothing_of(page: Page, who: Persona, ...codes: string[]): Promise<void> {
  const found = await readable(page);
  for (const secret of [...who.secrets, who.passcode, ...codes]) {
    expect(found.includes(secret), `${page.url()} keeps ${secret} where scripts can read it: ${found}`).toBe(false);
  }
}
