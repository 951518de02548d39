//! Set-up: each step looks first, acts only where something is missing, and says what it does.

pub(crate) mod apt;
pub(crate) mod browser;
pub(crate) mod debian_source;
pub(crate) mod node;
pub(crate) mod postgres;
pub(crate) mod test_runner;
pub(crate) mod wasm_std;
pub(crate) mod wasm_target;

use anyhow::Result;

/// What a development build of the client needs.
pub(crate) fn client() -> Result<()> {
    wasm_target::ensure()
}

/// What a release build of the client needs: the optimiser too.
pub(crate) fn release() -> Result<()> {
    client()?;
    node::build_tools().map(drop)
}

/// All of it, for every command.
pub(crate) fn everything() -> Result<()> {
    release()?;
    browser::chromium()?;
    browser::headless()?;
    browser::chromedriver()?;
    postgres::binaries()?;
    node::end_to_end()?;
    test_runner::ensure()?;
    eprintln!("Everything is set up.");
    Ok(())
}
