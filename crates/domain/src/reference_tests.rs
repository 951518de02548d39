use super::*;
use proptest::prelude::*;

fn made(seed: u128) -> Reference {
    Reference::from_random(seed.to_le_bytes())
}

fn symbols(reference: &Reference) -> Vec<u8> {
    reference.as_str().bytes().filter(|byte| *byte != b'-').collect()
}

#[test]
fn shape() {
    assert_eq!(made(0).as_str(), "000-000-001");
    let reference = made(0x1234_5678_9ABC_DEF0_1234_5678_9ABC_DEF0);
    assert_eq!(reference.as_str().len(), 11);
    assert_eq!(
        reference.as_str().split('-').map(str::len).collect::<Vec<_>>(),
        [3, 3, 3]
    );
    assert_eq!(
        format!("{reference:?}"),
        format!("Reference({}…)", &reference.as_str()[..3])
    );
    assert_eq!(ALPHABET.len(), 23);
    for look_alike in "AEIOUYBDGLQSZ".bytes() {
        assert!(!ALPHABET.contains(&look_alike));
    }
}

#[test]
fn typed_forms() {
    let reference = Reference::parse("000-000-001").unwrap();
    for typed in [
        "000000001",
        "000 000 001",
        "ooo–ooo—ool",
        " OOO.000-QDi ",
        "000_000_001\r\n",
        "０００-０００-００１",
        "000\u{200B}000\u{2011}001",
    ] {
        assert_eq!(Reference::parse(typed), Ok(reference.clone()), "{typed}");
    }
    let letters = made(u128::MAX / 3);
    assert_eq!(Reference::parse(&letters.as_str().to_lowercase()), Ok(letters));
}

#[test]
fn refusals() {
    for (typed, code) in [
        ("", FieldCode::Required),
        (" - ", FieldCode::Required),
        ("000-000-00", FieldCode::ReferenceFormat),
        ("000-000-0011", FieldCode::ReferenceFormat),
        ("000-000-00A", FieldCode::ReferenceFormat),
        ("000-000-00Ơ", FieldCode::ReferenceFormat),
        ("000-000-000", FieldCode::ReferenceCheck),
        ("000-000-010", FieldCode::ReferenceCheck),
    ] {
        assert_eq!(Reference::parse(typed), Err(code), "{typed}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        if let Ok(reference) = Reference::parse(&text) {
            prop_assert_eq!(Reference::parse(reference.as_str()), Ok(reference));
        }
    }

    #[test]
    fn what_was_drawn_reads_back(seed in any::<u128>()) {
        let reference = made(seed);
        prop_assert_eq!(Reference::parse(reference.as_str()), Ok(reference.clone()));
        let json = serde_json::to_string(&reference).unwrap();
        prop_assert_eq!(serde_json::from_str::<Reference>(&json).unwrap(), reference);
    }

    #[test]
    fn every_wrong_symbol_is_found(seed in any::<u128>()) {
        let right = symbols(&made(seed));
        for at in 0..LENGTH {
            for symbol in ALPHABET {
                let mut wrong = right.clone();
                wrong[at] = *symbol;
                let expected = *symbol == right[at];
                prop_assert_eq!(Reference::parse(std::str::from_utf8(&wrong).unwrap()).is_ok(), expected);
            }
        }
    }

    #[test]
    fn every_swap_is_found(seed in any::<u128>()) {
        let right = symbols(&made(seed));
        for a in 0..LENGTH {
            for b in a + 1..LENGTH {
                let mut wrong = right.clone();
                wrong.swap(a, b);
                let expected = right[a] == right[b];
                prop_assert_eq!(Reference::parse(std::str::from_utf8(&wrong).unwrap()).is_ok(), expected);
            }
        }
    }
}
