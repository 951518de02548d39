//! Intl: what people do with it and what they get.

use super::stage::mount;
use crate::browser::intl;
use crate::i18n::{self, Lang, keys::common, tn};
use jiff::civil::{date, time};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn dates_numbers_and_money_are_said_as_people_say_them() {
    let _stage = mount(|| ());
    let day = date(2026, 11, 23);
    assert_eq!(intl::long_date(day), "Thứ Hai, 23 tháng 11, 2026");
    assert_eq!(intl::short_date(day), "23/11/2026");
    assert_eq!(intl::time(time(7, 30, 0, 0)), "07:30");
    assert_eq!(intl::money(50_000).replace('\u{a0}', " "), "50.000 ₫");
    assert_eq!(intl::relative_days(date(2026, 11, 22), day), "Ngày mai");
    assert_eq!(
        intl::instant("2026-11-22T18:05:00Z".parse().unwrap()),
        "01:05, 23/11/2026"
    );
    assert_eq!(intl::list(&["a".into(), "b".into(), "c".into()]), "a, b và c");
    assert_eq!(tn(common::PLACES, 1), "còn 1 chỗ");

    i18n::set_lang(Lang::En);
    assert_eq!(intl::long_date(day), "Monday, 23 November 2026");
    assert_eq!(intl::relative_days(date(2026, 11, 22), day), "tomorrow");
    assert_eq!(tn(common::PLACES, 1), "1 place left");
    assert_eq!(tn(common::PLACES, 2), "2 places left");
    i18n::set_lang(Lang::Vi);
}
