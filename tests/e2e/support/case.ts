import { book, comes, type Visit } from './book.js';
import type { Persona } from './persona.js';
import { pause, type Server } from './server.js';

/** A client of the server's API with a cookie jar: it puts a case where a test begins. */
export class Api {
  private cookies = new Map<string, string>();

  constructor(private readonly server: Server) {}

  async send<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    const all: Record<string, string> = { ...headers, cookie: [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ') };
    if (method !== 'GET') all['idempotency-key'] = crypto.randomUUID();
    if (body !== undefined) all['content-type'] = 'application/json';
    const answer = await fetch(this.server.baseURL + path, { method, headers: all, body: body === undefined ? null : JSON.stringify(body) });
    for (const line of answer.headers.getSetCookie()) {
      const [pair] = line.split(';');
      const at = pair!.indexOf('=');
      this.cookies.set(pair!.slice(0, at), pair!.slice(at + 1));
    }
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text ? JSON.parse(text) : null) as T;
  }
}

/** Somebody of the office, signed in. */
export async function officer(server: Server, username = 'canbo'): Promise<Api> {
  const api = new Api(server);
  await api.send('POST', '/api/desk/session', { username, password: 'CanBo-2026!' });
  return api;
}

/** The person is received: slip, dossier code and, where asked for, the account's request. */
export async function receive(server: Server, visit: Visit): Promise<Api> {
  await comes(server, visit);
  const desk = await officer(server);
  const path = `/api/desk/dossiers/${visit.reference}`;
  await desk.send('POST', `${path}/check-in`);
  await desk.send('POST', `${path}/start-intake`);
  await desk.send('POST', `${path}/receive`, {
    form_signed: true,
    biometrics_done: true,
    old_card_returned: true,
    account_form_signed: true,
    residence: 'permanent',
    remark: '',
  });
  return desk;
}

/** Somebody sent away at the counter, and their receipt. */
export async function sent_away(server: Server, who: Persona, step: string, body: unknown) {
  const visit = await book(server, who);
  await comes(server, visit);
  const desk = await officer(server);
  const path = `/api/desk/dossiers/${visit.reference}`;
  await desk.send('POST', `${path}/check-in`);
  await desk.send('POST', `${path}/start-intake`);
  await desk.send('POST', `${path}/${step}`, body);
  return { visit, desk, path };
}

/** The dossier as its owner sees it. */
export function look(server: Server, visit: Visit): Promise<{ state: string; account: { state: string } | null }> {
  return new Api(server).send('GET', `/api/dossiers/${visit.reference}`, undefined, { 'x-access-key': visit.key });
}

/** Waits, with a hurried ministry, until the account is approved. The ministry's seconds pass at once: they were most of what many tests took. */
export async function approveAccount(server: Server, visit: Visit): Promise<void> {
  const desk = await officer(server);
  const end = Date.now() + 80_000;
  for (let round = 0; Date.now() < end; round += 1) {
    // Said again now and then: a request of the test before that is still on its way may have the last word once.
    if (round % 20 === 0) await desk.send('PUT', '/api/desk/ministry', { pace: 'hurried' });
    if ((await look(server, visit)).account?.state === 'l2_approved') return;
    await server.advance(4);
    await pause(200);
  }
  throw new Error('the account was not approved');
}

/** The account is in use; nobody is signed in yet, on no device. */
export async function activateAccount(server: Server, who: Persona): Promise<void> {
  const api = new Api(server);
  await api.send('POST', '/api/activation', { personal_number: who.number, phone: who.phone, own_device: true, lang: 'vi' });
  await api.send('POST', '/api/activation/code', { code: await server.code(who.phone) });
  await api.send('POST', '/api/activation/password', { password: who.password });
  await api.send('POST', '/api/activation/passcode', { passcode: who.passcode, again: who.passcode });
  await api.send('POST', '/api/activation/questions', {
    answers: [
      { question: 'first_school', answer: 'Trường Làng' },
      { question: 'favourite_dish', answer: 'Bún chả' },
    ],
  });
}
