// Starts the app. Where that fails, the page stays as it is and says what to do.
const showHelp = () => document.getElementById("boot-help")?.removeAttribute("hidden");

try {
  if (typeof WebAssembly !== "object" || typeof WebAssembly.instantiateStreaming !== "function") {
    throw new Error("this browser has no WebAssembly");
  }
  // The module travels while the glue is read.
  const module = fetch(new URL("./main.wasm", import.meta.url));
  module.catch(() => {});
  const glue = await import("./main.js");
  await glue.default({ module_or_path: module });
} catch (error) {
  console.error(error);
  showHelp();
}

// What is announced while a page stays open appears on it without a reload: asked for every few minutes, and when somebody
// comes back to the page. The display of a hall shows none.
const FIVE_MINUTES = 300_000;
const all = (html) => [...html].map((one) => one.outerHTML).join("");
let asked = Date.now();
const news = async () => {
  if (document.hidden || Date.now() - asked < FIVE_MINUTES || location.pathname.includes("/man-hinh/")) return;
  asked = Date.now();
  const answer = await fetch("/news.html").catch(() => null);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll(".news");
  const shown = document.querySelectorAll("body > .news");
  if (all(fresh) === all(shown)) return;
  for (const one of shown) one.remove();
  document.getElementById("app")?.before(...fresh);
  const said = [...fresh].find((one) => one.lang === document.documentElement.lang);
  const announcer = document.getElementById("announcer");
  if (said && announcer) announcer.textContent = said.textContent;
};
setInterval(news, 60_000);
document.addEventListener("visibilitychange", news);
