import { test as base } from './test.js';
import { type Lang, words } from './words.js';

export interface Here {
  /** The project's language. */
  lang: Lang;
  /** A message of the product, by its whole path. */
  say: (path: string, values?: Record<string, string>) => string;
  /** Opens an address in the project's language. */
  open: (path: string) => Promise<void>;
}

/** A test on one page in the project's language. */
export const test = base.extend<{ here: Here }>({
  here: async ({ page }, use, info) => {
    const lang: Lang = String(info.project.use.locale).startsWith('en') ? 'en' : 'vi';
    const open = async (path: string) => void (await page.goto((lang === 'en' ? '/en' : '') + path));
    await use({ lang, say: (path, values = {}) => words(lang, path, values), open });
  },
});
