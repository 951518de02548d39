//! What stands in notices.

use eid_domain::{aid::Missing, child::End};
use jiff::civil::{Date, DateTime};

/// What a notice is filled with; what a kind does not speak of stays empty.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Six digits.
    pub code: String,
    /// The site that the code is for, e.g. `hen.example.gov.vn`; empty where nobody has told us.
    pub host: String,
    /// The dossier's public reference.
    pub reference: String,
    /// How many are told at once; 0 for one person. The references of all stand in `reference`, the first of them first.
    pub family: usize,
    /// The number in the line of an office, or under which the post carries a card.
    pub number: String,
    /// The dossier's code.
    pub dossier_code: String,
    /// The office's name in the person's language.
    pub office: String,
    /// A child's name.
    pub child: String,
    /// Why somebody does not represent the child any more.
    pub end: Option<End>,
    /// Name of a paper in the wallet, at most [`eid_domain::wallet::LONGEST_NAME`] letters.
    pub paper: String,
    /// Where the post brings a card.
    pub place: String,
    /// What still lies before assistance by account.
    pub missing: Option<Missing>,
    /// Local time of the visit.
    pub visit: Option<DateTime>,
    /// Lawful due date, or last day to act.
    pub day: Option<Date>,
    /// The officer's or the ministry's reason.
    pub reason: String,
    /// Until when a place is kept, local time.
    pub until: Option<DateTime>,
    /// Address of our own where one thing can be done; empty for none. See [`super::KEY_MARK`].
    pub link: String,
}
