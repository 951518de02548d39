//! From what people type to the form of the law.

use crate::typed_text::{is_dash, visible};

/// Upper case, plain hyphens, zeros for `O`, dots where they were left out. Whether it is a code is not
/// asked here.
pub(super) fn normalise(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in visible(text) {
        match c.to_ascii_uppercase() {
            c if is_dash(c) || c == '_' => line.push('-'),
            ',' | '·' => line.push('.'),
            c => line.push(c),
        }
    }
    // Blocks parted by blanks alone; otherwise blanks mean nothing.
    let joiner = if line.contains('-') { "" } else { "-" };
    let code = line.split_whitespace().collect::<Vec<_>>().join(joiner);
    let mut code: String = code
        .chars()
        .enumerate()
        .map(|(index, c)| if index > 0 && c == 'O' { '0' } else { c })
        .collect();
    let end = code.find('-').unwrap_or(code.len());
    if let Some(dotted) = code.get(..end).and_then(with_dots) {
        code.replace_range(..end, &dotted);
    }
    code
}

/// `[A-Z]\d{2}(?:\.\d{2,3}){1,4}`.
pub(super) fn is_prefix(text: &str) -> bool {
    let mut groups = text.split('.');
    let first = groups.next().is_some_and(|first| {
        first.len() == 3
            && first.starts_with(|c: char| c.is_ascii_uppercase())
            && first.get(1..).is_some_and(all_digits)
    });
    let rest: Vec<&str> = groups.collect();
    first
        && (1..=4).contains(&rest.len())
        && rest
            .iter()
            .all(|group| (2..=3).contains(&group.len()) && all_digits(group))
}

pub(super) fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A prefix with dots missing, in groups of three as the law has them; `None` if nothing can be said.
fn with_dots(prefix: &str) -> Option<String> {
    if is_prefix(prefix) {
        return None;
    }
    let plain: String = prefix.chars().filter(|c| *c != '.').collect();
    let groups: Option<Vec<&str>> = plain
        .as_bytes()
        .chunks(3)
        .map(|group| std::str::from_utf8(group).ok())
        .collect();
    let dotted = groups?.join(".");
    (plain.len().is_multiple_of(3) && is_prefix(&dotted)).then_some(dotted)
}
