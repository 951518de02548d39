//! The dossier code (*mã hồ sơ*) on the slip: Circular 03/2025/TT-VPCP art. 13, as amended by Circular
//! 4/2025/TT-VPCP from 25 January 2026.

mod normal;

use crate::{
    field::FieldCode,
    text_type::{redacted_debug, text_newtype},
};
use jiff::civil::Date;

/// Agency, day of receipt, serial of that day: `G01.899.108.000-261120-0007`. Central systems put two
/// digits of the owner before the serial: `…-261120-790007`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DossierCode(String);

/// A serial has four to eight digits, an owner's two included.
const SERIAL_DIGITS: std::ops::RangeInclusive<usize> = 4..=8;

impl DossierCode {
    /// Reads what a person typed: any case, `O` for `0`, any dash for the hyphen, dots left out.
    ///
    /// # Errors
    /// [`FieldCode::Required`], [`FieldCode::DossierCodeFormat`], also when the middle block is no date.
    pub fn parse(text: &str) -> Result<Self, FieldCode> {
        let code = normal::normalise(text);
        if code.is_empty() {
            return Err(FieldCode::Required);
        }
        Self::strict(code)
    }

    /// The code of a dossier received on `date` (from 2000 to 2099) as the `serial`-th of that day. The
    /// prefix is the agency's identification code, e.g. `G01.899.108.000`.
    ///
    /// # Errors
    /// [`FieldCode::DossierCodeFormat`] for a wrong prefix, another century, or a serial of over 8 digits.
    pub fn new(prefix: &str, date: Date, serial: u32) -> Result<Self, FieldCode> {
        Self::build(prefix, date, &format!("{serial:04}"))
    }

    /// The same for a central system: two digits of the owner, then the serial.
    ///
    /// # Errors
    /// As [`DossierCode::new`]; the owner must be below 100.
    pub fn with_owner(prefix: &str, date: Date, owner: u8, serial: u32) -> Result<Self, FieldCode> {
        Self::build(prefix, date, &format!("{owner:02}{serial:04}"))
    }

    fn build(prefix: &str, date: Date, serial: &str) -> Result<Self, FieldCode> {
        if !(2000..2100).contains(&date.year()) {
            return Err(FieldCode::DossierCodeFormat);
        }
        let (year, month, day) = (date.year() - 2000, date.month(), date.day());
        Self::strict(format!("{prefix}-{year:02}{month:02}{day:02}-{serial}"))
    }

    /// `^[A-Z]\d{2}(?:\.\d{2,3}){1,4}-\d{6}-\d{4,8}$` with a date in the middle.
    fn strict(code: String) -> Result<Self, FieldCode> {
        let parts: Vec<&str> = code.split('-').collect();
        let fits = match parts.as_slice() {
            [prefix, date, serial] => {
                normal::is_prefix(prefix)
                    && read_date(date).is_some()
                    && SERIAL_DIGITS.contains(&serial.len())
                    && normal::all_digits(serial)
            }
            _ => false,
        };
        if fits {
            Ok(Self(code))
        } else {
            Err(FieldCode::DossierCodeFormat)
        }
    }

    /// The agency's identification code: `G01.899.108.000`.
    #[must_use]
    pub fn prefix(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// The day of receipt.
    #[must_use]
    pub fn received_on(&self) -> Date {
        self.0.split('-').nth(1).and_then(read_date).unwrap_or(Date::MIN)
    }

    /// The last block: serial of the day, with an owner's two digits if there are any.
    #[must_use]
    pub fn serial(&self) -> &str {
        self.0.rsplit('-').next().unwrap_or_default()
    }
}

/// `YYMMDD` of this century.
fn read_date(text: &str) -> Option<Date> {
    if text.len() != 6 || !normal::all_digits(text) {
        return None;
    }
    let part = |from: usize| text.get(from..from + 2)?.parse::<i8>().ok();
    Date::new(2000 + i16::from(part(0)?), part(2)?, part(4)?).ok()
}

redacted_debug!(DossierCode);
text_newtype!(
    DossierCode,
    "Dossier code: agency, date of receipt, serial.",
    "G01.899.108.000-261120-0007"
);

#[cfg(test)]
mod tests;
