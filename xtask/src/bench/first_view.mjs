// Opens each page in a fresh browser profile and adds up every byte that arrives.
const views = [];
for (const path of pages) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const urls = new Map();
  const files = [];
  session.on("Network.responseReceived", (event) => urls.set(event.requestId, event.response.url));
  session.on("Network.loadingFinished", (event) => {
    const url = urls.get(event.requestId);
    if (url?.startsWith(origin)) files.push({ url: url.slice(origin.length), bytes: event.encodedDataLength });
  });
  await page.goto(origin + path, { waitUntil: "networkidle" });
  // A page that did not start would look small.
  const failed = await page.locator("#boot-help").isVisible();
  if (failed || errors.length > 0) throw new Error(`${path} did not start: ${errors.join("; ")}`);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  views.push({ path, bytes, files: files.sort((a, b) => b.bytes - a.bytes) });
  await context.close();
}
await browser.close();
console.log(JSON.stringify(views));
