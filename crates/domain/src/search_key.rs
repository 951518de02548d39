//! Vietnamese letters: one composed spelling for storing, one plain key for searching.
//!
//! A phone may type `Hoà` or `Hòa`, composed or as letters with loose marks (Apple keyboards, some PDF files); all
//! of them must find each other. The tables are ours because they are 12 rows, a Unicode library is 100 kB.

use crate::letter;

/// Tone marks in the column order of [`LETTERS`] from its second column: grave, hook, tilde, acute, dot below.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

const CIRCUMFLEX: char = '\u{302}';
const BREVE: char = '\u{306}';
const HORN: char = '\u{31B}';

/// Plain letter, its vowel mark, and the six lower-case forms by tone. With đ and capitals: 134 letters.
const LETTERS: [(char, Option<char>, [char; 6]); 12] = [
    ('a', None, ['a', 'à', 'ả', 'ã', 'á', 'ạ']),
    ('a', Some(BREVE), ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ']),
    ('a', Some(CIRCUMFLEX), ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ']),
    ('e', None, ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ']),
    ('e', Some(CIRCUMFLEX), ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ']),
    ('i', None, ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị']),
    ('o', None, ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ']),
    ('o', Some(CIRCUMFLEX), ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ']),
    ('o', Some(HORN), ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ']),
    ('u', None, ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ']),
    ('u', Some(HORN), ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự']),
    ('y', None, ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ']),
];

/// Where a letter stands in [`LETTERS`].
#[derive(Clone, Copy)]
struct Vowel {
    row: usize,
    tone: usize,
    upper: bool,
}

impl Vowel {
    fn read(c: char) -> Option<Self> {
        let lower = letter::lower(c);
        let upper = lower != c;
        let at = |(row, letters): (usize, &(char, Option<char>, [char; 6]))| {
            let tone = letters.2.iter().position(|letter| *letter == lower)?;
            Some(Self { row, tone, upper })
        };
        LETTERS.iter().enumerate().find_map(at)
    }

    fn write(self) -> char {
        let lower = LETTERS[self.row].2[self.tone];
        if self.upper { letter::upper(lower) } else { lower }
    }

    /// The letter with one more mark; `None` when Vietnamese has no such letter.
    fn with(self, mark: char) -> Option<Self> {
        if let Some(at) = TONES.iter().position(|tone| *tone == mark) {
            return (self.tone == 0).then_some(Self { tone: at + 1, ..self });
        }
        let (plain, None, _) = LETTERS[self.row] else {
            return None;
        };
        let row = LETTERS
            .iter()
            .position(|(letter, vowel_mark, _)| *letter == plain && *vowel_mark == Some(mark))?;
        Some(Self { row, ..self })
    }
}

const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Joins loose marks to Vietnamese letters (Unicode NFC for them); every other character stays as it is.
///
/// More forgiving than NFC: the two marks of a letter may stand in either order.
///
/// ```
/// let typed = "Nguye\u{302}\u{303}n Thi\u{323} Hoa\u{300}";
/// assert_eq!(eid_domain::search_key::compose_vietnamese(typed), "Nguyễn Thị Hoà");
/// ```
#[must_use]
pub fn compose_vietnamese(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut pending: Option<Vowel> = None;
    for c in text.chars() {
        // U+0340 and U+0341 are old names of the grave and the acute.
        let c = match c {
            '\u{340}' => '\u{300}',
            '\u{341}' => '\u{301}',
            other => other,
        };
        if is_mark(c)
            && let Some(joined) = pending.and_then(|vowel| vowel.with(c))
        {
            pending = Some(joined);
            continue;
        }
        out.extend(pending.take().map(Vowel::write));
        match Vowel::read(c) {
            Some(vowel) => pending = Some(vowel),
            None => out.push(c),
        }
    }
    out.extend(pending.map(Vowel::write));
    out
}

/// The plain key of a text: no tones or marks, đ as d, lower case, signs as one space, no space at the ends.
///
/// ```
/// use eid_domain::search_key::search_key;
/// assert_eq!(search_key("Phường  Hoà-Cường (TP. Đà Nẵng)"), "phuong hoa cuong tp da nang");
/// ```
#[must_use]
pub fn search_key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_search_key(&mut out, text);
    out
}

/// Adds the key of `text` to the end of `out`.
pub(crate) fn push_search_key(out: &mut String, text: &str) {
    let start = out.len();
    let mut gap = false;
    for c in text.chars() {
        // Marks and invisible signs (soft hyphen, zero-width space and joiners, byte order mark) part no words.
        if is_mark(c) || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{FEFF}') {
            continue;
        }
        if !c.is_alphanumeric() {
            gap = true;
            continue;
        }
        if gap && out.len() > start {
            out.push(' ');
        }
        gap = false;
        out.push(if c.is_ascii() {
            c.to_ascii_lowercase()
        } else {
            plain(letter::lower(c))
        });
    }
}

/// A word in lower case with its tone taken out, and the tone: where it stands in the word then does not matter, while
/// the marks of the vowels still do. `Hoà` and `Hòa` are one word, `Thu` and `Thử` are two.
pub(crate) fn split_tone(word: &str) -> (String, usize) {
    let mut tone = 0;
    let take = |c: char| {
        Vowel::read(c).map_or(c, |vowel| {
            tone = tone.max(vowel.tone);
            Vowel { tone: 0, ..vowel }.write()
        })
    };
    let letters = word.chars().map(letter::lower).map(take).collect();
    (letters, tone)
}

/// A lower-case letter without its marks. Some letters of other countries' names are known too.
fn plain(c: char) -> char {
    match c {
        // U+00F0 is Icelandic eth, which old Vietnamese fonts used for đ.
        'đ' | 'ð' => 'd',
        'ä' | 'å' => 'a',
        'ç' => 'c',
        'ë' => 'e',
        'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ö' | 'ø' => 'o',
        'û' | 'ü' => 'u',
        'ÿ' => 'y',
        other => Vowel::read(other).map_or(other, |vowel| LETTERS[vowel.row].0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn letters() -> Vec<char> {
        let lower = LETTERS.iter().flat_map(|row| row.2).filter(|c| !c.is_ascii());
        let lower: Vec<char> = lower.chain(['đ']).collect();
        let upper = lower.iter().map(|c| letter::upper(*c));
        upper.chain(lower.clone()).collect()
    }

    #[test]
    fn the_134_letters_compose_as_unicode_says() {
        let letters = letters();
        assert_eq!(letters.len(), 134);
        for letter in letters {
            let loose: String = letter.to_string().nfd().collect();
            let nfc: String = loose.nfc().collect();
            assert_eq!(compose_vietnamese(&loose), nfc);
            assert_eq!(compose_vietnamese(&nfc), nfc);
            let bare = loose.chars().find(|c| !is_mark(*c)).unwrap();
            let bare = if matches!(bare, 'đ' | 'Đ') {
                'd'
            } else {
                bare.to_ascii_lowercase()
            };
            assert_eq!(search_key(&loose), bare.to_string());
            assert_eq!(search_key(&nfc), bare.to_string());
        }
    }

    #[test]
    fn marks_in_either_order_and_marks_that_fit_nowhere() {
        assert_eq!(compose_vietnamese("a\u{301}\u{302}"), "ấ");
        assert_eq!(compose_vietnamese("â\u{301}"), "ấ");
        assert_eq!(compose_vietnamese("a\u{340}o\u{341}"), "àó");
        assert_eq!(compose_vietnamese("b\u{301}"), "b\u{301}");
        assert_eq!(compose_vietnamese("á\u{300}"), "á\u{300}");
        assert_eq!(compose_vietnamese("\u{301}a"), "\u{301}a");
        assert_eq!(compose_vietnamese("i\u{302}"), "i\u{302}", "no such letter");
    }

    #[test]
    fn keys() {
        for (text, key) in [
            ("Hoà", "hoa"),
            ("Hòa", "hoa"),
            ("Hoa\u{300}", "hoa"),
            ("Thuý", "thuy"),
            ("Thúy", "thuy"),
            ("Quận 10", "quan 10"),
            ("Q.10", "q 10"),
            ("  ĐẶC KHU — Côn Đảo ", "dac khu con dao"),
            ("ÐÀ NẴNG", "da nang"),
            ("Xã D’Ran", "xa d ran"),
            ("Bà Rịa – Vũng Tàu", "ba ria vung tau"),
            ("François Müller", "francois muller"),
            ("No\u{AD}i\u{200B} Bài", "noi bai"),
            ("", ""),
            (" -.,", ""),
        ] {
            assert_eq!(search_key(text), key, "{text}");
        }
    }

    #[test]
    fn a_tone_may_stand_on_either_vowel() {
        assert_eq!(split_tone("Hoà"), split_tone("HÒA"));
        assert_eq!(split_tone("Thuý"), split_tone("Thúy"));
        for (one, other) in [
            ("Thu", "Thử"),
            ("Hoa", "Hòa"),
            ("Quý", "Quí"),
            ("Thơ", "Tho"),
            ("Đà", "Dà"),
        ] {
            assert_ne!(split_tone(one), split_tone(other), "{one} {other}");
        }
    }

    #[test]
    fn a_key_added_to_a_text_starts_clean() {
        let mut out = String::from("a|");
        push_search_key(&mut out, " Ể ");
        assert_eq!(out, "a|e");
    }

    proptest! {
        #[test]
        fn loose_and_composed_texts_agree(text in "[a-zA-Z àạãáảăằặẵắẳâầậẫấẩĐđÊẾỆêơợÔồưữỲỵ,.]{0,40}") {
            let loose: String = text.nfd().collect();
            let composed: String = text.nfc().collect();
            prop_assert_eq!(compose_vietnamese(&loose), composed);
            prop_assert_eq!(search_key(&loose), search_key(&text));
        }

        #[test]
        fn any_text_gives_a_clean_key_once_and_for_all(text in any::<String>()) {
            let key = search_key(&text);
            prop_assert!(!key.contains("  ") && !key.starts_with(' ') && !key.ends_with(' '));
            prop_assert_eq!(search_key(&key), key.clone());
            let _ = compose_vietnamese(&text);
        }
    }
}
