//! What to call the members of a family.

use super::draft::Person;
use crate::i18n::{keys::household as k, tf};
use jiff::civil::Date;

/// The name, or "Người thứ 2", and the age where it is known: "Người thứ 2, 38 tuổi".
pub(super) fn member(person: &Person, at: usize, today: Date) -> String {
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
