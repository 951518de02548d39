import { comes, type Visit } from './book.js';
import { type Api, officer as colleague } from './case.js';
import type { Server } from './server.js';
import type { Lang } from './words.js';

/** A ticket as the desk sees it. */
export interface Row {
  id: string;
  number: number;
  station: number | null;
  state: string;
}
/** The line of an office. */
export interface Line {
  waiting: Row[];
  at_stations: Row[];
}

/** It, now. */
export const line = (desk: Api) => desk.send<Line>('GET', '/api/desk/queue');

/** Nobody is left in the line or at a station. */
async function clear(server: Server): Promise<Api> {
  const desk = await colleague(server);
  for (let i = 0; i < 60; i++) {
    const now = await line(desk);
    const here = now.at_stations[0];
    if (here?.state === 'called') await desk.send('POST', `/api/desk/queue/${here.id}/serve`);
    else if (here) await desk.send('POST', `/api/desk/queue/${here.id}/done`);
    else if (now.waiting.length > 0) await desk.send('POST', '/api/desk/queue/next', { station: now.waiting[0]!.station ?? 1 });
    else break;
  }
  return desk;
}

/** The office is open: a booked visit's time has come. */
export async function opens(server: Server, visit: Visit): Promise<Api> {
  await comes(server, visit);
  return clear(server);
}

/** Somebody without an appointment gets a number. */
export const walkIn = (desk: Api, priority = 'none') =>
  desk.send<{ number: number; key: string }>('POST', '/api/desk/queue/walk-ins', { service: 'card', priority });
/** A number as it is shown. */
export const three = (number: number) => String(number).padStart(3, '0');

/** A citizen's address in a language. */
export const english = (lang: Lang, path: string) => (lang === 'en' ? `/en${path}` : path);
