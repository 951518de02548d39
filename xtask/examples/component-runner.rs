//! Runs component tests in a browser: wasm-bindgen's own runner, compiled of what the task runner has compiled anyway.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
