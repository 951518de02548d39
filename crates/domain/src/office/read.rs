//! `offices.json`: read strictly, refused with line and reason.

use super::{Office, OfficeSettings};
use crate::{
    data_error::DataError,
    place::{OldUnits, Places},
};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Map, Value, value::RawValue};
use std::collections::BTreeSet;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<'a> {
    /// Where the facts come from; for people who read the file.
    #[serde(rename = "about")]
    _about: Vec<String>,
    #[serde(rename = "collected")]
    #[serde(deserialize_with = "crate::when::read")]
    _collected: Date,
    #[serde(borrow)]
    offices: Vec<&'a RawValue>,
}

/// Reads `offices.json`.
///
/// # Errors
/// The first office that cannot be used, at the line it begins or where the text is wrong: bad JSON, a field missing,
/// unknown or out of range, an id twice.
pub fn parse_offices(file: &str, text: &str) -> Result<Vec<Office>, DataError> {
    Ok(read(file, text)?.into_iter().map(|(_, office)| office).collect())
}

/// Reads `offices.json` and checks its places: commune, province and old districts must exist and fit.
///
/// # Errors
/// As [`parse_offices`], and the first office whose places do not fit.
pub fn check_offices(file: &str, text: &str, places: &Places) -> Result<Vec<Office>, DataError> {
    let offices = read(file, text)?;
    for (line, office) in &offices {
        check_places(office, places).map_err(|reason| at(file, *line, office, &reason))?;
    }
    Ok(offices.into_iter().map(|(_, office)| office).collect())
}

fn at(file: &str, line: usize, office: &Office, reason: &str) -> DataError {
    DataError::new(file, line, format!("{}: {reason}", office.id))
}

fn read(file: &str, text: &str) -> Result<Vec<(usize, Office)>, DataError> {
    let content: File<'_> =
        serde_json::from_str(text).map_err(|error| DataError::new(file, error.line(), tell(&error)))?;
    let mut seen = BTreeSet::new();
    let mut offices = Vec::with_capacity(content.offices.len());
    let (mut counted, mut line) = (0, 1);
    for raw in content.offices {
        // The raw value is a part of `text`, so its distance from the start tells its line.
        let start = (raw.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        let between = text.as_bytes().get(counted..start).unwrap_or_default();
        line += between.iter().filter(|byte| **byte == b'\n').count();
        counted = start;
        let office: Office = serde_json::from_str(raw.get())
            .map_err(|error| DataError::new(file, line + error.line().saturating_sub(1), tell(&error)))?;
        check_fields(raw, &office).map_err(|reason| at(file, line, &office, &reason))?;
        if !seen.insert(office.id.clone()) {
            return Err(at(file, line, &office, "this id stands twice"));
        }
        offices.push((line, office));
    }
    Ok(offices)
}

/// The error without serde_json's own line and column, which are counted from the start of the office.
fn tell(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

/// Fields that may be left out.
const OPTIONAL: [&str; 3] = ["assisted_shares", "rota", "exceptions"];

fn check_fields(raw: &RawValue, office: &Office) -> Result<(), String> {
    let keys = |json: Result<Map<String, Value>, serde_json::Error>| json.unwrap_or_default();
    let written = keys(serde_json::from_str(raw.get()));
    let known = match serde_json::to_value(office) {
        Ok(Value::Object(known)) => known,
        _ => Map::new(),
    };
    // A field left out is a slip even where `null` would be fine; a misspelt one would be lost in silence.
    let is_known = |key: &str| known.contains_key(key) || OPTIONAL.contains(&key);
    if let Some(key) = written.keys().find(|key| !is_known(key)) {
        return Err(format!("unknown field `{key}`"));
    }
    if let Some(key) = known.keys().find(|key| !written.contains_key(*key)) {
        return Err(format!("missing field `{key}`"));
    }
    OfficeSettings::of(office)
        .check(office.kind)
        .map_err(|fault| fault.reason().to_owned())?;
    if office.valid_to.is_some_and(|last| last < office.valid_from) {
        return Err("valid_to is before valid_from".to_owned());
    }
    let texts = [&office.name.vi, &office.name.en, &office.commune, &office.source];
    if texts.iter().any(|text| text.trim().is_empty()) || office.street.as_deref().is_some_and(str::is_empty)
    {
        return Err("name, street, commune and source must not be empty".to_owned());
    }
    Ok(())
}

fn check_places(office: &Office, places: &Places) -> Result<(), String> {
    let code = office.commune_code;
    let commune = places
        .commune(code)
        .ok_or_else(|| format!("commune {code} does not exist"))?;
    if commune.label() != office.commune {
        return Err(format!(
            "commune {code} is {}, not {}",
            commune.label(),
            office.commune
        ));
    }
    if commune.province != office.province_code {
        return Err(format!("commune {code} is in province {}", commune.province));
    }
    match office
        .legacy_districts
        .iter()
        .find(|name| !is_old_district(places.old_units(), name))
    {
        Some(name) => Err(format!("no old district is called {name}")),
        None => Ok(()),
    }
}

fn is_old_district(units: &OldUnits, name: &str) -> bool {
    units
        .districts
        .iter()
        .any(|unit| unit.label() == name || unit.aliases.iter().any(|alias| alias == name))
}
