//! Bad office files, refused at the right line.

use super::{OFFICES, check_offices, parse_offices, places};

/// The data file with one text put in place of another, once.
fn with(old: &str, new: &str) -> String {
    assert!(OFFICES.contains(old), "{old}");
    OFFICES.replacen(old, new, 1)
}

/// Line of the first place where a text stands.
fn line_of(text: &str) -> usize {
    let at = OFFICES.find(text).unwrap_or_else(|| panic!("{text}"));
    1 + OFFICES[..at].matches('\n').count()
}

fn refused(text: &str) -> String {
    parse_offices("offices.json", text).unwrap_err().to_string()
}

#[test]
fn by_what_is_wrong_with_a_field() {
    let first = line_of("\"hcm-pc06\"") - 1;
    for (old, new, line, reason) in [
        (
            "\"stations\": 6",
            "\"stations\": 0",
            first,
            "hcm-pc06: stations must be at least 1",
        ),
        (
            "\"walk_in_share\": 40",
            "\"walk_in_share\": 101",
            first,
            "hcm-pc06: walk_in_share is a percentage",
        ),
        (
            "\"valid_to\": null",
            "\"valid_to\": \"2025-06-30\"",
            first,
            "hcm-pc06: valid_to is before valid_from",
        ),
        (
            "\"step_free\"",
            "\"stepfree\"",
            first,
            "hcm-pc06: unknown field `stepfree`",
        ),
        (
            "\"street\": \"258 Trần Hưng Đạo\"",
            "\"street\": \"\"",
            first,
            "hcm-pc06: name, street, commune",
        ),
        (
            "\"stations\": 6",
            "\"stations\": \"6\"",
            line_of("\"stations\""),
            "invalid type: string \"6\", expected u8",
        ),
        (
            "\"commune_police\"",
            "\"police\"",
            line_of("\"commune_police\""),
            "invalid value: string \"police\"",
        ),
        (
            "\"from\": \"07:30\"",
            "\"from\": \"07:35\"",
            line_of("\"hours\""),
            "a session ends after it begins",
        ),
        (
            "\"to\": \"11:30\"",
            "\"to\": \"14:00\"",
            line_of("\"hours\""),
            "the sessions of a day are in order",
        ),
        ("\"2025-07-01\"", "\"2025-02-30\"", line_of("\"valid_from\""), ""),
        (
            "\"hcm-pc06\"",
            "\"PC06\"",
            line_of("\"hcm-pc06\""),
            "choice_unknown",
        ),
    ] {
        let error = refused(&with(old, new));
        let expected = format!("offices.json:{line}: {reason}");
        assert!(error.starts_with(&expected), "{error}\n{expected}");
    }
}

#[test]
fn by_what_is_wrong_with_the_whole() {
    let second = line_of("\"hcm-thu-duc\"") - 1;
    let twice = with("\"hcm-thu-duc\"", "\"hcm-pc06\"");
    assert_eq!(
        refused(&twice),
        format!("offices.json:{second}: hcm-pc06: this id stands twice")
    );
    let missing = refused(&with("      \"note\": null,\n", ""));
    assert!(missing.ends_with("hcm-pc06: missing field `note`"), "{missing}");
    assert!(refused("{").starts_with("offices.json:1: EOF while parsing"));
    assert!(refused(&with("\"collected\"", "\"extra\"")).contains("unknown field `extra`"));
}

#[test]
fn by_places_that_do_not_exist_or_fit() {
    let places = places();
    let first = line_of("\"hcm-pc06\"") - 1;
    let refused = |old: &str, new: &str| {
        let error = check_offices("offices.json", &with(old, new), &places).unwrap_err();
        (error.line, error.reason)
    };
    for (old, new, reason) in [
        ("\"26758\"", "\"26759\"", "hcm-pc06: commune 26759 does not exist"),
        (
            "\"26758\"",
            "\"26743\"",
            "hcm-pc06: commune 26743 is Phường Bến Thành, not Phường Cầu Ông Lãnh",
        ),
        (
            "\"province_code\": \"79\"",
            "\"province_code\": \"48\"",
            "hcm-pc06: commune 26758 is in province 79",
        ),
        (
            "\"legacy_districts\": []",
            "\"legacy_districts\": [\"Quận 13\"]",
            "hcm-pc06: no old district is called Quận 13",
        ),
    ] {
        assert_eq!(refused(old, new), (first, reason.to_owned()));
    }
}
