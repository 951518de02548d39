//! The same words as a letter by e-mail: whole, and with where to go on. It holds no link with a key: a mailbox keeps what it gets for
//! years, and is often open to others.

use super::{Facts, Kind, write};
use eid_domain::wire::Lang;

/// A letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What it is about; names nobody.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// The letter of a notice; `site` is our own address, e.g. `https://hen.example.gov.vn`, empty where nobody has told us.
#[must_use]
pub fn letter(kind: Kind, lang: Lang, facts: &Facts, site: &str) -> Letter {
    let said = write(
        kind,
        lang,
        &Facts {
            link: String::new(),
            ..facts.clone()
        },
    );
    let (subject, after) = match (kind, lang) {
        (Kind::MailCode, Lang::Vi) => (
            "Mã xác nhận địa chỉ thư".to_owned(),
            "Bạn không nhờ gửi mã này? Bỏ qua thư này, không có gì thay đổi.".to_owned(),
        ),
        (Kind::MailCode, Lang::En) => (
            "Code for your e-mail address".to_owned(),
            "You did not ask for this code? Do nothing, and nothing changes.".to_owned(),
        ),
        (_, Lang::Vi) => (subject_vi(facts), ways_vi(facts, site)),
        (_, Lang::En) => (subject_en(facts), ways_en(facts, site)),
    };
    let mark = match lang {
        Lang::Vi => "Bản minh họa. Không phải cổng chính thức, không phải VNeID.",
        Lang::En => "Reference implementation. Not the official portal, not VNeID.",
    };
    Letter {
        subject,
        body: format!("{said}\n\n{after}\n\n--\n{mark}\n"),
    }
}

/// The first reference of a family is enough to know it by.
fn first(facts: &Facts) -> &str {
    facts.reference.split(' ').next().unwrap_or_default()
}

fn subject_vi(facts: &Facts) -> String {
    match (facts.dossier_code.as_str(), first(facts)) {
        ("", reference) => format!("Lịch hẹn {reference}"),
        (code, _) => format!("Hồ sơ {code}"),
    }
}

fn subject_en(facts: &Facts) -> String {
    match (facts.dossier_code.as_str(), first(facts)) {
        ("", reference) => format!("Appointment {reference}"),
        (code, _) => format!("Dossier {code}"),
    }
}

/// The code that opens the page of the steps, with the birth date that a letter does not tell.
fn opens(facts: &Facts) -> &str {
    match first(facts) {
        "" => &facts.dossier_code,
        reference => reference,
    }
}

fn ways_vi(facts: &Facts, site: &str) -> String {
    let place = if site.is_empty() {
        "trang theo dõi hồ sơ".to_owned()
    } else {
        format!("{site}/tra-cuu")
    };
    format!(
        "Xem từng bước: mở {place}, nhập mã {} và ngày sinh.\nKhông muốn nhận thư nữa: mở trang hồ sơ, mục Tin nhắn đã gửi, Chọn cách nhận tin nhắn.",
        opens(facts)
    )
}

fn ways_en(facts: &Facts, site: &str) -> String {
    let place = if site.is_empty() {
        "the page where a dossier is tracked".to_owned()
    } else {
        format!("{site}/en/tra-cuu")
    };
    format!(
        "See each step: open {place}, give the code {} and the birth date.\nNo letters any more: open the page of your dossier, Messages sent, Choose how we write to you.",
        opens(facts)
    )
}
