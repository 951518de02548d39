// Chooses days from the list of an office's open days on a slowed-down processor: thirty days with forty times each. For
// every choice: the time from the click to the end of the frame in which the times of that day stand. The server's answers
// are given by the page itself, so that what is measured is the work of the device, and always the same.
const DAYS = 30;
const SLOTS = 40;
// What the page needs to know before it opens: an office.
const BOOKING = {
  place: { id: "hcm-pc06", vi: "Phòng Cảnh sát QLHC về TTXH", en: "Police office", address: "258 Trần Hưng Đạo", hours_verified: false },
};

const page = await openPhone();
await page.addInitScript(({ booking, days, slots }) => {
  sessionStorage.setItem("booking", JSON.stringify(booking));
  const two = (number) => String(number).padStart(2, "0");
  const dates = Array.from({ length: days }, (_, n) => {
    const date = new Date(Date.UTC(2026, 10, 23 + n));
    return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  });
  const times = Array.from({ length: slots }, (_, n) => {
    const minutes = 7 * 60 + 30 + 14 * n;
    return { time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`, free: 1 + (n % 5) };
  });
  const answers = (path) => {
    if (/\/api\/offices\/[^/]+\/days$/.test(path)) {
      return { days: dates.map((date) => ({ date, free: slots, first: "07:30:00" })), next: null };
    }
    const day = path.match(/\/api\/offices\/[^/]+\/days\/(\d{4}-\d\d-\d\d)$/);
    return day && { date: day[1], minutes: 30, slots: times };
  };
  const real = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input), location.href);
    const answer = answers(url.pathname);
    if (!answer) return real(input, init);
    return Promise.resolve(new Response(JSON.stringify(answer), { headers: { "content-type": "application/json" } }));
  };
}, { booking: BOOKING, days: DAYS, slots: SLOTS });
await page.goto(origin + "/dat-lich/ngay-gio", { waitUntil: "networkidle" });
const day = page.locator("button.day");
await day.first().waitFor();
// The list shows a good week; the rest is one press away.
const more = page.locator("#day-list .day-groups + p button, #day-list p > button.button-second").last();
if ((await day.count()) < DAYS && (await more.count()) > 0) await more.click();
await page.waitForFunction((days) => document.querySelectorAll("button.day").length >= days, DAYS);
await slowDown(page);

// Chooses the day at a place of the list, and waits until its times stand.
const choose = (at) => page.evaluate(async ({ at, slots }) => {
  const title = () => document.getElementById("times")?.textContent ?? "";
  const before = title();
  const stands = () => title() !== before && document.querySelectorAll(".times button.slot").length === slots;
  const button = document.querySelectorAll("button.day")[at];
  const drawn = new Promise((done, fail) => {
    const observer = new MutationObserver(() => {
      if (!stands()) return;
      observer.disconnect();
      done();
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    setTimeout(() => fail(new Error("the times did not come")), 5_000);
  });
  const begin = performance.now();
  button.click();
  await drawn;
  // After the frame that shows them has been drawn.
  await new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  }));
  return performance.now() - begin;
}, { at, slots: SLOTS });

const took = [];
for (let round = 0; round < 3; round++) {
  for (let at = 0; at < DAYS; at++) {
    // In an order in which neighbours are far from each other; the first round warms the code up.
    const ms = await choose((at * 7) % DAYS);
    if (round > 0) took.push(ms);
    await page.waitForTimeout(30);
  }
}
await report(took);
