// Types queries into the office finder on a slowed-down processor. For every keystroke: the time from the key's event
// to the end of the frame in which the answer is drawn. No keystroke may ask the server anything.
import { createRequire } from "node:module";

const { chromium } = createRequire(process.cwd() + "/")("@playwright/test");
const [origin] = process.argv.slice(2);
const SLOWER = 4;
const QUERIES = ["quan 10", "nguyen cu trinh", "Ngũ Hành Sơn", "258 tran hung dao", "phường hoàn kiếm hà nội", "xa binh hung"];
// Answers of an adult who wants a new card: what the finder's page needs before it opens.
const DRAFT = {
  answers: {
    status: "citizen", birth: "1985-08-15", represented: false, holds: "chip_cccd", situation: "want_new",
    card_date: { kind: "expires_on", date: "2045-08-15" }, wants_new_print: null, agency_error: null,
    account: "wants", data_right: "yes", exemptions: [],
  },
};

const browser = await chromium.launch({
  executablePath: process.env.EID_CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});
const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: "block" });
const page = await context.newPage();
const errors = [];
page.on("pageerror", (error) => errors.push(String(error)));
await page.addInitScript((draft) => sessionStorage.setItem("booking", JSON.stringify(draft)), DRAFT);
await page.goto(origin + "/dat-lich/noi-lam", { waitUntil: "networkidle" });
const field = page.locator("#search");
await field.waitFor();
const session = await context.newCDPSession(page);
await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
const asked = [];
page.on("request", (request) => asked.push(request.url()));
await page.evaluate(() => {
  window.took = [];
  document.addEventListener("input", (event) => {
    const begin = event.timeStamp;
    // After the frame that shows the answer has been drawn.
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.took.push(performance.now() - begin);
      channel.port2.postMessage(0);
    });
  }, { capture: true });
});
for (let round = 0; round < 2; round++) {
  for (const query of QUERIES) {
    await field.fill("");
    await page.waitForTimeout(200);
    // The first round warms the code up.
    if (round === 0 || query === QUERIES[0]) await page.evaluate(() => { if (!window.kept) window.took = []; });
    for (const key of query) {
      await page.keyboard.type(key);
      await page.waitForTimeout(60);
    }
    if (!(await page.locator(".place, .empty").first().isVisible())) throw new Error(`no answer to ${query}`);
  }
  if (round === 0) await page.evaluate(() => { window.took = []; window.kept = true; });
}
const took = (await page.evaluate(() => window.took)).sort((a, b) => a - b);
await browser.close();
if (errors.length > 0) throw new Error(errors.join("; "));
const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))];
console.log(JSON.stringify({ strokes: took.length, middle: at(0.5), slow: at(0.95), worst: at(1), requests: asked.length, asked }));
