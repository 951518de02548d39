// Opens each page in a fresh browser profile and adds up every byte that arrives. Pages of an account are seen by its owner: the
// demo's mother (`seed/family.rs`), whose account shows a child, papers and all else that level 2 has. Who is not signed in would
// be measured on the way to signing in.
const OF_AN_ACCOUNT = /^(\/en)?\/tai-khoan/;
const OWNER = { number: "098185000001", password: "Cong_dan1!" };
const signIn = async () => {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(`${origin}/dang-nhap`);
  await page.locator("#personal_number").fill(OWNER.number);
  await page.locator("#password").fill(OWNER.password);
  await page.locator("#password").press("Enter");
  await page.waitForURL(`${origin}/tai-khoan`);
  const kept = await context.storageState();
  await context.close();
  return kept;
};
let session;
const views = [];
for (const path of pages) {
  const own = OF_AN_ACCOUNT.test(path);
  if (own) session ??= await signIn();
  const context = await browser.newContext({ serviceWorkers: "block", storageState: own ? session : undefined });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  const urls = new Map();
  const files = [];
  network.on("Network.responseReceived", (event) => urls.set(event.requestId, event.response.url));
  network.on("Network.loadingFinished", (event) => {
    const url = urls.get(event.requestId);
    if (url?.startsWith(origin)) files.push({ url: url.slice(origin.length), bytes: event.encodedDataLength });
  });
  await page.goto(origin + path, { waitUntil: "networkidle" });
  // A page that did not start would look small.
  const failed = await page.locator("#boot-help").isVisible();
  if (failed || errors.length > 0) throw new Error(`${path} did not start: ${errors.join("; ")}`);
  if (own && page.url() !== origin + path) throw new Error(`${path} led to ${page.url()}`);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  views.push({ path, bytes, files: files.sort((a, b) => b.bytes - a.bytes) });
  await context.close();
}
await browser.close();
console.log(JSON.stringify(views));
