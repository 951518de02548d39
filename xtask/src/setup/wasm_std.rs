//! The fallback for machines that reach package registries alone: build the standard library once, from the
//! source of exactly the compiler's version, and put it where rustup would have put it.

use super::{debian_source, wasm_target};
use crate::{cmd, paths, progress};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// Builds and installs the target's libraries into a sysroot.
pub(crate) fn install(sysroot: &Path) -> Result<()> {
    let sources = sysroot.join("lib/rustlib/src/rust");
    if !sources.join("library/std").is_dir() {
        debian_source::fetch(&compiler_version(sysroot)?, &sources)?;
    }
    let libraries = progress::step("building the standard library", || build(sysroot))?;
    let folder = wasm_target::library_folder(sysroot);
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    for file in libraries {
        let name = file.file_name().context("a library without a name")?;
        fs::copy(&file, folder.join(name)).with_context(|| format!("cannot copy {}", file.display()))?;
    }
    Ok(())
}

/// Links a small program with the installed libraries, fat LTO included, as the release build does.
pub(crate) fn prove(sysroot: &Path, scratch: &Path) -> Result<()> {
    let source = scratch.join("prove.rs");
    fs::write(
        &source,
        "fn main() { println!(\"{:?}\", std::env::args().collect::<Vec<_>>()); }\n",
    )?;
    let mut rustc = cmd::new(sysroot.join("bin/rustc"));
    rustc.env("LD_LIBRARY_PATH", sysroot.join("lib"));
    rustc.args([
        "--edition=2024",
        "--target",
        wasm_target::TARGET,
        "-Clto=fat",
        "-Copt-level=z",
        "-Cpanic=abort",
    ]);
    let out = scratch.join("prove.wasm");
    cmd::quiet(rustc.arg("-o").arg(&out).arg(&source))?;
    if !fs::read(&out)?.starts_with(b"\0asm") {
        bail!("the compiler wrote something that is no WASM module");
    }
    Ok(())
}

fn compiler_version(sysroot: &Path) -> Result<String> {
    let mut rustc = cmd::new(sysroot.join("bin/rustc"));
    let printed = cmd::quiet(rustc.arg("-vV").env("LD_LIBRARY_PATH", sysroot.join("lib")))?;
    let release = printed.lines().find_map(|line| line.strip_prefix("release: "));
    release
        .map(str::to_owned)
        .context("the compiler does not say its version")
}

fn build(sysroot: &Path) -> Result<Vec<PathBuf>> {
    let package = paths::target().join("std-fallback/probe");
    // Cargo remembers there which compiler it asked last, and would believe it.
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    fs::create_dir_all(package.join("src"))?;
    let manifest = "[package]\nname = \"probe\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[profile.release]\nopt-level = 3\n";
    fs::write(package.join("Cargo.toml"), manifest)?;
    fs::write(package.join("src/lib.rs"), "")?;

    // The cargo beside the compiler, not rustup's stand-in: that one sets `LD_LIBRARY_PATH`, which would lead a
    // copied compiler back to the original's libraries.
    let beside = sysroot.join("bin/cargo");
    let mut cargo = if beside.is_file() {
        cmd::new(beside)
    } else {
        cmd::cargo()
    };
    cargo
        .current_dir(&package)
        .env("RUSTC", sysroot.join("bin/rustc"))
        .env_remove("LD_LIBRARY_PATH");
    // `build-std` is asked for by name, for this one build, with the compiler's own stable sources.
    cargo.env("RUSTC_BOOTSTRAP", "1");
    // Without bitcode a later fat LTO fails with "Can't find section .llvmbc".
    cargo
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env_remove("CARGO_TARGET_DIR");
    cargo.args([
        "build",
        "--release",
        "-Zbuild-std=std,panic_abort",
        "--target",
        wasm_target::TARGET,
    ]);
    cargo.arg("--target-dir").arg(package.join("target"));
    cmd::quiet(&mut cargo)?;

    let built = package
        .join("target")
        .join(wasm_target::TARGET)
        .join("release/deps");
    let libraries: Vec<PathBuf> = paths::files_below(&built)?
        .into_iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "rlib"))
        .filter(|file| {
            !file
                .file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with("libprobe-"))
        })
        .collect();
    if libraries.is_empty() {
        bail!(
            "the build of the standard library left nothing in {}",
            built.display()
        );
    }
    Ok(libraries)
}
