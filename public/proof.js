// Works a challenge of the server off beside the page (docs/adr/0013-proof-of-work.md). It is fetched when one comes,
// never before. A challenge reads "1.limit.expires.bits.parts.nonce.tag"; for each of its parts a number is looked for so
// that SHA-256(SHA-256(challenge) ‖ part ‖ number), both four bytes with the highest first, begins with so many zero bits.
// No ES module, because Firefox knows module workers only since version 114; no crypto.subtle, whose promise a block
// costs ten times what the block does.
"use strict";

const K = new Int32Array(64);
const START = new Int32Array(8);
// The constants are the first bits of the cube and square roots of the first primes (FIPS 180-4).
for (let found = 0, n = 2; found < 64; n++) {
  let prime = true;
  for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
  if (!prime) continue;
  if (found < 8) START[found] = (n ** (1 / 2) % 1) * 2 ** 32;
  K[found++] = (n ** (1 / 3) % 1) * 2 ** 32;
}

const W = new Int32Array(64);

/** One round over the 16 words that stand in W; `state` is replaced by what comes out. */
function block(state) {
  for (let i = 16; i < 64; i++) {
    const x = W[i - 15];
    const y = W[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    W[i] = (W[i - 16] + s0 + W[i - 7] + s1) | 0;
  }
  let a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
  }
  state[0] += a; state[1] += b; state[2] += c; state[3] += d; state[4] += e; state[5] += f; state[6] += g; state[7] += h;
}

/** SHA-256 of a text in ASCII, as eight words. */
function digest(text) {
  const blocks = ((text.length + 8) >> 6) + 1;
  const words = new Int32Array(blocks * 16);
  for (let i = 0; i < text.length; i++) words[i >> 2] |= text.charCodeAt(i) << (24 - (i & 3) * 8);
  words[text.length >> 2] |= 0x80 << (24 - (text.length & 3) * 8);
  words[blocks * 16 - 1] = text.length * 8;
  const state = START.slice();
  for (let i = 0; i < blocks; i++) {
    W.set(words.subarray(i * 16, i * 16 + 16));
    block(state);
  }
  return state;
}

/** The smallest number that solves a part; at most 32 bits are asked for. */
function solve(seed, part, bits) {
  const state = new Int32Array(8);
  for (let n = 0; n < 2 ** 32; n++) {
    W.set(seed);
    W[8] = part;
    W[9] = n;
    W[10] = 0x80000000;
    W[11] = W[12] = W[13] = W[14] = 0;
    W[15] = 320;
    state.set(START);
    block(state);
    if (Math.clz32(state[0]) >= bits) return n;
  }
  throw new Error("no number");
}

self.onmessage = ({ data }) => {
  try {
    const [, , , bits, parts] = data.split(".");
    const seed = digest(data);
    const numbers = [];
    for (let part = 0; part < Number(parts); part++) numbers.push(solve(seed, part, Number(bits)));
    self.postMessage({ numbers: numbers.join(",") });
  } catch (error) {
    self.postMessage({ failed: String(error) });
  }
};
