//! What to call members and windows.

use super::draft::Person;
use crate::browser::intl;
use crate::i18n::{keys::household as k, t, tf};
use jiff::civil::{Date, DateTime, Time};

/// "07:30–08:40".
pub(super) fn window(from: Time, to: Time) -> String {
    format!("{}–{}", intl::time(from), intl::time(to))
}

/// "07:30–08:40, Thứ Tư, 25 tháng 11, 2026".
pub(super) fn window_on(from: DateTime, to: DateTime) -> String {
    format!(
        "{}, {}",
        window(from.time(), to.time()),
        intl::long_date(from.date())
    )
}

/// The name, or "Người thứ 2", and the age where it is known: "Người thứ 2, 38 tuổi".
pub(super) fn called(person: &Person, at: usize, today: Date) -> String {
    let name = person.full_name.trim();
    let name = if name.is_empty() {
        tf(k::NTH, &[("n", &(at + 1).to_string())])
    } else {
        name.to_owned()
    };
    match person.answers.birth {
        Some(birth) => {
            let age = birth.ages_on(today).youngest.to_string();
            tf(k::WITH_AGE, &[("name", &name), ("age", &age)])
        }
        None => name,
    }
}

/// The heading of the page of a member's details.
pub(in super::super) fn person_title(at: usize, today: Date) -> String {
    let people = super::open().now().people();
    let Some(person) = people.get(at) else {
        return t(k::TITLE).to_owned();
    };
    let who = called(person, at, today);
    let (at, of) = ((at + 1).to_string(), people.len().to_string());
    tf(k::PERSON_TITLE, &[("who", &who), ("n", &at), ("of", &of)])
}
