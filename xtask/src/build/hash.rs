//! Names that change with the content, so that browsers may keep a file for ever.

use sha2::{Digest, Sha256};

/// Ten hexadecimal digits of the content's SHA-256: 40 bits, plenty for a few dozen files.
pub(crate) fn content(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher
        .finalize()
        .iter()
        .take(5)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// `name.<hash>.ext` for `name.ext`.
pub(crate) fn named(name: &str, hash: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{name}.{hash}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_stands_before_the_extension() {
        assert_eq!(named("main.wasm", "00ff"), "main.00ff.wasm");
        assert_eq!(named("LICENSE", "00ff"), "LICENSE.00ff");
    }

    #[test]
    fn moving_bytes_between_parts_changes_the_hash() {
        assert_ne!(content(&[b"ab", b"c"]), content(&[b"a", b"bc"]));
        assert_eq!(content(&[b"ab"]).len(), 10);
    }
}
