//! Nothing of one machine and nothing unfinished stays in the sources.

use super::{none_of, sources};
use anyhow::Result;

/// Text that must not be there, and why. Cut in two so that this file does not find itself.
const REFUSED: [(&str, &str, &str); 7] = [
    ("TO", "DO", "unfinished work belongs in an issue"),
    ("FIX", "ME", "unfinished work belongs in an issue"),
    ("/ro", "ot/", "a path of one machine"),
    ("/ho", "me/", "a path of one machine"),
    ("/Use", "rs/", "a path of one machine"),
    ("registry.", "npmjs", "a lock file names no registry"),
    ("index.", "crates.io", "a lock file names no registry"),
];

/// Whether the sources are clean.
pub(crate) fn hold() -> Result<String> {
    let extensions = [
        "rs", "ts", "js", "mjs", "css", "html", "json", "toml", "md", "sql", "sh", "yml", "yaml",
    ];
    let files = sources::with_extension(&extensions)?;
    let mut faults = Vec::new();
    for file in &files {
        for (index, line) in file.text.lines().enumerate() {
            for (head, tail, why) in REFUSED {
                let word = format!("{head}{tail}");
                if stands_alone(line, &word) {
                    faults.push(format!("{}:{}: `{word}`: {why}", file.name, index + 1));
                }
            }
        }
    }
    none_of(&faults)?;
    Ok(format!("{} files", files.len()))
}

/// Whether the word is there and is not the middle of a longer word or path.
fn stands_alone(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().last();
        before.is_none_or(|before| !before.is_alphanumeric() && !matches!(before, '.' | '_' | '-' | '}'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_paths_count() {
        let path = format!("/{}/", "home");
        assert!(stands_alone(&format!("cd {path}a"), &path));
        assert!(!stands_alone("import x from \"../journeys/home/a.js\"", &path));
        assert!(!stands_alone("include!(\"./home/a.rs\")", &path));
    }
}
