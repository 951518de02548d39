//! Reading `wallet.tsv`.

use super::{Agency, Asking, Group, Kinds, LONGEST_NAME, Mark, PaperKind};
use crate::{data_error::DataError, office::Localised, tsv, tsv::Row, when::When};
use jiff::civil::Date;

const HEADER: [&str; 8] = ["kind", "id", "agency", "mark", "asking", "source", "vi", "en"];

type Line<'a> = Row<'a, 8>;

/// Reads the file and checks all of it.
///
/// Rows: `dated` (a day), `agency` and its `where`, `group`, and of the group above `paper` with its `note`.
///
/// # Errors
/// File, line and reason.
pub fn parse(file: &str, text: &str) -> Result<Kinds, DataError> {
    let mut read = Read::default();
    let rows = tsv::rows(file, text, HEADER)?;
    for row in &rows {
        read.take(row)?;
    }
    let Some((dated, dated_words)) = read.dated else {
        return Err(DataError::new(file, 0, "no row says which day it is dated"));
    };
    if read.papers.is_empty() {
        return Err(DataError::new(file, 0, "no paper"));
    }
    for (paper, line) in &read.papers {
        if paper.asking != Asking::Request && paper.note.is_none() {
            let reason = format!("\"{}\" is not asked for here, and no note says why", paper.id);
            return Err(DataError::new(file, *line, reason));
        }
    }
    for (agency, line) in &read.agencies {
        let used = read.papers.iter().any(|(paper, _)| paper.agency == agency.id);
        if agency.place.vi.is_empty() || !used {
            let reason = format!("agency \"{}\" has no place, or no paper", agency.id);
            return Err(DataError::new(file, *line, reason));
        }
    }
    Ok(Kinds {
        dated,
        dated_words,
        agencies: read.agencies.into_iter().map(|(agency, _)| agency).collect(),
        groups: read.groups,
        papers: read.papers.into_iter().map(|(paper, _)| paper).collect(),
    })
}

#[derive(Default)]
struct Read {
    dated: Option<(Date, Localised)>,
    agencies: Vec<(Agency, usize)>,
    groups: Vec<Group>,
    papers: Vec<(PaperKind, usize)>,
}

impl Read {
    fn take(&mut self, row: &Line<'_>) -> Result<(), DataError> {
        let [kind, id, ..] = row.cells;
        let words = words(row)?;
        match kind {
            "dated" => {
                let day = row.read(1, "a day like 2026-11-22", Date::of)?;
                if self.dated.replace((day, words)).is_some() {
                    return Err(row.error("a second day"));
                }
            }
            "agency" => {
                self.is_new(row)?;
                let agency = Agency {
                    id: id.to_owned(),
                    name: words,
                    place: Localised {
                        vi: String::new(),
                        en: String::new(),
                    },
                };
                self.agencies.push((agency, row.line));
            }
            "where" => match self.agencies.last_mut() {
                Some((agency, _)) if agency.id == id => agency.place = words,
                _ => return Err(row.error(format!("\"{id}\" is not the agency above"))),
            },
            "group" => {
                self.is_new(row)?;
                self.groups.push(Group {
                    id: id.to_owned(),
                    name: words,
                });
            }
            "paper" => {
                self.is_new(row)?;
                let paper = self.paper(row, words)?;
                self.papers.push((paper, row.line));
            }
            "note" => match self.papers.last_mut() {
                Some((paper, _)) if paper.id == id => paper.note = Some(words),
                _ => return Err(row.error(format!("\"{id}\" is not the paper above"))),
            },
            other => return Err(row.error(format!("\"{other}\" is not a kind of row"))),
        }
        Ok(())
    }

    fn paper(&self, row: &Line<'_>, name: Localised) -> Result<PaperKind, DataError> {
        let [_, id, agency, _, _, source, ..] = row.cells;
        if !self.agencies.iter().any(|(known, _)| known.id == agency) {
            return Err(row.error(format!("\"{agency}\" is not an agency above")));
        }
        if source.trim().is_empty() {
            return Err(row.error("no source"));
        }
        if [&name.vi, &name.en]
            .iter()
            .any(|text| text.chars().count() > LONGEST_NAME)
        {
            return Err(row.error(format!("a name of more than {LONGEST_NAME} letters")));
        }
        let group = self.groups.last().ok_or_else(|| row.error("no group above"))?;
        Ok(PaperKind {
            id: id.to_owned(),
            group: group.id.clone(),
            agency: agency.to_owned(),
            mark: row.read(3, "a mark", Mark::parse)?,
            asking: row.read(4, "a way of asking", Asking::parse)?,
            source: source.to_owned(),
            name,
            note: None,
        })
    }

    /// Small letters and underscores, each once among its kind: a paper's id stands in the database.
    fn is_new(&self, row: &Line<'_>) -> Result<(), DataError> {
        let [kind, id, ..] = row.cells;
        if id.is_empty() || !id.bytes().all(|c| c.is_ascii_lowercase() || c == b'_') {
            return Err(row.error(format!("\"{id}\" is not an id of small letters and underscores")));
        }
        let known = match kind {
            "agency" => self.agencies.iter().any(|(one, _)| one.id == id),
            "group" => self.groups.iter().any(|one| one.id == id),
            _ => self.papers.iter().any(|(one, _)| one.id == id),
        };
        if known {
            return Err(row.error(format!("\"{id}\" stands twice")));
        }
        Ok(())
    }
}

/// Both languages, each there and not the same.
fn words(row: &Line<'_>) -> Result<Localised, DataError> {
    let vi = row.name(6)?;
    let en = row.cells[7].trim();
    if en.is_empty() {
        return Err(row.error("no words in en"));
    }
    if vi == en {
        return Err(row.error("the same words in both languages"));
    }
    Ok(Localised {
        vi,
        en: en.to_owned(),
    })
}
