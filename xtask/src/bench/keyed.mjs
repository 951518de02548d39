// Pages that open with a key: somebody books, waits for an earlier place, is reminded, and asks for a team to come. All
// through the API, as a made-up person.
const WHO = { full_name: "Nguyễn Thị Mẫu", personal_number: "098085000123", birth_date: "1985-08-15" };
const PHONE = "0912345678";
const OTHER_PHONE = "0987654321";
const OFFICE = "hcm-pc06";

const call = async (path, body, headers = {}) => {
  const answer = await fetch(origin + "/api" + path, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID(), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? undefined : answer.json();
};
// What was written to a phone, newest first, as soon as it matches.
const written = async (phone, pattern) => {
  for (let tries = 0; tries < 100; tries++) {
    const { messages } = await call("/dev/messages");
    const own = messages.filter((message) => message.to.endsWith(phone.slice(1)));
    const found = own.map((message) => message.body.match(pattern)).find(Boolean);
    if (found) return found;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`no message like ${pattern}`);
};
const prove = async (phone) => {
  const { id } = await call("/phone-codes", { phone, lang: "vi" });
  const [code] = await written(phone, /\b\d{6}\b/);
  return (await call(`/phone-codes/${id}/confirm`, { code })).proof;
};

const applicant = { ...WHO, otp_phone: PHONE };
const asked = "service=card_and_account&age_group=from_14_to_59";
const { days } = await call(`/offices/${OFFICE}/days?${asked}`);
// Late enough to wait for an earlier one.
const day = days.filter((day) => day.free > 0).at(-1).date;
const { slots } = await call(`/offices/${OFFICE}/days/${day}?${asked}`);
const time = slots.filter((slot) => slot.free > 0).at(-1).time;
const hold = await call("/holds", {
  office_id: OFFICE, starts_at: `${day}T${time}`, service: "card_and_account", age_group: "from_14_to_59",
});
const booked = await call("/bookings", {
  hold_id: hold.id, reason: "ex_from_cccd", service: "card_and_account", applicant, phone_proof: await prove(PHONE), lang: "vi", declared: true,
});
const visit = await call("/home-visits", {
  applicant: {
    full_name: "Nguyễn Văn Mẫu", personal_number: "098060000124", birth_date: "1960-02-03", otp_phone: OTHER_PHONE,
  },
  cause: "bedridden", service: "card", ground: "ex_from_cmnd", street: "12/3 Đường Mẫu", commune_code: "26740",
  phone_proof: await prove(OTHER_PHONE), lang: "vi", declared: true,
});
// The link to cancel is in the reminder of the day before.
const until = new Date(`${day}T${time}+07:00`) - Date.now();
await call("/dev/clock", { seconds: Math.floor(until / 1000) - 23 * 3600 });
const [, cancel] = await written(PHONE, new RegExp("(/huy/\\S+)"));
const own = `/lich-hen/${booked.reference}`;
const parts = ["", "/doi", "/cho-som-hon", "/nhan-the", "/tin-nhan", "/bao-sai"];
const keyed = parts.map((part) => `${own}${part}#${booked.key}`);
const keyedPages = [...keyed, cancel, `/yeu-cau-tai-nha/${visit.reference}#${visit.key}`];
pages.push(...keyedPages, ...keyedPages.map((path) => `/en${path}`));
