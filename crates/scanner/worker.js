// Reads pictures beside the page, so that one that is hard to read never holds up a finger. The build puts the module's
// glue before this; it is no ES module, because Firefox knows module workers only since version 114.
const ready = wasm_bindgen({ module_or_path: new URL("./scanner.wasm", self.location) });
ready.catch(() => {});

self.onmessage = async ({ data: { width, height, pixels, why } }) => {
  try {
    await ready;
    self.postMessage({ text: wasm_bindgen.read(new Uint8Array(pixels), width, height, why) ?? null });
  } catch (error) {
    self.postMessage({ failed: String(error) });
  }
};
