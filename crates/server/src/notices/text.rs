//! The words of every notice, in Vietnamese and in English, each one SMS long. They are written once, in full letters: a letter has
//! them so, an SMS without marks.

pub mod account;
mod aid;
mod asked;
mod delivery;
mod en;
mod ends;
mod facts;
mod family;
mod letter;
mod parts;
mod representatives;
mod vi;
mod wallet;

pub use asked::asked;
pub use delivery::return_words;
pub use facts::Facts;
pub use letter::{Letter, letter};

use super::{
    Kind,
    plain::{SMS_LETTERS, shortened, without_marks},
};
use eid_domain::wire::Lang;
use parts::{at, linked, on};

/// Stands in a link for its key, as long as that is: the key itself is put in when the message is sent, and kept nowhere.
pub const KEY_MARK: &str = "**********************";

/// The text as it is sent.
#[must_use]
pub fn sms(kind: Kind, lang: Lang, facts: &Facts) -> String {
    let flat = Facts {
        office: without_marks(&facts.office),
        reason: without_marks(&facts.reason),
        place: without_marks(&facts.place),
        paper: without_marks(&facts.paper),
        child: shortened(&without_marks(&facts.child), representatives::LONGEST_NAME).to_owned(),
        ..facts.clone()
    };
    // The name of an office or a place, or the reason, gives way; nothing else does.
    let fixed = write(
        kind,
        lang,
        &Facts {
            office: String::new(),
            reason: String::new(),
            // Its words are others where there is none.
            place: flat.place.chars().take(1).collect(),
            ..flat.clone()
        },
    );
    let room = SMS_LETTERS.saturating_sub(without_marks(&fixed).len());
    let office = shortened(&flat.office, room).to_owned();
    let reason = shortened(&flat.reason, room).to_owned();
    let place = shortened(&flat.place, room).to_owned();
    let text = write(
        kind,
        lang,
        &Facts {
            office,
            reason,
            place,
            ..flat
        },
    );
    without_marks(&text)
}

fn write(kind: Kind, lang: Lang, facts: &Facts) -> String {
    match lang {
        Lang::Vi => vi::vi(kind, facts),
        Lang::En => en::en(kind, facts),
    }
}

const NEVER_ASKED_VI: &str = "Cán bộ KHÔNG hỏi OTP.";
const NEVER_ASKED_EN: &str = "Officers NEVER ask for codes.";

#[cfg(test)]
mod tests;
