//! What keyboards, clipboards and scanners add to a text without the person seeing it.

/// A character that shows nothing: zero-width, direction marks, soft hyphen, byte order mark, controls
/// other than white space.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
    ) || (c.is_control() && !c.is_whitespace())
}

/// Full-width forms (East Asian keyboards) as the plain character.
pub(crate) fn narrow(c: char) -> char {
    match u32::from(c) {
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(c),
        0x3000 => ' ',
        _ => c,
    }
}

/// Any kind of hyphen, dash or minus sign.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}'
    )
}

/// The visible characters of a text, full-width forms narrowed.
pub(crate) fn visible(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| !is_invisible(*c)).map(narrow)
}

/// What somebody wrote, without what nobody sees in it: marks of direction would show a reader other words, or a file's
/// name another way round, than were written. Lines stay.
#[must_use]
pub fn shown(text: &str) -> String {
    text.chars().filter(|c| !is_invisible(*c)).collect()
}

/// The visible text on one line: white space collapsed to single spaces, none at the ends.
pub(crate) fn one_line(text: &str) -> String {
    let text: String = visible(text).collect();
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The visible characters without white space.
pub(crate) fn compact(text: &str) -> String {
    visible(text).filter(|c| !c.is_whitespace()).collect()
}

/// Exactly `N` ASCII digits as their values.
pub(crate) fn digits<const N: usize>(text: &str) -> Option<[u8; N]> {
    let bytes: [u8; N] = text.as_bytes().try_into().ok()?;
    bytes
        .iter()
        .all(u8::is_ascii_digit)
        .then(|| bytes.map(|byte| byte - b'0'))
}

/// Every step between neighbours is the same in a ring of ten: `0` for repeated digits, `1` for 789012,
/// `9` for 321098.
pub(crate) fn has_constant_step(digits: &[u8], step: u8) -> bool {
    digits
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if (*a + step) % 10 == *b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_dropped() {
        assert_eq!(compact("\u{FEFF}0７9\u{200B} 0\u{AD}8５\u{3000}\r\n"), "079085");
        assert_eq!(one_line("  Ab\u{A0}\t c\u{200D} \r\n"), "Ab c");
        assert!(is_dash('–') && is_dash('−') && is_dash('‑') && !is_dash('_'));
    }

    /// An auditor's finding: a refusal and a file's name could be turned round with marks of direction.
    #[test]
    fn nothing_turns_a_text_round() {
        for mark in ('\u{202A}'..='\u{202E}').chain('\u{2066}'..='\u{2069}') {
            assert_eq!(shown(&format!("ket-qua-{mark}vsc.exe")), "ket-qua-vsc.exe");
        }
        assert_eq!(
            shown("Thiếu chữ đệm.\nXin mang giấy khai sinh."),
            "Thiếu chữ đệm.\nXin mang giấy khai sinh."
        );
    }

    #[test]
    fn steps() {
        assert!(has_constant_step(&[7, 8, 9, 0, 1], 1));
        assert!(has_constant_step(&[1, 0, 9, 8], 9));
        assert!(has_constant_step(&[4, 4, 4], 0));
        assert!(!has_constant_step(&[1, 2, 4], 1));
        assert_eq!(digits::<3>("012"), Some([0, 1, 2]));
        assert_eq!(digits::<3>("0123"), None);
        assert_eq!(digits::<3>("01a"), None);
    }
}
