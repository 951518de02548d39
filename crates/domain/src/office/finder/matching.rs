//! Which names fit a query, and how well.

use super::{Entry, Index, Mode, Query, Token, letters, marks};

/// A name that fits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    pub(super) entry: Entry,
    /// 0: the query has the whole name. 1: the name begins as the query. 2: the name has the query in it.
    /// 3: the words are there, in the name or in the places it lies in.
    pub(super) class: u8,
    /// Words that are not in the name but in the places it lies in.
    pub(super) around: u8,
    /// Words for kinds of places that did not fit.
    pub(super) missed: u8,
}

impl Hit {
    /// Worth showing only where nothing better is.
    pub(super) const fn is_loose(&self) -> bool {
        self.class == 3
    }
}

/// A query held against every name once. Leaving out words at its beginning then costs no new look.
pub(super) struct Scan<'q> {
    text: &'q str,
    tokens: Vec<Token<'q>>,
    /// Each name that has one of the tokens, in the order of the index.
    rows: Vec<Row>,
}

/// A name, the tokens found in it, and those found there or in the places it lies in.
struct Row {
    entry: usize,
    own: u32,
    all: u32,
}

impl<'q> Scan<'q> {
    /// Looks for each token in each key. Entries stand after their parents, whose result they share.
    pub(super) fn new(index: &Index, query: &'q Query) -> Self {
        let tokens = query.tokens();
        let needed: Vec<u64> = tokens.iter().map(|token| marks(token.text)).collect();
        let typed = letters(query.text());
        let mut found: Vec<u32> = Vec::with_capacity(index.sieves.len());
        let mut rows = Vec::new();
        for (sieve, entry) in index.sieves.iter().zip(&index.entries) {
            if sieve.whole & !typed != 0 {
                found.push(0);
                continue;
            }
            let mut own = 0;
            for (at, (token, needed)) in tokens.iter().zip(&needed).enumerate() {
                if sieve.marks & needed == *needed
                    && has(index.key(entry), token.text, token.mode == Mode::Beginning)
                {
                    own |= bit(at);
                }
            }
            let all = own | found.get(sieve.parent as usize).copied().unwrap_or_default();
            if own != 0 {
                rows.push(Row {
                    entry: found.len(),
                    own,
                    all,
                });
            }
            found.push(all);
        }
        Self {
            text: query.text(),
            tokens,
            rows,
        }
    }

    /// How many tokens the query has.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// All names that fit the query without its first `skip` tokens.
    pub(super) fn hits(&self, index: &Index, skip: usize) -> Vec<Hit> {
        let kept = mask(&self.tokens, |_| true) & !low_bits(skip);
        let required = mask(&self.tokens, |token| token.mode != Mode::Optional) & kept;
        let optional = kept & !required;
        let text = self.rest(skip);
        let count = |mask: u32| u8::try_from(mask.count_ones()).unwrap_or(u8::MAX);
        let hit = |row: &Row| {
            let entry = index.entries.get(row.entry)?;
            Some(Hit {
                entry: *entry,
                class: class(index, entry, text, row.own & required == required),
                around: count(required & !row.own),
                missed: count(optional & !row.all),
            })
        };
        let fits = |row: &&Row| row.own & required != 0 && row.all & required == required;
        self.rows.iter().filter(fits).filter_map(hit).collect()
    }

    /// The query without its first `skip` tokens.
    pub(super) fn rest(&self, skip: usize) -> &'q str {
        let before: usize = self
            .tokens
            .iter()
            .take(skip)
            .map(|token| token.text.len() + 1)
            .sum();
        self.text.get(before..).unwrap_or_default()
    }
}

fn mask(tokens: &[Token<'_>], test: impl Fn(&Token<'_>) -> bool) -> u32 {
    let bits = tokens.iter().enumerate().filter(|(_, token)| test(token));
    bits.fold(0, |mask, (at, _)| mask | bit(at))
}

/// The bit of a token.
fn bit(at: usize) -> u32 {
    low_bits(at + 1) & !low_bits(at)
}

/// The lowest `count` bits set.
fn low_bits(count: usize) -> u32 {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    1_u32.checked_shl(count).map_or(u32::MAX, |bit| bit - 1)
}

fn class(index: &Index, entry: &Entry, query: &str, all_in_name: bool) -> u8 {
    let (key, bare) = (index.key(entry), index.bare(entry));
    let numbered = bare.bytes().all(|byte| byte.is_ascii_digit());
    // "1" alone is in many queries; a numbered place is meant only with its kind, or when nothing else was typed.
    if has(query, if numbered { key } else { bare }, false) || query == bare {
        0
    } else if key.starts_with(query) || bare.starts_with(query) {
        1
    } else if all_in_name && has(key, query, true) {
        2
    } else {
        3
    }
}

/// Whether `needle` stands in `text` as whole words; with `open_end`, its last word may go on.
///
/// Only where a word begins is it looked for: a search for it anywhere costs more to set up than these few looks.
fn has(text: &str, needle: &str, open_end: bool) -> bool {
    let (mut rest, needle) = (text.as_bytes(), needle.as_bytes());
    while rest.len() >= needle.len() {
        // Most words differ in their first letter already.
        if rest.first() == needle.first()
            && let Some(after) = rest.strip_prefix(needle)
            && (open_end || after.first().is_none_or(|next| *next == b' '))
        {
            return true;
        }
        let Some(word) = rest.iter().position(|byte| *byte == b' ') else {
            return false;
        };
        rest = rest.get(word + 1..).unwrap_or_default();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::has;

    #[test]
    fn words_are_whole_unless_still_typed() {
        assert!(has("quan 10", "quan 10", false));
        assert!(!has("quan 10", "quan 1", false));
        assert!(has("quan 10", "quan 1", true));
        assert!(!has("tan an hoi", "an ho", false));
        assert!(has("tan an hoi", "an ho", true));
        assert!(!has("thanh", "an", true), "not inside a word");
        assert!(has("an lan an", "an", false));
        assert!(
            has("lan an an", "an an", false),
            "also where it seems to begin within a word"
        );
        assert!(!has("an", "an an", true));
    }
}
