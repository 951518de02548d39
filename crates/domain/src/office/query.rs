//! A typed query as words to look for: abbreviations written out, words for a kind of place marked.

use crate::search_key::push_search_key;

/// More words than this are an address pasted with its history; the rest is ignored.
const MAX_WORDS: usize = 24;

/// How a token must be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// As whole words.
    Whole,
    /// As the beginning of a word: it is still being typed.
    Beginning,
    /// As whole words, but an office may fit without it: people mix up the kinds of places.
    Optional,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'q> {
    pub(super) text: &'q str,
    pub(super) mode: Mode,
}

/// Words of the query with single spaces between them.
#[derive(Debug, Default)]
pub(super) struct Query {
    text: String,
}

/// What people write for what the data says. Only whole words.
const ABBREVIATIONS: [(&str, &str); 13] = [
    ("tphcm", "thanh pho ho chi minh"),
    ("tpthuduc", "thanh pho thu duc"),
    ("hcm", "ho chi minh"),
    ("hcmc", "ho chi minh"),
    ("saigon", "sai gon"),
    ("brvt", "ba ria vung tau"),
    ("tp", "thanh pho"),
    ("tx", "thi xa"),
    ("tt", "thi tran"),
    ("pc6", "pc06"),
    ("district", "quan"),
    ("ward", "phuong"),
    ("street", "duong"),
];

/// One letter before a name or number: `Q.10`, `P. Bến Thành`, `F7`.
const LETTERS: [(&str, &str); 5] = [
    ("q", "quan"),
    ("p", "phuong"),
    ("f", "phuong"),
    ("h", "huyen"),
    ("x", "xa"),
];

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

impl Query {
    pub(super) fn new(typed: &str) -> Self {
        let mut key = String::new();
        push_search_key(&mut key, typed);
        let mut text = String::with_capacity(key.len() + 16);
        let mut words = key
            .split(' ')
            .filter(|word| !word.is_empty())
            .take(MAX_WORDS)
            .peekable();
        while let Some(word) = words.next() {
            let next = words.peek().copied();
            let letter = |of: &str| {
                LETTERS
                    .iter()
                    .find(|(short, _)| *short == of)
                    .map(|(_, long)| *long)
            };
            let glued = word
                .get(..1)
                .and_then(letter)
                .filter(|_| word.len() > 1 && is_number(&word[1..]));
            if let Some(long) = glued {
                add(&mut text, long);
                add(&mut text, &word[1..]);
            } else if let Some(long) = letter(word).filter(|_| next.is_some()) {
                add(&mut text, long);
            } else if (word, next) == ("t", Some("p")) {
                words.next();
                text.push_str(if text.is_empty() {
                    "thanh pho"
                } else {
                    " thanh pho"
                });
            } else if let Some((_, long)) = ABBREVIATIONS.iter().find(|(short, _)| *short == word) {
                long.split(' ').for_each(|word| add(&mut text, word));
            } else if word == "pc" && next.is_some_and(|next| matches!(next, "06" | "6")) {
                words.next();
                add(&mut text, "pc06");
            } else if (word, next) == ("cong", Some("an")) && text.is_empty() {
                words.next();
                // Every office is the police's; the words help only when nothing else is there.
                if words.peek().is_none() {
                    text.push_str("cong an");
                }
            } else {
                add(&mut text, word);
            }
        }
        Self { text }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn tokens(&self) -> Vec<Token<'_>> {
        let mut tokens = Vec::new();
        let mut at = 0;
        let mut previous = "";
        while let Some(word) = self.word(at) {
            let end = at + word.len();
            let next = self.word(end + 1);
            let number = next.filter(|next| is_number(next));
            let (text, mode) = if let (true, Some(number)) = (matches!(word, "quan" | "phuong"), number) {
                // "quan 1" must not find Ward 1 of District 3, so kind and number are one token.
                (&self.text[at..end + 1 + number.len()], Mode::Whole)
            } else if let Some(next) = next {
                let pair = matches!((word, next), ("thanh", "pho") | ("thi", "xa" | "tran"));
                if pair && self.word(end + next.len() + 2).is_some() {
                    (&self.text[at..end + 1 + next.len()], Mode::Optional)
                } else if is_kind(word) || (word == "duong" && (at == 0 || is_number(previous))) {
                    (word, Mode::Optional)
                } else {
                    (word, Mode::Whole)
                }
            } else {
                (word, Mode::Beginning)
            };
            previous = word;
            tokens.push(Token { text, mode });
            at += text.len() + 1;
        }
        tokens
    }

    /// The word that begins at a byte.
    fn word(&self, at: usize) -> Option<&str> {
        self.text
            .get(at..)?
            .split(' ')
            .next()
            .filter(|word| !word.is_empty())
    }
}

fn is_kind(word: &str) -> bool {
    matches!(
        word,
        "phuong" | "quan" | "huyen" | "xa" | "tinh" | "city" | "commune" | "province"
    )
}

/// Adds a word; numbers lose the zeros at their front (`Quận 01`, `02 Hoàng Văn Thái`).
pub(super) fn add(out: &mut String, word: &str) {
    if !out.is_empty() {
        out.push(' ');
    }
    let bare = word.trim_start_matches('0');
    out.push_str(if is_number(word) && !bare.is_empty() {
        bare
    } else {
        word
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_written_out() {
        for (typed, text) in [
            ("Q.10", "quan 10"),
            ("q10", "quan 10"),
            ("Quận 01", "quan 1"),
            ("P.5, Q.3", "phuong 5 quan 3"),
            ("f7 q.gò vấp", "phuong 7 quan go vap"),
            ("TP.HCM", "thanh pho ho chi minh"),
            ("TPHCM", "thanh pho ho chi minh"),
            ("Q.1, T.P Hồ Chí Minh", "quan 1 thanh pho ho chi minh"),
            ("District 10", "quan 10"),
            ("PC 06", "pc06"),
            ("pc6", "pc06"),
            ("Công an phường Bến Thành", "phuong ben thanh"),
            ("công an", "cong an"),
            ("q", "q"),
            ("02 Hoàng Văn Thái", "2 hoang van thai"),
            ("", ""),
        ] {
            assert_eq!(Query::new(typed).text(), text, "{typed}");
        }
    }

    #[test]
    fn kinds_with_numbers_are_one_token_and_kinds_before_names_are_optional() {
        let show = |typed: &str| {
            let query = Query::new(typed);
            let tokens = query.tokens();
            let shown = tokens.iter().map(|token| match token.mode {
                Mode::Whole => token.text.to_owned(),
                Mode::Beginning => format!("{}…", token.text),
                Mode::Optional => format!("({})", token.text),
            });
            shown.collect::<Vec<_>>().join("|")
        };
        assert_eq!(show("p5 q10"), "phuong 5|quan 10");
        assert_eq!(show("Nguyễn Cư Trinh, quận 1"), "nguyen|cu|trinh|quan 1");
        assert_eq!(show("quận tân b"), "(quan)|tan|b…");
        assert_eq!(show("Thị xã Dĩ An"), "(thi xa)|di|an…");
        assert_eq!(show("thanh pho"), "thanh|pho…");
        assert_eq!(show("47 đường Thành Thái"), "47|(duong)|thanh|thai…");
        assert_eq!(show("kinh duong vuong"), "kinh|duong|vuong…");
        assert_eq!(show("nguyen tri phuong"), "nguyen|tri|phuong…");
        assert_eq!(show(""), "");
    }

    #[test]
    fn any_query_ends() {
        let long = "quan ".repeat(500);
        assert_eq!(Query::new(&long).tokens().len(), MAX_WORDS);
    }
}
