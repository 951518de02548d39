
// Fetches and starts the files that pages consist of, each once.
const fetched = (name) => fetch(new URL(name, import.meta.url));
const loads = [];
const load = (index) => (loads[index] ??= makeLoad(() => {
    const source = fetched(files[index]);
    source.catch(() => {});
    return (imports) => WebAssembly.instantiateStreaming(source, imports);
}, []))();

// All files of one page, each behind its size: whoever has nothing yet gets them in one piece, which compresses better.
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

let begun = false;
const page = (pack, needed) => wrapAsyncCb(async () => {
    if (!begun) {
        begun = true;
        try {
            await unpack(pack, needed);
        } catch (error) {
            begun = false;
            throw error;
        }
    }
    await Promise.all(needed.map(load));
});
