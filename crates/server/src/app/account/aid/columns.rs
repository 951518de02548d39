//! Which column is which: by its heading, in Vietnamese or English, however it is spelt.

use crate::app::list_file;
use eid_domain::{
    field::{FieldCode, FieldError},
    wire::aid::Column,
};

/// Headings that communes use, as search keys.
const fn headings(column: Column) -> &'static [&'static str] {
    match column {
        Column::PersonalNumber => &[
            "so dinh danh ca nhan",
            "so dinh danh",
            "so cccd",
            "cccd",
            "so can cuoc",
            "personal number",
            "personal identification number",
        ],
        Column::FullName => &["ho va ten", "ho ten", "ho chu dem va ten", "full name", "name"],
        Column::BirthDate => &[
            "ngay sinh",
            "ngay thang nam sinh",
            "nam sinh",
            "birth date",
            "date of birth",
        ],
        Column::Kind => &[
            "doi tuong",
            "loai doi tuong",
            "dien",
            "dien huong",
            "loai tro cap",
            "kind",
            "kind of benefit",
            "benefit",
        ],
        Column::Commune => &[
            "xa phuong",
            "phuong xa",
            "xa phuong dac khu",
            "ma xa",
            "noi cu tru",
            "commune",
        ],
        Column::ValidFrom => &[
            "tu ngay",
            "hieu luc tu",
            "huong tu ngay",
            "huong tu",
            "valid from",
            "from",
        ],
        Column::ValidTo => &[
            "den ngay",
            "hieu luc den",
            "huong den ngay",
            "huong den",
            "valid to",
            "to",
        ],
        Column::Phone => &["dien thoai", "so dien thoai", "sdt", "phone", "mobile"],
    }
}

/// Where each column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns([Option<usize>; Column::ALL.len()]);

impl Columns {
    /// From the cells of the header. Only the phone may be missing.
    ///
    /// # Errors
    /// One entry a missing column, under `csv.…`.
    pub fn of(header: &csv::StringRecord) -> Result<Self, Vec<FieldError>> {
        let mut places = [None; Column::ALL.len()];
        let mut missing = Vec::new();
        for (column, place) in Column::ALL.iter().zip(&mut places) {
            *place = list_file::place(header, headings(*column));
            if place.is_none() && *column != Column::Phone {
                missing.push(FieldError::new(&format!("csv.{column}"), FieldCode::Required));
            }
        }
        if missing.is_empty() {
            Ok(Self(places))
        } else {
            Err(missing)
        }
    }

    /// The cell of a column; empty where there is none.
    #[must_use]
    pub fn cell<'a>(&self, row: &'a csv::StringRecord, column: Column) -> &'a str {
        let nth = Column::ALL.iter().position(|known| *known == column);
        let place = nth.and_then(|nth| self.0.get(nth).copied().flatten());
        place.and_then(|at| row.get(at)).unwrap_or_default()
    }
}
