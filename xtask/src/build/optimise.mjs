// Makes WASM files smaller, in place. One process for many: starting wasm-opt takes longer than optimising a small file.
import { readFileSync, writeFileSync } from "node:fs";
import binaryen from "binaryen";

// What today's browsers have; the same list as for the program itself.
const { ReferenceTypes, BulkMemory, BulkMemoryOpt, NontrappingFPToInt, SignExt, MutableGlobals, Multivalue } =
  binaryen.Features;
const features =
  ReferenceTypes | BulkMemory | BulkMemoryOpt | NontrappingFPToInt | SignExt | MutableGlobals | Multivalue;

binaryen.setOptimizeLevel(2);
binaryen.setShrinkLevel(2);
for (const file of process.argv.slice(2)) {
  const module = binaryen.readBinary(new Uint8Array(readFileSync(file)));
  module.setFeatures(features);
  if (!module.validate()) throw new Error(`${file} is not valid`);
  module.optimize();
  writeFileSync(file, module.emitBinary());
  module.dispose();
}
