// Runs every decoder on every photo, each photo by all of them in turn, and adds up what they found and how long it took.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import jsqr_module from "jsqr";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const jsqr = jsqr_module.default ?? jsqr_module;
const [folder, glue, module] = process.argv.slice(2);
// The glue is made for a worker that is no ES module: it defines one name.
const scanner = new Function(`${readFileSync(glue, "utf8")}; return wasm_bindgen;`)();
scanner.initSync({ module: readFileSync(module) });
const zxing = readFileSync(new URL(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm")));
await prepareZXingModule({ overrides: { wasmBinary: zxing.buffer.slice(zxing.byteOffset, zxing.byteOffset + zxing.length) }, fireImmediately: true });

// One code, of this kind alone, never light on dark: what a card has. The others are set so, too.
const options = { formats: ["QRCode"], tryHarder: true, tryRotate: true, tryDownscale: true, tryInvert: false, maxNumberOfSymbols: 1 };
const text = (bytes) => Buffer.from(bytes).toString("utf8");
const decoders = {
  "eid-scanner": async ({ data, width, height }) => scanner.read(data, width, height) ?? null,
  "zxing-wasm": async (image) => {
    const [found] = await readBarcodes(image, options);
    return found ? text(found.bytes) : null;
  },
  jsqr: async ({ data, width, height }) => {
    const found = jsqr(data, width, height, { inversionAttempts: "dontInvert" });
    return found ? text(found.binaryData) : null;
  },
};

const photos = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
const colours = (file) => {
  const grey = readFileSync(join(folder, file));
  const data = new Uint8ClampedArray(grey.length * 4);
  grey.forEach((value, at) => data.set([value, value, value, 255], at * 4));
  return data;
};

const outcomes = {};
for (const name of Object.keys(decoders)) outcomes[name] = { found: 0, misread: 0, ms: 0, kinds: {} };
const names = Object.keys(decoders);
// Engines compile what runs often: the first rounds warm them up and do not count.
const rounds = [...photos.filter((_, at) => at % 12 === 0).map((photo) => [photo, false]), ...photos.map((photo) => [photo, true])];
let turn = 0;
for (const [photo, counts] of rounds) {
  const image = { data: colours(photo.file), width: photo.width, height: photo.height };
  turn += 1;
  for (const name of names.map((_, at) => names[(at + turn) % names.length])) {
    const start = performance.now();
    const read = await decoders[name](image);
    const took = performance.now() - start;
    if (!counts) continue;
    const outcome = outcomes[name];
    outcome.ms += took;
    const right = photo.text !== "" && read === photo.text;
    outcome.found += right;
    outcome.misread += read !== null && !right;
    outcome.kinds[photo.kind] = (outcome.kinds[photo.kind] ?? 0) + right;
  }
}
console.log(JSON.stringify(outcomes));
