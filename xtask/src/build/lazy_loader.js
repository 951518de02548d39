
// Fetches and starts the files that pages consist of, each once.
const fetched = (name) => fetch(new URL(name, import.meta.url));
const loads = [];
const load = (index) => (loads[index] ??= makeLoad(() => {
    const source = fetched(files[index]);
    source.catch(() => {});
    return (imports) => WebAssembly.instantiateStreaming(source, imports);
}, []))();

// All files of one page, each behind its size: whoever has next to nothing of it gets them in one piece, which compresses
// better than they do.
const unpack = async (pack, needed) => {
    const response = await fetched(pack);
    if (!response.ok) {
        throw new Error(`${pack}: ${response.status}`);
    }
    const bytes = await response.arrayBuffer();
    const sizes = new DataView(bytes);
    let at = 0;
    for (const index of needed) {
        const size = sizes.getUint32(at, true);
        const part = new Uint8Array(bytes, at + 4, size);
        loads[index] ??= makeLoad(() => (imports) => WebAssembly.instantiate(part, imports), []);
        at += 4 + size;
    }
};

const page = (pack, needed) => wrapAsyncCb(async () => {
    const missing = needed.filter((index) => !loads[index]).length;
    if (missing > 2 && missing * 4 > needed.length * 3) {
        // Where the pack does not arrive the files may: without a network some of them are kept.
        await unpack(pack, needed).catch(() => {});
    }
    await Promise.all(needed.map(load));
});
