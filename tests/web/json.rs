//! The browser's JSON against a library's: what one writes the other reads, for every kind of value that crosses the wire.

use crate::browser::json;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use wasm_bindgen_test::wasm_bindgen_test;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Plain {
    FirstOne,
    Holding(u8),
    Named { left: bool },
    Pair(i8, String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Tagged {
    Empty,
    On {
        #[serde(deserialize_with = "eid_domain::when::read")]
        date: Date,
        count: u32,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Inner(String);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Everything {
    words: String,
    small: u8,
    below: i64,
    exact: u64,
    part: f64,
    truth: bool,
    nothing: Option<u16>,
    something: Option<u16>,
    #[serde(default)]
    left_out: Vec<String>,
    list: Vec<Inner>,
    pair: (u8, String),
    map: BTreeMap<String, Plain>,
    plain: Vec<Plain>,
    tagged: Vec<Tagged>,
    unit: (),
    nested: Option<Box<Self>>,
}

fn everything() -> Everything {
    let one = Everything {
        words: "Nguyễn \"Thị\" Hoà\n\u{1F469}\\".into(),
        small: 255,
        below: -9_007_199_254_740_991,
        exact: 9_007_199_254_740_991,
        part: 0.5,
        truth: true,
        nothing: None,
        something: Some(0),
        left_out: Vec::new(),
        list: vec![Inner("a".into()), Inner(String::new())],
        pair: (1, "hai".into()),
        map: [("x".to_owned(), Plain::FirstOne)].into(),
        plain: vec![
            Plain::FirstOne,
            Plain::Holding(7),
            Plain::Named { left: true },
            Plain::Pair(-1, "b".into()),
        ],
        tagged: vec![
            Tagged::Empty,
            Tagged::On {
                date: date(2026, 11, 22),
                count: 3,
            },
        ],
        unit: (),
        nested: None,
    };
    Everything {
        nested: Some(Box::new(one.clone())),
        ..one
    }
}

#[wasm_bindgen_test]
fn each_reads_what_the_other_writes() {
    let value = everything();
    let ours = json::write(&value).unwrap();
    assert_eq!(serde_json::from_str::<Everything>(&ours).unwrap(), value);
    let theirs = serde_json::to_string(&value).unwrap();
    assert_eq!(json::read::<Everything>(&theirs), Some(value));
}

#[wasm_bindgen_test]
fn what_is_not_known_is_passed_over_and_what_is_missing_is_refused() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Two {
        first: u8,
        second: Option<u8>,
        #[serde(default)]
        third: u8,
    }
    let two = |first, second, third| Some(Two { first, second, third });
    assert_eq!(json::read(r#"{"other":[1],"first":1}"#), two(1, None, 0));
    assert_eq!(
        json::read(r#"{"third":3,"second":null,"first":1}"#),
        two(1, None, 3)
    );
    for wrong in [
        "{\"second\":1}",
        "[1,2]",
        "7",
        "null",
        "{\"first\":\"1\"}",
        "{\"first\":256}",
        "{\"first\":0.5}",
        "{",
    ] {
        assert_eq!(json::read::<Two>(wrong), None, "{wrong}");
    }
}

#[wasm_bindgen_test]
fn values_of_the_wrong_kind_are_refused() {
    assert_eq!(json::read::<Plain>("\"first_one\""), Some(Plain::FirstOne));
    for wrong in [
        "\"none\"",
        "{}",
        "{\"holding\":\"x\"}",
        "{\"holding\":1,\"first_one\":null}",
        "3",
        "\"holding\"",
    ] {
        assert_eq!(json::read::<Plain>(wrong), None, "{wrong}");
    }
    assert_eq!(json::read::<Vec<u8>>("{\"0\":1}"), None);
    assert_eq!(json::read::<BTreeMap<String, u8>>("[1]"), None);
    assert_eq!(json::read::<bool>("1"), None);
    assert_eq!(json::read::<u64>("9007199254740993"), None);
}
