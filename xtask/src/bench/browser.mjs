// What the measures in a browser have in common; each script is written behind this.
import { createRequire } from "node:module";

const { chromium } = createRequire(process.cwd() + "/")("@playwright/test");
const [origin, ...pages] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.EID_CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});

// A slow phone: so many times slower than this machine.
const SLOWER = 4;
// What the later pages of a booking need to know before they open: an adult who wants a new card.
const PERSON = {
  answers: [
    "status=citizen", "birth=1985-08-15", "holds=chip_cccd", "situation=want_new",
    "card_date=expires_on:2045-08-15", "account=wants", "data_right=yes", "exemptions=",
  ].join("&"),
};

const errors = [];
const openPhone = async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: "block" });
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.addInitScript((person) => sessionStorage.setItem("booking-person", JSON.stringify(person)), PERSON);
  return page;
};
const slowDown = async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
};

// Ends the browser and tells what was measured, in milliseconds.
const report = async (took, more) => {
  await browser.close();
  if (errors.length > 0) throw new Error(errors.join("; "));
  took.sort((a, b) => a - b);
  const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))];
  console.log(JSON.stringify({ count: took.length, middle: at(0.5), slow: at(0.95), worst: at(1), ...more }));
};

