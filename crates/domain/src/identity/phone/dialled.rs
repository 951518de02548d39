//! What was typed, taken apart.

use crate::{
    field::FieldCode,
    typed_text::{is_dash, visible},
};

/// More digits than any number has with every prefix.
const MOST_DIGITS: usize = 20;

/// The number as somebody would dial it.
pub(super) enum Dialled {
    /// Vietnamese: national number without the leading 0.
    Vietnam(String),
    /// Another country: country code and number.
    Abroad(String),
    /// No sign of the country.
    Unknown(String),
}

/// Reads digits, an optional leading `+`, and the separators people use.
pub(super) fn dialled(text: &str) -> Result<Dialled, FieldCode> {
    let mut plus = false;
    let mut digits = String::new();
    let mut empty = true;
    for c in visible(text) {
        match c {
            c if c.is_whitespace() => continue,
            '0'..='9' => digits.push(c),
            '+' if digits.is_empty() && !plus => plus = true,
            '.' | ',' | '(' | ')' | '/' => {}
            c if is_dash(c) => {}
            _ => return Err(FieldCode::PhoneCharacters),
        }
        empty = false;
        if digits.len() > MOST_DIGITS {
            return Err(FieldCode::PhoneLength);
        }
    }
    if empty {
        return Err(FieldCode::Required);
    }
    Ok(sort(plus, &digits))
}

fn sort(plus: bool, digits: &str) -> Dialled {
    let international = if plus {
        Some(digits)
    } else {
        digits.strip_prefix("00")
    };
    if let Some(international) = international {
        return match international.strip_prefix("84") {
            Some(national) => Dialled::Vietnam(without_zero(national)),
            None => Dialled::Abroad(international.to_owned()),
        };
    }
    match digits.strip_prefix('0') {
        Some(national) => Dialled::Vietnam(national.to_owned()),
        None => match digits.strip_prefix("84") {
            Some(national) => Dialled::Vietnam(without_zero(national)),
            None => Dialled::Unknown(digits.to_owned()),
        },
    }
}

/// Business cards print `+84 (0)912 …`.
fn without_zero(national: &str) -> String {
    national.strip_prefix('0').unwrap_or(national).to_owned()
}
