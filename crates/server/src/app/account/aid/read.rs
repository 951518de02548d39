//! Reading a list. Every row is judged by itself: what is wrong with one says nothing about another.

use super::columns::Columns;
use crate::{
    app::list_file::{birth_date, rows as lines, shown, take},
    data,
};
use eid_domain::{
    aid::BenefitKind,
    data_error::DataError,
    field::{FieldCode, FieldError},
    identity::{BirthDate, OtpPhone, PersonName, PersonalNumber},
    place::{CommuneCode, parse_communes, parse_provinces},
    search_key::search_key,
    wire::aid::{Column, MOST_ROWS},
};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A place on a list, as parsed.
#[derive(Clone)]
pub struct Listed {
    /// Number.
    pub personal_number: PersonalNumber,
    /// Name.
    pub full_name: PersonName,
    /// Birth date.
    pub birth_date: BirthDate,
    /// Which list.
    pub kind: BenefitKind,
    /// Where the person lives.
    pub commune: CommuneCode,
    /// First day.
    pub valid_from: Date,
    /// Last day.
    pub valid_to: Option<Date>,
    /// For messages.
    pub phone: Option<OtpPhone>,
}

/// A row.
#[derive(Clone)]
pub struct Row {
    /// Its line in the file, from 1.
    pub line: u32,
    /// The name as it stands there.
    pub full_name: String,
    /// What it says, or every wrong column.
    pub listed: Result<Listed, Vec<FieldError>>,
}

/// Communes by what a list may call them; none where a name alone is that of several.
pub struct Communes(BTreeMap<String, Option<CommuneCode>>);

impl Communes {
    /// From the built-in files.
    ///
    /// # Errors
    /// File, line and reason.
    pub fn load() -> Result<Self, DataError> {
        let provinces = parse_provinces("provinces.tsv", data::PROVINCES)?;
        let mut names = BTreeMap::new();
        for commune in parse_communes("communes.tsv", data::COMMUNES)? {
            let mut known = vec![commune.label()];
            if let Some(province) = provinces.iter().find(|one| one.code == commune.province) {
                known.extend(
                    [&province.short, &province.name].map(|name| format!("{} {name}", commune.label())),
                );
            }
            known.dedup();
            for name in known {
                names
                    .entry(search_key(&name))
                    .and_modify(|code: &mut Option<CommuneCode>| {
                        *code = code.filter(|one| *one == commune.code)
                    })
                    .or_insert(Some(commune.code));
            }
            names.insert(commune.code.to_string(), Some(commune.code));
        }
        Ok(Self(names))
    }

    fn find(&self, cell: &str) -> Result<CommuneCode, FieldCode> {
        if cell.is_empty() {
            return Err(FieldCode::Required);
        }
        let found = self.0.get(&search_key(cell)).copied().flatten();
        found.ok_or(FieldCode::ChoiceUnknown)
    }
}

/// Reads a list, see [`crate::app::list_file::rows`].
///
/// # Errors
/// Where it cannot be read at all: `csv` (empty, or too many rows), `csv.` and the name of a missing column.
pub fn rows(text: &str, communes: &Communes, today: Date) -> Result<Vec<Row>, Vec<FieldError>> {
    let (columns, found) = lines(text, MOST_ROWS, Columns::of)?;
    let read = |(line, record): (u32, csv::StringRecord)| row(line, columns, &record, communes, today);
    Ok(found.into_iter().map(read).collect())
}

fn row(line: u32, columns: Columns, record: &csv::StringRecord, communes: &Communes, today: Date) -> Row {
    let cell = |column| columns.cell(record, column);
    let mut errors = Vec::new();
    let mut listed = || {
        let number = PersonalNumber::parse(cell(Column::PersonalNumber));
        let number = take(Column::PersonalNumber.as_str(), number, &mut errors);
        let name = PersonName::parse(cell(Column::FullName));
        let name = take(Column::FullName.as_str(), name, &mut errors);
        let birth = birth_date(cell(Column::BirthDate), today);
        let birth = take(Column::BirthDate.as_str(), birth, &mut errors);
        let kind = take(Column::Kind.as_str(), kind(cell(Column::Kind)), &mut errors);
        let commune = communes.find(cell(Column::Commune));
        let commune = take(Column::Commune.as_str(), commune, &mut errors);
        let from = take(
            Column::ValidFrom.as_str(),
            day(cell(Column::ValidFrom)),
            &mut errors,
        );
        let to = last_day(cell(Column::ValidTo), from);
        let to = take(Column::ValidTo.as_str(), to, &mut errors);
        let phone = phone(cell(Column::Phone));
        let phone = take(Column::Phone.as_str(), phone, &mut errors);
        Some(Listed {
            personal_number: number?,
            full_name: name?,
            birth_date: birth?,
            kind: kind?,
            commune: commune?,
            valid_from: from?,
            valid_to: to?,
            phone: phone?,
        })
    };
    Row {
        line,
        full_name: shown(cell(Column::FullName)),
        listed: listed().ok_or(errors),
    }
}

fn kind(cell: &str) -> Result<BenefitKind, FieldCode> {
    match cell {
        "" => Err(FieldCode::Required),
        _ => BenefitKind::of_words(cell).ok_or(FieldCode::ChoiceUnknown),
    }
}

fn phone(cell: &str) -> Result<Option<OtpPhone>, FieldCode> {
    match cell {
        "" => Ok(None),
        _ => OtpPhone::parse(cell).map(Some),
    }
}

/// `01/01/2026`, `1-1-2026`, `1.1.2026`, `2026-01-01`.
fn day(cell: &str) -> Result<Date, FieldCode> {
    if cell.is_empty() {
        return Err(FieldCode::Required);
    }
    let parts: Vec<&str> = cell.split(['/', '-', '.']).map(str::trim).collect();
    let (year, month, day) = match parts.as_slice() {
        [day, month, year] if day.len() < 4 => (*year, *month, *day),
        [year, month, day] => (*year, *month, *day),
        _ => return Err(FieldCode::DateImpossible),
    };
    if year.len() != 4 {
        return Err(FieldCode::DateYear);
    }
    let date = match (year.parse(), month.parse(), day.parse()) {
        (Ok(year), Ok(month), Ok(day)) => Date::new(year, month, day).ok(),
        _ => None,
    };
    date.ok_or(FieldCode::DateImpossible)
}

/// Not before the first day.
fn last_day(cell: &str, from: Option<Date>) -> Result<Option<Date>, FieldCode> {
    if cell.is_empty() {
        return Ok(None);
    }
    let last = day(cell)?;
    match from {
        Some(from) if last < from => Err(FieldCode::DateImpossible),
        _ => Ok(Some(last)),
    }
}
