//! Which column is which: by its heading, in Vietnamese or English, however it is spelt.

use eid_domain::{
    field::{FieldCode, FieldError},
    search_key::search_key,
    wire::{Lang, class_list::Column},
};

/// Headings that schools use, as search keys.
const HEADINGS: [(Column, &[&str]); 5] = [
    (
        Column::FullName,
        &[
            "ho va ten",
            "ho ten",
            "ho va ten hoc sinh",
            "ho ten hoc sinh",
            "ten hoc sinh",
            "full name",
            "name",
        ],
    ),
    (
        Column::PersonalNumber,
        &[
            "so dinh danh ca nhan",
            "so dinh danh",
            "ma dinh danh",
            "ma dinh danh ca nhan",
            "so cccd",
            "cccd",
            "so can cuoc",
            "personal number",
            "personal identification number",
        ],
    ),
    (
        Column::BirthDate,
        &["ngay sinh", "ngay thang nam sinh", "birth date", "date of birth"],
    ),
    (Column::ClassName, &["lop", "lop hoc", "class"]),
    (
        Column::ParentPhone,
        &[
            "dien thoai phu huynh",
            "so dien thoai phu huynh",
            "sdt phu huynh",
            "dien thoai cha me",
            "so dien thoai",
            "dien thoai",
            "sdt",
            "parent s phone",
            "parents phone",
            "parent phone",
            "phone",
        ],
    ),
];

/// Headings of the one column that need not be there: the language of what the parents are told.
const LANGUAGE: [&str; 5] = [
    "ngon ngu",
    "ngon ngu tin nhan",
    "ngon ngu phu huynh",
    "language",
    "parent s language",
];

/// Where each column stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    needed: [usize; Column::ALL.len()],
    language: Option<usize>,
}

impl Columns {
    /// From the cells of the header; the first of two that mean the same counts.
    ///
    /// # Errors
    /// One entry a missing column, under `csv.…`.
    pub fn of<'a>(header: impl Iterator<Item = &'a str>) -> Result<Self, Vec<FieldError>> {
        let header: Vec<String> = header.map(plain).collect();
        let mut missing = Vec::new();
        let mut columns = Self {
            language: header.iter().position(|cell| LANGUAGE.contains(&cell.as_str())),
            ..Self::default()
        };
        for (column, place) in Column::ALL.iter().zip(&mut columns.needed) {
            let names = HEADINGS.iter().find(|(known, _)| known == column);
            let names = names.map_or(&[][..], |(_, names)| *names);
            match header.iter().position(|cell| names.contains(&cell.as_str())) {
                Some(at) => *place = at,
                None => missing.push(FieldError::new(&format!("csv.{column}"), FieldCode::Required)),
            }
        }
        if missing.is_empty() {
            Ok(columns)
        } else {
            Err(missing)
        }
    }

    /// The language of what the parents are told; Vietnamese unless the row says English.
    #[must_use]
    pub fn language(&self, row: &csv::StringRecord) -> Lang {
        let cell = self.language.and_then(|at| row.get(at)).map(plain);
        match cell.as_deref() {
            Some("en" | "english" | "tieng anh") => Lang::En,
            _ => Lang::Vi,
        }
    }

    /// The cell of a column; empty where the row is too short.
    #[must_use]
    pub fn cell<'a>(&self, row: &'a csv::StringRecord, column: Column) -> &'a str {
        let nth = Column::ALL.iter().position(|known| *known == column);
        nth.and_then(|nth| self.needed.get(nth))
            .and_then(|at| row.get(*at))
            .unwrap_or_default()
    }
}

/// Letters and digits of a heading without marks, single spaces between the words.
fn plain(cell: &str) -> String {
    let key = search_key(cell).to_lowercase();
    let words = key
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
