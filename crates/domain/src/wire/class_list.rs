//! `/api/desk/stops/{id}/class-list`: a school's list becomes visits of its pupils. Seen first, confirmed then; the same
//! list again changes nothing.

use crate::{booking::Service, dossier, field::FieldError, str_enum::str_enum};
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// Most pupils of one list.
pub const MOST_ROWS: usize = 2_000;
/// Longest list in bytes.
pub const MOST_BYTES: usize = 256 * 1024;

str_enum! {
    /// A column of the list.
    pub enum Column {
        /// Family, middle and given name.
        FullName = "full_name",
        /// Twelve digits.
        PersonalNumber = "personal_number",
        /// `15/08/2012` or `2012-08-15`.
        BirthDate = "birth_date",
        /// The class, e.g. `9A`.
        ClassName = "class_name",
        /// Mobile number of a parent.
        ParentPhone = "parent_phone",
    }
}

/// `POST …/class-list/preview`: what would become of this list? Nothing is stored.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ClassList {
    /// The text of the CSV file: a header and a row a pupil, columns between `,` or `;` or tabs.
    pub csv: String,
    /// What is done for each.
    pub service: Service,
}

/// `POST …/class-list`: the good rows get their visits.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ConfirmClassList {
    /// The same list.
    pub csv: String,
    /// What is done for each.
    pub service: Service,
    /// [`ClassListView::seen`] of the preview: what was confirmed is what was seen.
    pub seen: String,
}

/// A list, row by row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClassListView {
    /// Stands for this list as it was seen.
    pub seen: String,
    /// The day of the stop, by which pupils must be 14.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub date: Date,
    /// In the order of the file.
    pub rows: Vec<ClassListRow>,
}

/// One row of a list.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClassListRow {
    /// Its line in the file, from 1.
    pub line: u32,
    /// The name as it stands there.
    pub full_name: String,
    /// The class as it stands there.
    pub class_name: String,
    /// What becomes of it.
    pub outcome: Outcome,
}

impl std::fmt::Debug for ClassListRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ClassListRow")
            .field("line", &self.line)
            .finish_non_exhaustive()
    }
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Outcome {
    /// Preview: this would be the time.
    Seat {
        /// Local time.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        #[serde(deserialize_with = "crate::when::read")]
        at: DateTime,
    },
    /// Just booked.
    Booked {
        /// Local time.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        #[serde(deserialize_with = "crate::when::read")]
        at: DateTime,
        /// Reference of the dossier.
        reference: String,
    },
    /// Came by a list of this stop before; nothing is changed, whatever became of it.
    Known {
        /// Reference of the dossier.
        reference: String,
        /// Where it stands.
        state: dossier::State,
    },
    /// Not 14 by that day.
    TooYoung {
        /// From this day on.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        #[serde(deserialize_with = "crate::when::read")]
        from: Date,
    },
    /// Has an open dossier that did not come by this stop's lists.
    OpenDossier,
    /// The same personal number stands further up.
    Repeated {
        /// On this line.
        line: u32,
    },
    /// Good, but the stop is full.
    NoPlace,
    /// Something is wrong with it: `field` is a [`Column`].
    Wrong {
        /// Every wrong column.
        fields: Vec<FieldError>,
    },
}
