// Types queries into the office finder on a slowed-down processor. For every keystroke: the time from the key's event
// to the end of the frame in which the answer is drawn. No keystroke may ask the server anything.
const QUERIES = ["quan 10", "nguyen cu trinh", "Ngũ Hành Sơn", "258 tran hung dao", "phường hoàn kiếm hà nội", "xa binh hung"];

const page = await openPhone();
await page.goto(origin + "/dat-lich/noi-lam", { waitUntil: "networkidle" });
const field = page.locator("#search");
await field.waitFor();
await slowDown(page);
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
await report(await page.evaluate(() => window.took), { asked });
