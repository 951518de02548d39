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
  /** Exactly this day. */
  date?: string;
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
  const date = wish.date ?? days.days.filter((day) => day.free > 0)[wish.day ?? 0]!.date;
  const slots = await call<{ slots: { time: string }[] }>(server, 'GET', `/api/offices/${office}/days/${date}?${query}`);
  const time = slots.slots[0]!.time;
  const hold = await call<{ id: string }>(server, 'POST', '/api/holds', {
    office_id: office,
    starts_at: `${date}T${time}`,
    service,
    age_group: group,
  });
  const phone_proof = await prove(server, who);
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
    phone_proof,
    lang: 'vi',
    declared: true,
  });
  return { ...booked, date, time: time.slice(0, 5) };
}

/** A family that is booked: its receipts as the address of its page has them behind `#`, and its window. */
export interface FamilyVisit {
  receipts: string;
  date: string;
  /** `07:30`. */
  time: string;
}

const FAMILY = [
  { name: 'Trần Thị Thử', birth: '1959-03-02', service: 'card', age_group: 'from_60', reason: 're_lost' },
  { name: 'Lê Thị Mẫu', birth: '1988-05-06', service: 'card', age_group: 'from_14_to_59', reason: 're_lost' },
] as const;

/** Books two grown-ups of one family, who share a phone, at the first window of the first day, or of a later free one. */
export async function book_family(server: Server, who: Persona, office = 'hcm-pc06', day = 0): Promise<FamilyVisit> {
  const members = FAMILY.map((one) => `${one.service}.${one.age_group}`).join(',');
  const path = `/api/offices/${office}/household-days`;
  const days = await call<{ days: { date: string; free: number }[] }>(server, 'GET', `${path}?members=${members}`);
  const date = days.days.filter((one) => one.free > 0)[day]!.date;
  const { windows } = await call<{ windows: { start: string }[] }>(server, 'GET', `${path}/${date}?members=${members}`);
  const time = windows[0]!.start;
  const hold = await call<{ id: string }>(server, 'POST', '/api/household-holds', {
    office_id: office,
    starts_at: `${date}T${time}`,
    members: FAMILY.map(({ service, age_group }) => ({ service, age_group })),
  });
  const phone_proof = await prove(server, who);
  const booked = await call<{ members: { reference: string; key: string }[] }>(server, 'POST', '/api/household-bookings', {
    hold_id: hold.id,
    members: FAMILY.map(({ name, birth, service, reason }, n) => ({
      reason,
      service,
      applicant: {
        full_name: name,
        personal_number: `0990${who.number.slice(-7)}${n}`,
        birth_date: birth,
        otp_phone: who.phone,
        contact_phone: '',
        representative_name: '',
      },
    })),
    phone_proof,
    lang: 'vi',
    declared: true,
  });
  const receipts = booked.members.map((one) => `${one.reference}.${one.key}`).join(',');
  return { receipts, date, time: time.slice(0, 5) };
}

/** Proves the phone by the code that is sent to it. */
async function prove(server: Server, who: Persona): Promise<string> {
  const sent = await call<{ id: string }>(server, 'POST', '/api/phone-codes', { phone: who.phone, lang: 'vi' });
  const code = await server.code(who.phone);
  const proved = await call<{ proof: string }>(server, 'POST', `/api/phone-codes/${sent.id}/confirm`, { code });
  return proved.proof;
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
