//! Brotli and gzip beside every file that gains from it, so that no server compresses the same bytes twice.

use super::manifest::Manifest;
use crate::{parallel, paths};
use anyhow::Result;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

const EXTENSIONS: [&str; 12] = [
    "html",
    "js",
    "css",
    "json",
    "wasm",
    "pack",
    "svg",
    "txt",
    "xml",
    "webmanifest",
    "tsv",
    "csv",
];

/// Compresses everything below a folder and adds the sizes to its manifest.
pub(crate) fn all(folder: &Path) -> Result<()> {
    let files: Vec<PathBuf> = paths::files_below(folder)?
        .into_iter()
        .filter(|file| is_worth_it(file))
        .collect();
    parallel::each(&files, |file| one(file))?;
    let mut manifest = Manifest::read(folder)?;
    manifest.measure(folder)?;
    manifest.write(folder)
}

fn is_worth_it(file: &Path) -> bool {
    file.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| EXTENSIONS.contains(&extension))
}

fn one(file: &Path) -> Result<()> {
    let content = fs::read(file)?;
    fs::write(suffixed(file, "br"), brotli(&content)?)?;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&content)?;
    fs::write(suffixed(file, "gz"), gzip.finish()?)?;
    Ok(())
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &params)?;
    Ok(compressed)
}

/// `name.ext.suffix`.
pub(crate) fn suffixed(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_compressed_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.txt");
        let text = "thẻ căn cước ".repeat(200);
        fs::write(&file, &text).unwrap();
        one(&file).unwrap();
        let mut plain = Vec::new();
        let packed = fs::read(suffixed(&file, "br")).unwrap();
        brotli::BrotliDecompress(&mut packed.as_slice(), &mut plain).unwrap();
        assert_eq!(plain, text.as_bytes());
        assert!(packed.len() < text.len() / 10);
        let mut plain = String::new();
        flate2::read::GzDecoder::new(fs::read(suffixed(&file, "gz")).unwrap().as_slice())
            .read_to_string(&mut plain)
            .unwrap();
        assert_eq!(plain, text);
    }
}
