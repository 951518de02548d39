//! UTF-8 that somebody read as Windows-1252 or Windows-1258: `Nguyá»…n` for `Nguyễn`.
//!
//! Scanners that type like a keyboard send the bytes one by one in the code page of the machine.

/// What Windows-1252 (then Windows-1258, where it differs) shows for bytes that Latin-1 has not.
const CODE_PAGE: [(char, u8); 41] = [
    ('€', 0x80),
    ('‚', 0x82),
    ('ƒ', 0x83),
    ('„', 0x84),
    ('…', 0x85),
    ('†', 0x86),
    ('‡', 0x87),
    ('ˆ', 0x88),
    ('‰', 0x89),
    ('Š', 0x8A),
    ('‹', 0x8B),
    ('Œ', 0x8C),
    ('Ž', 0x8E),
    ('\u{2018}', 0x91),
    ('\u{2019}', 0x92),
    ('“', 0x93),
    ('”', 0x94),
    ('•', 0x95),
    ('–', 0x96),
    ('—', 0x97),
    ('˜', 0x98),
    ('™', 0x99),
    ('š', 0x9A),
    ('›', 0x9B),
    ('œ', 0x9C),
    ('ž', 0x9E),
    ('Ÿ', 0x9F),
    ('Ă', 0xC3),
    ('\u{300}', 0xCC),
    ('Đ', 0xD0),
    ('\u{309}', 0xD2),
    ('Ơ', 0xD5),
    ('Ư', 0xDD),
    ('\u{303}', 0xDE),
    ('ă', 0xE3),
    ('\u{301}', 0xEC),
    ('đ', 0xF0),
    ('\u{323}', 0xF2),
    ('ơ', 0xF5),
    ('ư', 0xFD),
    ('₫', 0xFE),
];

/// How often a text can have been misread on its way.
const ROUNDS: usize = 3;

/// The text as it was meant, or `None` if nothing is wrong with it. Real Vietnamese never decodes: its
/// letters stand alone between ASCII ones or are outside the code page.
pub(super) fn repair(text: &str) -> Option<String> {
    let mut best = None;
    for _ in 0..ROUNDS {
        let current = best.as_deref().unwrap_or(text);
        if current.is_ascii() {
            break;
        }
        match once(current) {
            Some(better) => best = Some(better),
            None => break,
        }
    }
    best
}

fn once(text: &str) -> Option<String> {
    let bytes: Option<Vec<u8>> = text.chars().map(byte_of).collect();
    let mut bytes = bytes?;
    let restored = restore_spaces(&mut bytes);
    let meant = String::from_utf8(bytes).ok()?;
    // A capital before a space looks like it too (`LÊ AN`): believe it only beside letters that came whole.
    let letters = meant.chars().filter(|c| !c.is_ascii()).count();
    (letters > restored).then_some(meant)
}

fn byte_of(c: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(u32::from(c)) {
        return Some(byte);
    }
    CODE_PAGE
        .iter()
        .find(|(shown, _)| *shown == c)
        .map(|(_, byte)| *byte)
}

/// A no-break space (0xA0) arrives as a plain one: `à` is C3 A0. Where UTF-8 needs one more byte, put it back.
/// Returns how many.
fn restore_spaces(bytes: &mut [u8]) -> usize {
    let mut missing = 0;
    let mut restored = 0;
    for byte in bytes {
        if missing > 0 && *byte == b' ' {
            *byte = 0xA0;
            restored += 1;
        }
        missing = match *byte {
            0xC2..=0xDF => 1,
            0xE0..=0xEF => 2,
            0xF0..=0xF4 => 3,
            0x80..=0xBF if missing > 0 => missing - 1,
            _ => 0,
        };
    }
    restored
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXTS: [&str; 6] = [
        "Nguyễn Văn Thử",
        "Trần Thị Mẫu Đơn",
        "Nữ",
        "Tổ 9, Hòa Hải, Ngũ Hành Sơn, Đà Nẵng",
        "Phường Nghĩa Đô, À Ơi, Kỳ Sơn, ỠỢ",
        "Số 1 Đường Ví Dụ, Phường Bến Thành, Quận 1, TP. Hồ Chí Minh",
    ];

    fn misread(text: &str, vietnamese: bool) -> String {
        let shown = |byte: u8| {
            let page = if vietnamese {
                &CODE_PAGE[..41]
            } else {
                &CODE_PAGE[..27]
            };
            page.iter()
                .rev()
                .find(|(_, b)| *b == byte)
                .map_or(char::from(byte), |(c, _)| *c)
        };
        text.bytes().map(shown).collect()
    }

    #[test]
    fn the_known_sample() {
        assert_eq!(repair("Nguyá»…n").as_deref(), Some("Nguyễn"));
        assert_eq!(repair("ï»¿079085000123").as_deref(), Some("\u{FEFF}079085000123"));
    }

    #[test]
    fn misread_once_or_twice_in_either_code_page() {
        for text in TEXTS {
            for vietnamese in [false, true] {
                let once = misread(text, vietnamese);
                assert_eq!(repair(&once).as_deref(), Some(text));
                assert_eq!(repair(&misread(&once, vietnamese)).as_deref(), Some(text));
                assert_eq!(
                    repair(&once.replace('\u{A0}', " ")).as_deref(),
                    Some(text),
                    "plain spaces"
                );
            }
        }
    }

    #[test]
    fn what_is_right_stays() {
        for text in TEXTS.into_iter().chain([
            "Lê Tú",
            "Hà",
            "Đỗ Ý",
            "Ô Ê Â",
            "",
            "An",
            "Kỳ Ãn",
            "LÊ AN",
            "XÃ AN PHU",
            "Ù a",
        ]) {
            assert_eq!(repair(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text(text in any::<String>()) {
            let _ = repair(&text);
        }
    }
}
