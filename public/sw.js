// Keeps a slip readable without a network: the page's own files, and the answers that the page asks it to keep.
// Nothing else passes through here: no change, no account, nothing of the desk.

const FILES = "eid-files-";
const ANSWERS = "eid-answers";
// What may be kept, whoever asks.
const KEEPABLE = /^\/api\/(dossiers\/[^/]+|config|offices|rescue\/(vi|en)|slips\/keys)$/;
// Pages that open without a network.
const PAGES = /^(\/en)?\/(lich-hen\/|kiem-tra-phieu$|kiem-tra-dinh-danh$|check$|cuu-ho-tai-khoan$)/;
// A slow network is as good as none once there is something kept.
const PATIENCE_MS = 5_000;
// A receipt's key lasts as long.
const OLDEST_MS = 180 * 86_400_000;
const READER = /\/assets\/scan\.[^/]+\.js$/;
const MODULE = /\.\/scanner\.[\w-]+\.wasm/;
const LAZY = /\/assets\/(?!main\.|scanner\.)[^/]+\.(wasm|pack)$/;
const LIST = /\.\/files\.[\w-]+\.json/;
const LOADERS = /\/assets\/pages\.[^/]+\.js$/;
const KEPT_AT = "x-kept-at";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  const work = event.data.forget ? forget().then(() => event.ports[0]?.postMessage("forgotten")) : keeping(event.data);
  event.waitUntil(work.catch(() => {}));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (PAGES.test(url.pathname)) event.respondWith(page(request, url.pathname));
  } else if (url.pathname.startsWith("/assets/")) {
    event.respondWith(file(request));
  } else if (KEEPABLE.test(url.pathname)) {
    event.respondWith(answer(request));
  }
});

const shell = (path) => (path.startsWith("/en/") ? "/en/app.html" : "/app.html");
const gatewayFailed = (response) => response.status >= 502 && response.status <= 504;
const hurried = (promise) =>
  Promise.race([promise, new Promise((_, late) => setTimeout(() => late(new Error("slow")), PATIENCE_MS))]);

// A page comes from the server wherever there is one, so a new version is there at the next opening.
async function page(request, path) {
  const kept = await caches.match(shell(path), { ignoreVary: true });
  if (!kept) return fetch(request);
  try {
    const fresh = await hurried(fetch(request));
    return gatewayFailed(fresh) ? kept : fresh;
  } catch {
    return kept;
  }
}

// The name of a file changes with what is in it.
async function file(request) {
  return (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request);
}

// What is being written; forgetting stops it, waits for it, and has the last word.
const writing = new Set();
let stop = new AbortController();

function written(work) {
  const done = work.catch(() => {}).then(() => writing.delete(done));
  writing.add(done);
  return work;
}

const keeping = (what) => written(keep(what, stop.signal));

async function forget() {
  stop.abort();
  stop = new AbortController();
  await Promise.all(writing);
  const ours = (await caches.keys()).filter((name) => name.startsWith(FILES) || name === ANSWERS);
  await Promise.all(ours.map((name) => caches.delete(name)));
}

// The newest there is. What is kept is renewed; what was not asked to be kept is not.
async function answer(request) {
  const name = await nameOf(request.url, request.headers.get("x-access-key") ?? "");
  const kept = await caches.match(name);
  if (!kept) return fetch(request);
  try {
    const fresh = await hurried(fetch(request));
    if (gatewayFailed(fresh)) return kept;
    await written(renew(name, fresh.clone(), stop.signal)).catch(() => {});
    return fresh;
  } catch {
    return kept;
  }
}

async function renew(name, fresh, signal) {
  // It may have been forgotten meanwhile; to open a shelf would put up an empty one.
  if (signal.aborted || !(await caches.match(name))) return;
  const shelf = await caches.open(ANSWERS);
  if (fresh.ok) await put(shelf, name, fresh);
  // The key opens it no more.
  else if (fresh.status === 404) await shelf.delete(name);
}

// Only who has the key finds the answer again; the key itself is not kept.
async function nameOf(address, key) {
  const url = new URL(address, self.location.origin);
  if (key) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key)));
    url.search = `?k=${Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  }
  return url.href;
}

async function put(shelf, name, response) {
  const headers = { "content-type": response.headers.get("content-type") ?? "", [KEPT_AT]: String(Date.now()) };
  await shelf.put(name, new Response(await response.blob(), { headers }));
}

// What a page loads when it is opened by itself: its pack, and the files of its later parts that are not in it.
function lazyFiles({ files, pages }, page, parts) {
  const own = pages[page];
  if (!own) return [];
  const later = parts.flatMap((part) => pages[part]?.needed ?? []).filter((at) => !own.needed.includes(at));
  return [own.pack, ...new Set(later.map((at) => files[at]))];
}

async function keep({ build, files, answers, page, parts }, signal) {
  const origin = self.location.origin;
  const name = FILES + build;
  const shelf = await caches.open(name);
  const own = files
    .map((file) => new URL(file, origin).href)
    .filter((file) => file.startsWith(`${origin}/assets/`) && !LAZY.test(file));
  const store = async (address, again) => {
    if (!again && (await shelf.match(address))) return;
    const response = await fetch(address, { cache: again ? "no-cache" : "default", signal });
    if (!response.ok) return;
    await shelf.put(address, response);
  };
  const script = async (kind) => {
    const address = own.find((file) => kind.test(file));
    return address ? [address, await (await shelf.match(address))?.text() ?? ""] : [origin, ""];
  };
  const all = (names, address) => Promise.all(names.map((name) => store(new URL(name, address).href, false)));
  await Promise.all([store("/app.html", true), store("/en/app.html", true), all(own, origin)]);
  // The script that loads the parts of a page knows the list of them.
  const [loaders, loading] = await script(LOADERS);
  const [list] = LIST.exec(loading) ?? [];
  if (list) {
    await all([list], loaders);
    const listed = await shelf.match(new URL(list, loaders).href);
    await all(lazyFiles(await listed.json(), page, parts), loaders);
  }
  // The reader of codes fetches a module of its own.
  const [reader, code] = await script(READER);
  await all(MODULE.exec(code)?.slice(0, 1) ?? [], reader);
  for (const other of await caches.keys()) {
    if (other.startsWith(FILES) && other !== name) await caches.delete(other);
  }
  if (signal.aborted) return;
  const kept = await caches.open(ANSWERS);
  for (const [path, key] of answers) {
    if (!KEEPABLE.test(path)) continue;
    const response = await fetch(path, { headers: key ? { "x-access-key": key } : {}, cache: "no-store", signal });
    if (response.ok) await put(kept, await nameOf(path, key), response);
  }
  for (const request of await kept.keys()) {
    const at = Number((await kept.match(request))?.headers.get(KEPT_AT));
    if (!(Date.now() - at < OLDEST_MS)) await kept.delete(request);
  }
}
