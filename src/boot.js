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
