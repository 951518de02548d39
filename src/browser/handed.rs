//! What was found on one page and is taken to another at the person's tap: words of a fixed list and a sentence about them,
//! nothing of the person. In this tab alone, until it was used.

use super::storage::{self, Keep};

const NAME: &str = "handed-faults";

/// Leaves it for the page that asks for it.
pub fn leave(what: &[&str], words: &str) {
    storage::set(Keep::Tab, NAME, &format!("{}\n{words}", what.join(" ")));
}

/// What was left: the words of the list, and the sentence.
pub fn seen() -> Option<(Vec<String>, String)> {
    let kept = storage::get(Keep::Tab, NAME)?;
    let (what, words) = kept.split_once('\n')?;
    let what: Vec<String> = what.split(' ').map(str::to_owned).collect();
    Some((what, words.to_owned()))
}

/// It was used.
pub fn forget() {
    storage::remove(Keep::Tab, NAME);
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn it_lies_there_until_it_was_used() {
        leave(&["name", "birth_date"], "Họ tên: khác dấu");
        let wanted = (
            vec!["name".to_owned(), "birth_date".to_owned()],
            "Họ tên: khác dấu".to_owned(),
        );
        assert_eq!(seen(), Some(wanted.clone()));
        assert_eq!(seen(), Some(wanted));
        forget();
        assert_eq!(seen(), None);
    }
}
