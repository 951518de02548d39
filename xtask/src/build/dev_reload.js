
// Development only: reload when the build has changed.
const build = () => fetch("/dev-build-id.txt", { cache: "no-store" }).then((r) => (r.ok ? r.text() : null), () => null);
const first = await build();
setInterval(async () => {
  const now = await build();
  if (first !== null && now !== null && now !== first) location.reload();
}, 1000);
