//! Which papers there are.

use crate::{office::Localised, str_enum::str_enum, wire::Lang, wire::wallet as wire};
use jiff::civil::Date;

str_enum! {
    /// How sure it is that a paper can be integrated.
    pub enum Mark {
        /// The law names it, or it is in use.
        Sure = "sure",
        /// Police notices or the press say so.
        Reported = "reported",
        /// The list that belongs to a decree names it.
        Appendix = "appendix",
        /// A draft names it.
        Draft = "draft",
        /// Nobody has confirmed it.
        Unverified = "unverified",
    }
}

str_enum! {
    /// How a paper comes into the wallet.
    pub enum Asking {
        /// Its owner asks for it.
        Request = "request",
        /// It is there with the account.
        ByItself = "by_itself",
        /// Not here; a note says why.
        Elsewhere = "elsewhere",
    }
}

/// Who keeps papers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Localised,
    /// Where people go to have such a paper put right.
    pub place: Localised,
}

/// Papers that stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Localised,
}

/// A kind of paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperKind {
    /// Its id, on the wire and in the database.
    pub id: String,
    /// The id of its group.
    pub group: String,
    /// The id of who keeps it.
    pub agency: String,
    /// How sure it is.
    pub mark: Mark,
    /// How it comes into the wallet.
    pub asking: Asking,
    /// Where that was read; for operators, in English.
    pub source: String,
    /// Its name.
    pub name: Localised,
    /// What is to be known about it; always there where it is not asked for here.
    pub note: Option<Localised>,
}

/// All of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kinds {
    /// The day whose texts it says.
    pub dated: Date,
    /// What that day means.
    pub dated_words: Localised,
    /// Who keeps papers.
    pub agencies: Vec<Agency>,
    /// In the order in which they are shown.
    pub groups: Vec<Group>,
    /// In the order in which they are shown.
    pub papers: Vec<PaperKind>,
}

const fn said(words: &Localised, lang: Lang) -> &String {
    match lang {
        Lang::Vi => &words.vi,
        Lang::En => &words.en,
    }
}

impl Kinds {
    /// A kind by its id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&PaperKind> {
        self.papers.iter().find(|paper| paper.id == id)
    }

    /// A kind that its owner can ask for, by its id.
    #[must_use]
    pub fn to_ask(&self, id: &str) -> Option<&PaperKind> {
        self.find(id).filter(|paper| paper.asking == Asking::Request)
    }

    /// As it is answered, in one language.
    #[must_use]
    pub fn view(&self, lang: Lang) -> wire::WalletKinds {
        let agency = |id: &str| self.agencies.iter().find(|agency| agency.id == id);
        let paper = |paper: &PaperKind| wire::WalletKind {
            id: paper.id.clone(),
            name: said(&paper.name, lang).clone(),
            agency: agency(&paper.agency).map_or_else(String::new, |known| said(&known.name, lang).clone()),
            place: agency(&paper.agency).map_or_else(String::new, |known| said(&known.place, lang).clone()),
            mark: paper.mark,
            asking: paper.asking,
            note: paper.note.as_ref().map(|note| said(note, lang).clone()),
        };
        wire::WalletKinds {
            dated: self.dated,
            dated_words: said(&self.dated_words, lang).clone(),
            groups: self
                .groups
                .iter()
                .map(|group| wire::WalletGroup {
                    id: group.id.clone(),
                    name: said(&group.name, lang).clone(),
                    papers: self
                        .papers
                        .iter()
                        .filter(|known| known.group == group.id)
                        .map(paper)
                        .collect(),
                })
                .collect(),
        }
    }
}
