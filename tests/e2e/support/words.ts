import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export type Lang = 'vi' | 'en';
type Table = { [key: string]: string | Table };

const root = resolve(import.meta.dirname, '../../../locales');
const tables = new Map<string, Table>();

function table(lang: Lang, name: string): Table {
  const id = `${lang}/${name}`;
  if (!tables.has(id)) tables.set(id, JSON.parse(readFileSync(resolve(root, `${id}.json`), 'utf8')) as Table);
  return tables.get(id)!;
}

/** The product's own message in a language: `words('vi', 'booking.place.title')`. Fails on a name that is not there. */
export function words(lang: Lang, path: string, values: Record<string, string> = {}): string {
  const [name, ...keys] = path.split('.');
  let found: string | Table | undefined = table(lang, name!);
  for (const key of keys) found = typeof found === 'object' ? found[key] : undefined;
  if (typeof found !== 'string') throw new Error(`no message ${path} in ${lang}`);
  return found.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}
