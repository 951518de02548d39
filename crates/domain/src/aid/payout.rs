//! The account at a bank or wallet that assistance is paid to.

use crate::{
    data_error::DataError,
    field::FieldCode,
    identity::{OtpPhone, PersonName},
    str_enum::str_enum,
    text_type::redacted_debug,
    tsv,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

str_enum! {
    /// What a provider is.
    pub enum PayoutKind {
        /// A bank: an account number.
        Bank = "bank",
        /// *Ví điện tử, tiền di động*: the number is that of the phone.
        Wallet = "wallet",
    }
}

/// A bank or wallet that can be linked, from `data/payout.tsv`.
///
/// ```json
/// {"id":"vietcombank","kind":"bank","name":"Vietcombank"}
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Provider {
    /// Its stable name.
    pub id: String,
    /// Bank or wallet.
    pub kind: PayoutKind,
    /// As people know it; the same in every language.
    pub name: String,
}

/// Reads the providers that can be linked on a day.
///
/// # Errors
/// The first bad row: wrong columns, unknown kind, a bad date, an id twice.
pub fn parse_providers(file: &str, text: &str, on: Date) -> Result<Vec<Provider>, DataError> {
    let mut all = Vec::<Provider>::new();
    for row in tsv::rows(
        file,
        text,
        ["id", "kind", "name", "valid_from", "valid_to", "source"],
    )? {
        let [id, _, _, _, _, source] = row.cells;
        if source.is_empty() {
            return Err(row.error("without a source"));
        }
        if all.iter().any(|known| known.id == id) {
            return Err(row.error(format!("{id} stands twice")));
        }
        let date = |text: &str| text.parse::<Date>().ok();
        let from = row.read(3, "a date", date)?;
        let to = match row.cells[4] {
            "" => None,
            _ => Some(row.read(4, "a date", date)?),
        };
        let provider = Provider {
            id: id.to_owned(),
            kind: row.read(1, "bank or wallet", PayoutKind::parse)?,
            name: row.name(2)?,
        };
        if from <= on && to.is_none_or(|to| on <= to) {
            all.push(provider);
        }
    }
    Ok(all)
}

/// The number of an account: of a bank 6 to 19 digits, of a wallet the mobile number in E.164. The lengths are our own, wide
/// enough for every bank of the list: whether the account exists only the bank can say.
#[derive(Clone, PartialEq, Eq)]
pub struct PayoutNumber(String);

redacted_debug!(PayoutNumber);

impl PayoutNumber {
    /// Reads a number as typed; spaces, dots and dashes between digits do not count.
    ///
    /// # Errors
    /// [`FieldCode::Required`]; [`FieldCode::PayoutNumberFormat`] for a bank; as [`OtpPhone::parse`] for a wallet.
    pub fn parse(kind: PayoutKind, text: &str) -> Result<Self, FieldCode> {
        if text.trim().is_empty() {
            return Err(FieldCode::Required);
        }
        if kind == PayoutKind::Wallet {
            return OtpPhone::parse(text).map(|phone| Self(phone.as_str().to_owned()));
        }
        let digits: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-'))
            .collect();
        let sound = (6..=19).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        let all_zero = digits.bytes().all(|b| b == b'0');
        if sound && !all_zero {
            Ok(Self(digits))
        } else {
            Err(FieldCode::PayoutNumberFormat)
        }
    }

    /// All of it, to be paid to; never shown.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The last four digits: of six there are still two that nobody sees.
    #[must_use]
    pub fn last_digits(&self) -> &str {
        self.0.get(self.0.len().saturating_sub(4)..).unwrap_or_default()
    }
}

/// Whether the holder's name at a bank is the person's: banks write it without marks and in capitals, so that neither counts.
#[must_use]
pub fn same_holder(holder: &PersonName, person: &PersonName) -> bool {
    holder.search_key() == person.search_key()
}
