//! Dates that come over the wire are read by `eid_domain::when`: `jiff`'s own reading brings some 45 kB of error texts into
//! every page that has a date.

use super::{none_of, sources};
use anyhow::Result;

const KINDS: [&str; 4] = ["Timestamp", "Date", "DateTime", "Time"];

/// Whether every such field of the client and of the types it shares says how it is read.
pub(crate) fn hold() -> Result<String> {
    let files = sources::with_extension(&["rs"])?;
    let shared = files
        .iter()
        .filter(|file| file.name.starts_with("src/") || file.name.starts_with("crates/domain/src/"));
    let found = shared.flat_map(|file| {
        unread(&file.text).into_iter().map(|line| {
            format!(
                "{}:{line}: say #[serde(deserialize_with = \"…::when::read\")]",
                file.name
            )
        })
    });
    none_of(&found.collect::<Vec<_>>())?;
    Ok(String::new())
}

/// Lines, counted from 1, with a field of a derived `Deserialize` that does not say it.
fn unread(text: &str) -> Vec<usize> {
    let (mut derived, mut said) = (false, false);
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let bare = line.trim_start();
        if bare.starts_with("#[derive(") {
            derived = bare.contains("Deserialize");
        } else if bare.starts_with("impl") || bare.starts_with("fn ") || bare.starts_with("mod ") {
            derived = false;
        }
        if bare.starts_with("#[serde(") {
            said |= ["when::read", "skip", "with ="]
                .iter()
                .any(|word| bare.contains(word));
        } else if !bare.starts_with('#') && !bare.starts_with("//") {
            if derived && !said && is_date_field(bare) {
                found.push(index + 1);
            }
            said = false;
        }
    }
    found
}

/// `pub at: Option<jiff::Timestamp>,` and the like.
fn is_date_field(line: &str) -> bool {
    let Some((_, kind)) = line.strip_suffix(',').and_then(|line| line.split_once(": ")) else {
        return false;
    };
    let bare = ["Option<", "Vec<"]
        .iter()
        .find_map(|outer| kind.strip_prefix(outer)?.strip_suffix('>'))
        .unwrap_or(kind);
    KINDS.contains(&bare.rsplit("::").next().unwrap_or(bare))
}

#[cfg(test)]
mod tests {
    use super::unread;

    #[test]
    fn only_fields_that_are_read_must_say_it() {
        let text = "#[derive(Serialize, Deserialize)]\npub struct A {\n    /// When.\n    pub at: Timestamp,\n    \
            #[serde(deserialize_with = \"crate::when::read\")]\n    pub on: Date,\n    pub per: Option<jiff::civil::Time>,\n    \
            #[serde(skip)]\n    pub gone: Date,\n}\n#[derive(Debug)]\nstruct B {\n    at: Timestamp,\n}\n";
        assert_eq!(unread(text), [4, 7]);
    }
}
