import type { Persona } from './persona.js';
import type { Server } from './server.js';

/** What to book. Everything has a default: an adult who exchanges the card for their age and asks for an account. */
export interface Wish {
  office?: string;
  service?: 'card' | 'card_and_account' | 'account';
  reason?: string | null;
  ageGroup?: string;
  representative?: string;
  /** Which of the free days; the first one where left out. */
  day?: number;
}

/** A booked visit. */
export interface Visit {
  reference: string;
  /** Opens the receipt. */
  key: string;
  /** ISO date at the office. */
  date: string;
  /** `07:30`. */
  time: string;
}

/** Books through the same endpoints as the browser does, the phone's code included. */
export async function book(server: Server, who: Persona, wish: Wish = {}): Promise<Visit> {
  const office = wish.office ?? 'hcm-pc06';
  const service = wish.service ?? 'card_and_account';
  const group = wish.ageGroup ?? 'from_14_to_59';
  const query = `service=${service}&age_group=${group}`;
  const days = await call<{ days: { date: string; free: number }[] }>(server, 'GET', `/api/offices/${office}/days?${query}`);
  const date = days.days.filter((day) => day.free > 0)[wish.day ?? 0]!.date;
  const slots = await call<{ slots: { time: string }[] }>(server, 'GET', `/api/offices/${office}/days/${date}?${query}`);
  const time = slots.slots[0]!.time;
  const hold = await call<{ id: string }>(server, 'POST', '/api/holds', {
    office_id: office,
    starts_at: `${date}T${time}`,
    service,
    age_group: group,
  });
  const sent = await call<{ id: string }>(server, 'POST', '/api/phone-codes', { phone: who.phone, lang: 'vi' });
  const code = await server.code(who.phone);
  const proved = await call<{ proof: string }>(server, 'POST', `/api/phone-codes/${sent.id}/confirm`, { code });
  const { day, month, year } = who.birth;
  const booked = await call<{ reference: string; key: string }>(server, 'POST', '/api/bookings', {
    hold_id: hold.id,
    reason: wish.reason === undefined ? 'ex_age' : wish.reason,
    service,
    applicant: {
      full_name: who.name,
      personal_number: who.number,
      birth_date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
      otp_phone: who.phone,
      contact_phone: '',
      representative_name: wish.representative ?? '',
    },
    phone_proof: proved.proof,
    lang: 'vi',
    declared: true,
  });
  return { ...booked, date, time: time.slice(0, 5) };
}

/** Moves the product's clock to the time of a visit. Does nothing where it is past. */
export async function comes(server: Server, visit: Visit): Promise<void> {
  const { now } = await call<{ now: string }>(server, 'GET', '/api/config');
  const then = Date.parse(`${visit.date}T${visit.time}:00+07:00`);
  const seconds = Math.ceil((then - Date.parse(now)) / 1000);
  if (seconds > 0) await server.advance(seconds);
}

/** Waits until the dossier, as its owner sees it, is in a state. */
export async function reaches(server: Server, visit: Visit, state: string, timeout = 60_000): Promise<void> {
  const end = Date.now() + timeout;
  let last = '';
  while (Date.now() < end) {
    const view = await call<{ state: string }>(server, 'GET', `/api/dossiers/${visit.reference}`, undefined, {
      'x-access-key': visit.key,
    });
    last = view.state;
    if (last === state) return;
    await new Promise((done) => setTimeout(done, 300));
  }
  throw new Error(`the dossier is ${last}, not ${state}`);
}

async function call<T>(
  server: Server,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const sent: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
  const answer = await fetch(server.baseURL + path, {
    method,
    headers: { ...sent, ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  // The path may hold a reference, the answer never personal data.
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}
