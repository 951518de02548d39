
// Fetches and starts the files that pages consist of, each once.
const fetched = async (name) => {
    const response = await fetch(new URL(name, import.meta.url));
    if (!response.ok) {
        throw new Error(`${name}: ${response.status}`);
    }
    return response;
};
const loads = [];
const load = (index, name) => (loads[index] ??= makeLoad(() => {
    const source = fetched(name);
    source.catch(() => {});
    return (imports) => WebAssembly.instantiateStreaming(source, imports);
}, []))();

// Which files there are, and which of them a page needs. Whoever opens one page only never asks.
let lists;
const list = () => (lists ??= fetched("./files.json").then((response) => response.json()).catch((error) => {
    lists = undefined;
    throw error;
}));

// All files of one page, each behind its number and size: in one piece they compress better than apart.
const unpack = async (pack) => {
    const bytes = await (await fetched(pack)).arrayBuffer();
    const words = new DataView(bytes);
    const parts = [];
    for (let at = 0; at < bytes.byteLength;) {
        const index = words.getUint32(at, true);
        const size = words.getUint32(at + 4, true);
        const part = new Uint8Array(bytes, at + 8, size);
        loads[index] ??= makeLoad(() => (imports) => WebAssembly.instantiate(part, imports), []);
        parts.push(loads[index]());
        at += 8 + size;
    }
    await Promise.all(parts);
};

const page = (name, pack) => wrapAsyncCb(async () => {
    // Where the pack does not arrive the files may: without a network some of them are kept.
    const unpacked = () => unpack(pack).then(() => true, () => false);
    if (loads.length === 0 && await unpacked()) {
        return;
    }
    const { files, pages } = await list();
    const { needed } = pages[name];
    const missing = needed.filter((index) => !loads[index]).length;
    if (missing > 2 && missing * 4 > needed.length * 3) {
        await unpacked();
    }
    await Promise.all(needed.map((index) => load(index, files[index])));
});
