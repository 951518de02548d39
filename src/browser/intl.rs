//! Dates, numbers and money in the person's language. All data comes from the browser's own `Intl`.
//!
//! Times of an office are civil (`jiff::civil`) and are shown as they are: office time is the truth wherever the
//! person is. Instants are shown in Viet Nam's time.

use crate::i18n::{Lang, lang};
use eid_domain::{calendar::days_between, office::WorkDay};
use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
};
use js_sys::{Array, Date as JsDate, Function, Intl, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

const OFFICE_ZONE: &str = "Asia/Ho_Chi_Minh";

fn locale() -> &'static str {
    match lang() {
        Lang::Vi => "vi-VN",
        // Day before month, as on every paper of the office.
        Lang::En => "en-GB",
    }
}

fn locales() -> Array {
    Array::of1(&locale().into())
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in pairs {
        let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
    }
    object
}

/// Civil values travel through `Intl` as if they were in UTC, so that no zone moves them.
fn civil_ms(at: DateTime) -> f64 {
    JsDate::utc(f64::from(at.year()), f64::from(at.month()) - 1.0)
        + f64::from(at.day() - 1) * 86_400_000.0
        + f64::from(at.hour()) * 3_600_000.0
        + f64::from(at.minute()) * 60_000.0
}

fn date_text(ms: f64, pairs: &[(&str, &str)]) -> String {
    call(&date_format(pairs), &JsDate::new(&ms.into()))
}

thread_local! {
    /// Formats made so far, by language and options: a list of thirty days asks for the same one thirty times, and making
    /// one takes a slow phone as long as drawing its row.
    static FORMATS: RefCell<Vec<(String, Function)>> = const { RefCell::new(Vec::new()) };
}

fn date_format(pairs: &[(&str, &str)]) -> Function {
    let mut key = locale().to_owned();
    for (name, value) in pairs {
        key.push_str(name);
        key.push_str(value);
    }
    let known = |formats: &Vec<(String, Function)>| Some(formats.iter().find(|one| one.0 == key)?.1.clone());
    if let Some(format) = FORMATS.with_borrow(known) {
        return format;
    }
    let format = Intl::DateTimeFormat::new(&locales(), &options(pairs)).format();
    FORMATS.with_borrow_mut(|formats| formats.push((key, format.clone())));
    format
}

fn call(format: &Function, value: &JsValue) -> String {
    format
        .call1(&JsValue::UNDEFINED, value)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

/// "Thứ Hai, 23 tháng 11, 2026".
pub fn long_date(date: Date) -> String {
    date_text(
        civil_ms(date.at(0, 0, 0, 0)),
        &[("dateStyle", "full"), ("timeZone", "UTC")],
    )
}

/// "Thứ Hai, 23 tháng 11": for lists that stand under a month's name.
pub fn day_date(date: Date) -> String {
    let pairs = [
        ("weekday", "long"),
        ("day", "numeric"),
        ("month", "long"),
        ("timeZone", "UTC"),
    ];
    date_text(civil_ms(date.at(0, 0, 0, 0)), &pairs)
}

/// "Thứ Hai, 23/11", "Monday 23 November": short enough for one line of a list on a phone.
pub fn weekday_date(date: Date) -> String {
    let month = match lang() {
        Lang::Vi => "numeric",
        Lang::En => "long",
    };
    let pairs = [
        ("weekday", "long"),
        ("day", "numeric"),
        ("month", month),
        ("timeZone", "UTC"),
    ];
    date_text(civil_ms(date.at(0, 0, 0, 0)), &pairs)
}

/// "Thứ Tư".
pub fn weekday(day: WorkDay) -> String {
    let nth = WorkDay::ALL.iter().take_while(|known| **known != day).count();
    // The first of January 2024 was a Monday.
    let ms = JsDate::utc(2024.0, 0.0) + f64::from(u8::try_from(nth).unwrap_or_default()) * 86_400_000.0;
    date_text(ms, &[("weekday", "long"), ("timeZone", "UTC")])
}

/// "23/11/2026".
pub fn short_date(date: Date) -> String {
    let pairs = [
        ("day", "2-digit"),
        ("month", "2-digit"),
        ("year", "numeric"),
        ("timeZone", "UTC"),
    ];
    date_text(civil_ms(date.at(0, 0, 0, 0)), &pairs)
}

/// "tháng 11 năm 2026".
pub fn month(date: Date) -> String {
    date_text(
        civil_ms(date.at(0, 0, 0, 0)),
        &[("month", "long"), ("year", "numeric"), ("timeZone", "UTC")],
    )
}

/// "07:30": the same in both languages, with no locale to get wrong.
pub fn time(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// "07:30, Thứ Hai, 23 tháng 11, 2026".
pub fn date_time(at: DateTime) -> String {
    format!("{}, {}", time(at.time()), long_date(at.date()))
}

/// An instant in Viet Nam's time: "14:05, 23/11/2026".
pub fn instant(at: Timestamp) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds since 1970 fit a double for ages"
    )]
    let ms = at.as_millisecond() as f64;
    let clock = date_text(
        ms,
        &[
            ("hour", "2-digit"),
            ("minute", "2-digit"),
            ("hourCycle", "h23"),
            ("timeZone", OFFICE_ZONE),
        ],
    );
    let day = [
        ("day", "2-digit"),
        ("month", "2-digit"),
        ("year", "numeric"),
        ("timeZone", OFFICE_ZONE),
    ];
    format!("{clock}, {}", date_text(ms, &day))
}

/// "Ngày mai", "sau 3 ngày nữa", "hôm qua", as the browser spells it: from one day to another.
pub fn relative_days(from: Date, to: Date) -> String {
    let days = days_between(from, to);
    let format = Intl::RelativeTimeFormat::new(&locales(), &options(&[("numeric", "auto")]));
    format.format(f64::from(days), "day").into()
}

/// "1.250".
pub fn number(value: f64) -> String {
    // Below a thousand there is nothing to group, and most numbers of a page are counts.
    if value.fract() == 0.0 && (0.0..1000.0).contains(&value) {
        return (value as u16).to_string();
    }
    call(
        &Intl::NumberFormat::new(&locales(), &Object::new()).format(),
        &value.into(),
    )
}

/// "50.000 ₫": whole đồng.
pub fn money(dong: u32) -> String {
    let format = Intl::NumberFormat::new(
        &locales(),
        &options(&[("style", "currency"), ("currency", "VND")]),
    );
    call(&format.format(), &dong.into())
}

/// "a, b và c".
pub fn list(items: &[String]) -> String {
    let array: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
    let made = Reflect::get(&js_sys::global(), &"Intl".into())
        .and_then(|intl| Reflect::get(&intl, &"ListFormat".into()))
        .and_then(|class| {
            Reflect::construct(class.unchecked_ref::<Function>(), &Array::of1(&locale().into()))
        });
    let text = made.and_then(|format| {
        let method = Reflect::get(&format, &"format".into())?;
        method.unchecked_ref::<Function>().call1(&format, &array)
    });
    text.ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| items.join(", "))
}

/// The plural category of a number: Vietnamese knows `other` alone.
pub fn plural_category(count: u32, lang: Lang) -> &'static str {
    match (lang, count) {
        (Lang::En, 1) => "one",
        _ => "other",
    }
}

/// The person's own clock where it differs from Viet Nam's: `("Europe/Paris", "01:30, 23/11/2026")`.
///
/// `at` is office time, which is seven hours ahead of UTC all year.
pub fn own_time(at: DateTime) -> Option<(String, String)> {
    let plain = Intl::DateTimeFormat::new(&Array::new(), &Object::new());
    let zone = Reflect::get(&plain.resolved_options(), &"timeZone".into())
        .ok()?
        .as_string()?;
    let ms = civil_ms(at) - 7.0 * 3_600_000.0;
    let offset_minutes = JsDate::new(&ms.into()).get_timezone_offset();
    if offset_minutes == -420.0 {
        return None;
    }
    let pairs = [
        ("dateStyle", "short"),
        ("timeStyle", "short"),
        ("timeZone", zone.as_str()),
    ];
    Some((zone.clone(), date_text(ms, &pairs)))
}
