//! Values in the middle of a message.

use super::{Key, t};

/// The message with its `{names}` replaced by values.
///
/// ```ignore
/// tf(keys::common::STEP_OF, &[("step", "2"), ("total", "6")])
/// ```
pub fn tf(key: Key, values: &[(&str, &str)]) -> String {
    fill(t(key), values)
}

/// Replaces `{names}`; a name without a value stays as it is, so that the fault is seen.
pub(super) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        match after.split_once('}').and_then(|(name, behind)| {
            values
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value, behind))
        }) {
            Some((value, behind)) => {
                filled.push_str(value);
                rest = behind;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn names_are_replaced_and_unknown_ones_stay() {
        assert_eq!(
            fill("Bước {step}/{total}", &[("step", "2"), ("total", "6")]),
            "Bước 2/6"
        );
        assert_eq!(fill("{a}{b}", &[("b", "x")]), "{a}x");
        assert_eq!(fill("cut {off", &[("off", "x")]), "cut {off");
        assert_eq!(fill("{a}", &[("a", "{a}")]), "{a}");
    }
}
