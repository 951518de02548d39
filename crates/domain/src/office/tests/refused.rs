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
fn by_what_is_wrong_with_shares_and_rota() {
    let first = line_of("\"hcm-pc06\"") - 1;
    let mobile = line_of("\"dn-luu-dong-hoa-hai\"") - 1;
    let share = |percent: u16, from: &str, to: &str| {
        format!(r#"{{"percent": {percent}, "valid_from": "{from}", "valid_to": {to}}}"#)
    };
    let rota = |days: &str, from: &str, to: &str, stations: u8| {
        format!(
            r#"{{"weekdays": [{days}], "from": "{from}", "to": "{to}", "stations": {stations},
            "valid_from": "2026-11-01", "valid_to": "2026-12-31"}}"#
        )
    };
    let monday = rota("\"monday\"", "07:30", "11:30", 6);
    let good = [
        ("assisted_shares", String::new()),
        ("assisted_shares", share(100, "2026-11-01", "\"2026-11-01\"")),
        (
            "assisted_shares",
            format!(
                "{}, {}",
                share(20, "2026-11-01", "\"2026-11-30\""),
                share(30, "2026-12-01", "null")
            ),
        ),
        (
            "rota",
            format!("{monday}, {}", rota("\"monday\"", "11:30", "17:00", 0)),
        ),
        (
            "rota",
            format!("{monday}, {}", rota("\"tuesday\"", "07:30", "11:30", 1)),
        ),
        ("rota", format!("{monday}, {}", monday.replace("2026", "2027"))),
    ];
    let set = |id: &str, field: &str, value: &str| {
        with(
            &format!("\"id\": \"{id}\","),
            &format!("\"id\": \"{id}\", \"{field}\": [{value}],"),
        )
    };
    for (field, value) in good {
        let text = set("hcm-pc06", field, &value);
        assert_eq!(
            parse_offices("offices.json", &text).map(|_| ()),
            Ok(()),
            "{field}: {value}"
        );
    }
    for (field, value, reason) in [
        (
            "assisted_shares",
            share(101, "2026-11-01", "null"),
            "percent of assisted_shares is a percentage",
        ),
        (
            "assisted_shares",
            share(20, "2026-11-02", "\"2026-11-01\""),
            "valid_to of assisted_shares is before its valid_from",
        ),
        (
            "assisted_shares",
            format!(
                "{}, {}",
                share(20, "2026-11-01", "\"2026-12-01\""),
                share(30, "2026-12-01", "null")
            ),
            "two assisted_shares apply to the same day",
        ),
        (
            "rota",
            rota("", "07:30", "11:30", 1),
            "a rota entry names each of its weekdays once",
        ),
        (
            "rota",
            rota("\"monday\", \"friday\", \"monday\"", "07:30", "11:30", 1),
            "a rota entry names each of its weekdays once",
        ),
        (
            "rota",
            rota("\"monday\"", "11:30", "11:30", 1),
            "a rota entry ends after it begins",
        ),
        (
            "rota",
            rota("\"monday\"", "07:35", "11:30", 1),
            "a rota entry ends after it begins",
        ),
        (
            "rota",
            rota("\"monday\"", "07:30", "11:30", 7),
            "a rota entry has more stations than the office",
        ),
        (
            "rota",
            monday.replace("2026-12-31", "2026-10-31"),
            "a rota entry's valid_to is before its valid_from",
        ),
        (
            "rota",
            format!(
                "{monday}, {}",
                rota("\"friday\", \"monday\"", "11:20", "13:00", 1)
            ),
            "two rota entries speak of the same time",
        ),
    ] {
        let error = refused(&set("hcm-pc06", field, &value));
        let expected = format!("offices.json:{first}: hcm-pc06: {reason}");
        assert!(error.starts_with(&expected), "{error}\n{expected}");
    }
    assert_eq!(
        refused(&set(
            "dn-luu-dong-hoa-hai",
            "assisted_shares",
            &share(20, "2026-11-01", "null")
        )),
        format!("offices.json:{mobile}: dn-luu-dong-hoa-hai: a mobile team has no assisted_shares")
    );
    let sunday = refused(&set("hcm-pc06", "rota", &rota("\"sunday\"", "07:30", "11:30", 1)));
    assert!(sunday.contains("invalid value: string \"sunday\""), "{sunday}");
    let extra = share(20, "2026-11-01", "null").replace('}', ", \"why\": 1}");
    let extra = refused(&set("hcm-pc06", "assisted_shares", &extra));
    assert!(extra.contains("unknown field `why`"), "{extra}");
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
