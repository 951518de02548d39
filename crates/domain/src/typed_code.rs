//! What somebody types or pastes to name a dossier: a reference or a dossier code, in whatever dress.

use crate::{dossier_code::DossierCode, field::FieldCode, reference::Reference, typed_text::visible};

/// Symbols of a reference.
const REFERENCE: usize = 9;
/// A reference has nine symbols; whoever typed more than this without one inside means a dossier code.
const LONGEST_REFERENCE: usize = 12;

/// Which of the two was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedCode {
    /// A public reference (*mã hẹn*).
    Reference(Reference),
    /// A dossier code (*mã hồ sơ*).
    Dossier(DossierCode),
}

impl TypedCode {
    /// Reads a text: words around the code, a pasted or scanned link, any separators or none. What follows `#` is looked at
    /// only where nothing stands before it, and it is a reference by itself: longer is a key.
    ///
    /// # Errors
    /// [`FieldCode::Required`], [`FieldCode::ReferenceFormat`], [`FieldCode::ReferenceCheck`],
    /// [`FieldCode::DossierCodeFormat`].
    pub fn read(text: &str) -> Result<Self, FieldCode> {
        let (open, behind) = text.split_once('#').unwrap_or((text, ""));
        match (Self::read_open(open), Reference::parse(behind)) {
            (Err(_), Ok(reference)) => Ok(Self::Reference(reference)),
            (read, _) => read,
        }
    }

    fn read_open(text: &str) -> Result<Self, FieldCode> {
        let text: String = visible(text).collect();
        let parts: Vec<&str> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|part| !part.is_empty())
            .collect();
        let whole = parts.concat();
        let whole_reference = Reference::parse(&whole);
        if let Ok(reference) = whole_reference {
            return Ok(Self::Reference(reference));
        }
        if let Some(code) = dossier_code(&text, &parts) {
            return Ok(Self::Dossier(code));
        }
        match inside(&parts) {
            Some(found) => found.map(Self::Reference),
            None if text.trim().is_empty() => Err(FieldCode::Required),
            None if whole.is_empty() => Err(FieldCode::ReferenceFormat),
            None if text.contains('.') || whole.len() > LONGEST_REFERENCE => {
                Err(FieldCode::DossierCodeFormat)
            }
            None => Err(whole_reference.err().unwrap_or(FieldCode::ReferenceFormat)),
        }
    }

    /// Written out in its one form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Reference(reference) => reference.as_str(),
            Self::Dossier(code) => code.as_str(),
        }
    }
}

/// A reference among other words, whole or in up to three parts; the error where one was mistyped.
fn inside(parts: &[&str]) -> Option<Result<Reference, FieldCode>> {
    let mut mistyped = None;
    for from in 0..parts.len() {
        for length in 1..=3 {
            let Some(run) = parts.get(from..from + length) else {
                break;
            };
            let text = run.concat();
            let before = from.checked_sub(1).and_then(|at| parts.get(at));
            let beside = [before, parts.get(from + length)];
            if text.chars().count() != REFERENCE || beside.into_iter().flatten().any(|part| is_block(part)) {
                continue;
            }
            match Reference::parse(&text) {
                Ok(reference) => return Some(Ok(reference)),
                Err(FieldCode::ReferenceCheck) if text.contains(|c: char| c.is_ascii_digit()) => {
                    mistyped = Some(Err(FieldCode::ReferenceCheck));
                }
                Err(_) => {}
            }
        }
    }
    mistyped
}

/// Whether a part can be a block of a dossier code: then what stands beside it is another, and no reference.
fn is_block(part: &str) -> bool {
    part.len() >= 3 && part.chars().filter(char::is_ascii_digit).count() >= 2
}

/// A dossier code as it is written, with any separators between its blocks, or with none.
fn dossier_code(text: &str, parts: &[&str]) -> Option<DossierCode> {
    let written = text.trim_matches(|c: char| !c.is_alphanumeric());
    if let Ok(code) = DossierCode::parse(written) {
        return Some(code);
    }
    // The agency's block begins with one letter and two digits; words before it are no part of it.
    let first = parts.iter().position(|part| is_agency(part))?;
    let blocks = parts.get(first..)?;
    (2..=blocks.len())
        .rev()
        .find_map(|count| parted(blocks.get(..count)?))
        .or_else(|| bare(&blocks.concat()))
}

fn is_agency(part: &str) -> bool {
    let mut chars = part.chars();
    let letter = chars.next().is_some_and(|c| c.is_ascii_alphabetic());
    letter && part.len() >= 3 && chars.take(2).all(is_digit)
}

/// `O` for a zero is a digit too.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || c.eq_ignore_ascii_case(&'o')
}

/// Blocks in order: the agency's, the date, the serial.
fn parted(blocks: &[&str]) -> Option<DossierCode> {
    let (serial, rest) = blocks.split_last()?;
    let (date, agency) = rest.split_last()?;
    DossierCode::parse(&format!("{}-{date}-{serial}", agency.join("."))).ok()
}

/// Without separators: groups of three for the agency, as the law has them, six digits of the date, four of the serial or
/// six with an owner's.
fn bare(text: &str) -> Option<DossierCode> {
    let rest = text.get(1..)?;
    if !rest.chars().all(is_digit) {
        return None;
    }
    [12, 9, 15, 6].into_iter().find_map(|agency| {
        let (date, serial) = (text.get(agency..agency + 6)?, text.get(agency + 6..)?);
        let fits = matches!(serial.len(), 4 | 6);
        let code = format!("{}-{date}-{serial}", text.get(..agency)?);
        fits.then(|| DossierCode::parse(&code).ok()).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference() -> String {
        Reference::from_random([7; 16]).as_str().to_owned()
    }

    /// People asked why their code was refused: they had pasted a sentence, ended it with a full stop, or used slashes.
    #[test]
    fn a_reference_in_every_dress() {
        let plain = reference();
        let bare = plain.replace('-', "");
        for text in [
            plain.clone(),
            bare.to_lowercase(),
            format!("{plain}."),
            plain.replace('-', "."),
            plain.replace('-', "/"),
            plain.replace('-', " – "),
            format!("({plain})"),
            format!("Mã hẹn {plain}"),
            format!("ma hen: {}.", plain.replace('-', " ")),
            format!("Ma hen {bare}, 07:30 ngay 25/11/2026"),
            format!("https://eid.example/lich-hen/{plain}#k4y-with-123456789-in-it"),
            format!("http://127.0.0.1:8080/en/lich-hen/{bare}?x=1"),
            format!("QR: {plain};"),
            format!("https://eid.example/tra-cuu#{plain}"),
            format!("\u{202E}{plain}\u{200B}"),
        ] {
            let read = TypedCode::read(&text);
            assert_eq!(read.as_ref().map(TypedCode::as_str), Ok(plain.as_str()), "{text}");
        }
    }

    #[test]
    fn a_dossier_code_in_every_dress() {
        for (plain, texts) in [
            (
                "G01.899.108.000-261120-0007",
                [
                    "G01.899.108.000-261120-0007.",
                    "G01.899.108.000/261120/0007",
                    "g01/899/108/000/261120/0007",
                    "G01899108000 261120 0007",
                    "G018991080002611200007",
                    "Mã hồ sơ: GO1.899.1O8.000-261120-0007",
                    "G01-899-108-000-261120-0007",
                    " G01 899 108 000 – 261120 – 0007 ",
                ],
            ),
            (
                "G01.899.108.000-261120-790007",
                [
                    "G01.899.108.000-261120-790007",
                    "G01.899.108.000.261120.790007",
                    "G01899108000261120790007",
                    "ho so G01.899.108.000-261120-790007, cam on",
                    "G01_899_108_000_261120_790007",
                    "G01899108000-261120-790007",
                    "G01.899.108.000 261120/790007",
                    "\"G01.899.108.000-261120-790007\"",
                ],
            ),
        ] {
            for text in texts {
                let read = TypedCode::read(text);
                assert_eq!(read.as_ref().map(TypedCode::as_str), Ok(plain), "{text}");
            }
        }
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let mut wrong = reference();
        let last = if wrong.ends_with('0') { '1' } else { '0' };
        wrong.pop();
        wrong.push(last);
        for (text, why) in [
            ("", FieldCode::Required),
            (" . ", FieldCode::ReferenceFormat),
            ("Nguyễn An", FieldCode::ReferenceFormat),
            (wrong.as_str(), FieldCode::ReferenceCheck),
            (&format!("Mã hẹn {wrong}."), FieldCode::ReferenceCheck),
            ("G01.899.108.000-261320-0007", FieldCode::DossierCodeFormat),
            ("G01899108000261320007", FieldCode::DossierCodeFormat),
        ] {
            assert_eq!(TypedCode::read(text), Err(why), "{text}");
        }
    }

    /// Blocks of a mistyped dossier code are never taken for somebody's reference.
    #[test]
    fn no_reference_inside_a_dossier_code() {
        for a in 100..400 {
            for text in [
                format!("G01.899.{a}.000-261320-0007"),
                format!("G01 {a} 108 2613"),
                format!("G01.{a}.108-269999-0007"),
            ] {
                assert_eq!(
                    TypedCode::read(&text),
                    Err(FieldCode::DossierCodeFormat),
                    "{text}"
                );
            }
        }
    }
}
