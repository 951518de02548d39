import { Api } from './case.js';
import type { Server } from './server.js';

/** Offers are made by day, and are counted down only then: at night this waits for the morning. */
export async function daytime(server: Server): Promise<void> {
  const { now } = await new Api(server).send<{ now: string }>('GET', '/api/config');
  const seconds = (Date.parse(now) / 1000 + 7 * 3_600) % 86_400;
  if (seconds < 8 * 3_600 || seconds > 18 * 3_600) await server.advance(Math.ceil((32 * 3_600 - seconds) % 86_400));
}
