//! Smaller files: Binaryen on every module, `terser` on the glue.

use super::split::Split;
use crate::setup::node;
use crate::{cmd, parallel};
use anyhow::Result;
use std::cmp::Reverse;
use std::path::Path;

/// What today's browsers have. `--all-features` would emit encodings that Chromium refuses.
const FEATURES: [&str; 6] = [
    "--enable-reference-types",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

const SCRIPT: &str = include_str!("optimise.mjs");

/// Optimises every file in place.
pub(crate) fn all(parts: &Split) -> Result<()> {
    let tools = node::Tools::find()?;
    let script_file = tools.folder.join("optimise.mjs");
    std::fs::write(&script_file, SCRIPT)?;
    let mut lazy: Vec<&Path> = parts.lazy.iter().map(|file| file.path.as_path()).collect();
    lazy.sort_by_key(|module| Reverse(module.metadata().map_or(0, |data| data.len())));
    // The main module alone takes about as long as one share of the others.
    let mut shares = shared(&lazy, SHARES);
    shares.push(Vec::new());
    parallel::each(&shares, |share| {
        if share.is_empty() {
            return wasm(&tools, &parts.main, "-Oz");
        }
        cmd::quiet(cmd::new(&tools.node).arg(&script_file).args(share)).map(drop)
    })?;
    script(&tools, &parts.glue)?;
    script(&tools, &parts.loaders)
}

/// So many processes share the lazy modules.
const SHARES: usize = 3;

/// Deals items out like cards, the largest first.
fn shared<T: Copy>(items: &[T], shares: usize) -> Vec<Vec<T>> {
    let share = |first| items.iter().skip(first).step_by(shares).copied().collect();
    (0..shares.min(items.len())).map(share).collect()
}

/// Optimises a module for speed rather than size, and the scripts around it.
pub(crate) fn fast(module: &Path, scripts: &[&Path]) -> Result<()> {
    let tools = node::Tools::find()?;
    wasm(&tools, module, "-O3")?;
    scripts.iter().try_for_each(|file| script(&tools, file))
}

fn wasm(tools: &node::Tools, module: &Path, level: &str) -> Result<()> {
    let smaller = module.with_extension("opt.wasm");
    let mut command = cmd::new(&tools.node);
    command
        .arg(&tools.wasm_opt)
        .arg(level)
        .args(FEATURES)
        .arg(module)
        .arg("-o")
        .arg(&smaller);
    cmd::quiet(&mut command)?;
    Ok(std::fs::rename(smaller, module)?)
}

/// Exported names stay: the two scripts and the WASM modules find each other by them.
fn script(tools: &node::Tools, file: &Path) -> Result<()> {
    let mut command = cmd::new(&tools.node);
    command
        .arg(&tools.terser)
        .arg(file)
        .args(["--module", "--compress", "--mangle", "--output"])
        .arg(file);
    cmd::quiet(&mut command).map(drop)
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn every_file_is_in_one_share() {
        assert_eq!(shared(&[5, 4, 3, 2, 1], 3), [vec![5, 2], vec![4, 1], vec![3]]);
        assert_eq!(shared(&[5], 3), [vec![5]]);
        assert!(shared::<u8>(&[], 3).is_empty());
    }
}
