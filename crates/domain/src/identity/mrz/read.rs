//! From three lines to what the card says.

use super::{Mrz, MrzError, check::check_digit, write::NO_EXPIRY};
use crate::{
    expiry::Expiry,
    identity::{BirthDate, PersonalNumber, Sex},
    typed_text::compact,
};
use jiff::civil::Date;

/// Characters of the zone.
const ALL: usize = 90;

impl Mrz {
    /// Reads the zone as typed, or as a camera read it: lower case, spaces and confused characters (`O` for
    /// `0`, `K` for `<`) are put right where the place allows only the other; missing fillers at the end of
    /// the name are added. Every check digit must fit.
    ///
    /// # Errors
    /// [`MrzError`].
    pub fn parse(text: &str) -> Result<Self, MrzError> {
        let zone = zone(text)?;
        let part = |from: usize, to: usize| zone.get(from - 1..to).unwrap_or_default();
        // Positions count from 1 over all lines: line 2 begins at 31, line 3 at 61.
        if part(1, 5) != "IDVNM" || part(46, 48) != "VNM" {
            return Err(MrzError::NotVietnamese);
        }
        let fits = |from: usize, to: usize| zone.get(to..=to) == Some(check_of(&[part(from, to)]).as_str());
        if !fits(6, 14) || !fits(16, 29) {
            return Err(MrzError::NumberCheck);
        }
        if !fits(31, 36) {
            return Err(MrzError::BirthCheck);
        }
        if !fits(39, 44) {
            return Err(MrzError::ExpiryCheck);
        }
        if part(60, 60) != check_of(&[part(6, 30), part(31, 37), part(39, 45), part(49, 59)]) {
            return Err(MrzError::CompositeCheck);
        }
        let number = PersonalNumber::parse(part(16, 27)).map_err(|_| MrzError::Number)?;
        if number.document_number() != part(6, 14) {
            return Err(MrzError::Number);
        }
        let sex = match part(38, 38) {
            "M" => Sex::Male,
            "F" => Sex::Female,
            _ => return Err(MrzError::Sex),
        };
        let birth_date = birth_date(part(31, 36), number.century_sex().0).ok_or(MrzError::Date)?;
        let expiry = expiry(part(39, 44)).ok_or(MrzError::Date)?;
        Ok(Self {
            number,
            birth_date,
            sex,
            expiry,
            name_line: part(61, 90).to_owned(),
        })
    }
}

fn check_of(parts: &[&str]) -> String {
    check_digit(parts.iter().flat_map(|part| part.bytes())).into()
}

/// Ninety characters, each of the kind that its position takes.
fn zone(text: &str) -> Result<String, MrzError> {
    let mut zone = compact(text)
        .to_ascii_uppercase()
        .replace('«', "<<")
        .replace(['‹', '＜'], "<");
    if zone.chars().any(|c| !matches!(c, 'A'..='Z' | '0'..='9' | '<')) {
        return Err(MrzError::Characters);
    }
    if !(61..=ALL).contains(&zone.len()) {
        return Err(MrzError::Length);
    }
    zone.extend(std::iter::repeat_n('<', ALL - zone.len()));
    zone.chars()
        .enumerate()
        .map(|(index, c)| fit(index + 1, c).ok_or(MrzError::Characters))
        .collect()
}

/// The character that can stand at this position (from 1) and looks like the one that was read.
fn fit(position: usize, c: char) -> Option<char> {
    match position {
        33..=36 if c == '<' => Some(c),
        6..=27 | 30..=37 | 39..=45 | 60 => as_digit(c),
        28 | 29 | 49..=59 => matches!(c, '<' | 'K').then_some('<'),
        _ => Some(as_letter(c)),
    }
}

fn as_digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        'O' | 'Q' | 'D' => Some('0'),
        'I' | 'L' => Some('1'),
        'Z' => Some('2'),
        'S' => Some('5'),
        'G' => Some('6'),
        'B' => Some('8'),
        _ => None,
    }
}

fn as_letter(c: char) -> char {
    match c {
        '0' => 'O',
        '1' => 'I',
        '2' => 'Z',
        '5' => 'S',
        '6' => 'G',
        '8' => 'B',
        c => c,
    }
}

fn birth_date(six: &str, century: i16) -> Option<BirthDate> {
    let part = |from: usize| match six.get(from..from + 2)? {
        "<<" => Some(None),
        digits => digits.parse::<i8>().ok().map(Some),
    };
    let year = century + i16::from(part(0)??);
    BirthDate::new(year, part(2)?, part(4)?).ok()
}

fn expiry(six: &str) -> Option<Expiry> {
    let part = |from: usize| six.get(from..from + 2)?.parse::<i8>().ok();
    let date = Date::new(2000 + i16::from(part(0)?), part(2)?, part(4)?).ok()?;
    Some(if date == NO_EXPIRY {
        Expiry::Never
    } else {
        Expiry::On { date }
    })
}
