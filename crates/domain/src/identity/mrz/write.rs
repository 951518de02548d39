//! From what a card says to its three lines.

use super::{Mrz, check::check_digit};
use crate::{expiry::Expiry, identity::BirthDate};
use jiff::civil::{Date, date};

/// How a card without expiry writes it: the last day that two-digit years can name.
pub(super) const NO_EXPIRY: Date = date(2099, 12, 31);

/// Two-digit years of expiry are of this century, and one of its days stands for none.
pub(super) fn can_write(expiry: Expiry) -> bool {
    expiry
        .date()
        .is_none_or(|day| (2000..2100).contains(&day.year()) && day != NO_EXPIRY)
}

impl Mrz {
    /// The three lines of thirty characters.
    #[must_use]
    pub fn lines(&self) -> [String; 3] {
        let document = with_check(self.number.document_number().to_owned());
        let number = with_check(format!("{}<<", self.number));
        let birth = with_check(six(&self.birth_date));
        let expiry = with_check(yymmdd(self.expiry.date().unwrap_or(NO_EXPIRY)));
        let filler = "<".repeat(11);
        let all = [&document, &number, &birth, &expiry, &filler];
        let composite = check_digit(all.into_iter().flat_map(|part| part.bytes()));
        [
            format!("IDVNM{document}{number}"),
            format!("{birth}{}{expiry}VNM{filler}{composite}", self.sex.mrz()),
            self.name_line.clone(),
        ]
    }
}

fn with_check(mut text: String) -> String {
    text.push(check_digit(text.bytes()));
    text
}

fn yymmdd(day: Date) -> String {
    format!(
        "{:02}{:02}{:02}",
        day.year().rem_euclid(100),
        day.month(),
        day.day()
    )
}

/// Unknown month or day are fillers (ICAO Doc 9303-3 §4.7).
fn six(birth: &BirthDate) -> String {
    let part = |part: Option<i8>| part.map_or_else(|| "<<".to_owned(), |part| format!("{part:02}"));
    format!(
        "{:02}{}{}",
        birth.year().rem_euclid(100),
        part(birth.month()),
        part(birth.day())
    )
}
