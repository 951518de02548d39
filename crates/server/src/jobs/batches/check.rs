//! Looking at the rows of a file: each is read and judged by what is true now and by the rows before it. Nothing is taken
//! over.

use super::{Reader, digest, rows_at};
use crate::{
    app::{batches, dossiers as cases},
    problem::ApiError,
};
use eid_domain::{
    account::State as AccountState,
    batch::{self, Decided, Fault, Refused, RowState, State, Subject, Verdict, Wrong},
    dossier::State as CardState,
};
use eid_store::{
    Tx,
    batches::{Batch, decisions, requests, rows, rows::Row as Stored},
    dossiers::Dossier,
};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// Rows a transaction.
pub(super) const ROWS: u32 = 1_000;

/// The next rows. True where there may be more.
pub(super) async fn piece(
    tx: &mut Tx,
    batch: &mut Batch,
    most: u32,
    now: Timestamp,
) -> Result<bool, ApiError> {
    let mut found = rows_at(tx, batch, most).await?;
    let Some(last) = found.last().map(|row| row.n) else {
        // Where nothing can be taken over there is nothing to confirm.
        let state = if batch.good == 0 {
            State::Done
        } else {
            State::Checked
        };
        state.as_str().clone_into(&mut batch.state);
        batch.position = 0;
        batch.finished_at = (batch.good == 0).then_some(now);
        return Ok(false);
    };
    let reader = Reader::of(batch, now)?;
    let read: Vec<Option<Result<batch::Row, Refused>>> = found
        .iter()
        .map(|row| (row.state == RowState::Raw.as_str()).then(|| reader.read(&row.data)))
        .collect();
    let mut facts = Facts::of(tx, batch, &read).await?;
    for (row, read) in found.iter_mut().zip(read) {
        batch.checked += 1;
        let state = match read {
            None => RowState::Bad,
            Some(Err(refused)) => {
                row.code = refused.code;
                bad(row, &refused.wrong)
            }
            Some(Ok(read)) => facts.judge(row, &read)?,
        };
        match state {
            RowState::Good => batch.good += 1,
            RowState::Already => batch.already += 1,
            _ => batch.bad += 1,
        }
        row.state = state.as_str().to_owned();
        if state != RowState::Good {
            row.data.clear();
        }
    }
    rows::put(tx, &batch.id, &found).await?;
    batch.position = last;
    Ok(true)
}

fn bad(row: &mut Stored, wrong: &[Wrong]) -> RowState {
    (row.fault, row.column) = batches::stored(wrong);
    RowState::Bad
}

/// What the database knows about some rows.
struct Facts {
    office_id: String,
    dossiers: BTreeMap<String, Dossier>,
    accounts: BTreeMap<String, String>,
    /// By code and subject: the state after the rows before.
    after: BTreeMap<(String, String), String>,
    /// Decisions that were taken over from files.
    taken: BTreeMap<String, String>,
    /// What stands on a row before.
    marks: BTreeSet<String>,
}

impl Facts {
    async fn of(
        tx: &mut Tx,
        batch: &Batch,
        read: &[Option<Result<batch::Row, Refused>>],
    ) -> Result<Self, ApiError> {
        let good: Vec<&batch::Row> = read
            .iter()
            .flatten()
            .filter_map(|read| read.as_ref().ok())
            .collect();
        let codes: BTreeSet<&str> = good.iter().map(|row| row.code.as_str()).collect();
        let codes: Vec<&str> = codes.into_iter().collect();
        let marks: BTreeSet<&str> = good.iter().map(|row| mark(row)).collect();
        let marks: Vec<&str> = marks.into_iter().collect();
        let ids: Vec<&str> = good
            .iter()
            .filter_map(|row| row.decision.as_ref().map(|decided| decided.id.as_str()))
            .collect();
        let dossiers = requests::by_codes(tx, &codes).await?;
        let with_account: BTreeSet<&str> = good
            .iter()
            .filter(|row| {
                row.decision
                    .as_ref()
                    .is_some_and(|decided| decided.subject == Subject::Account)
            })
            .filter_map(|row| dossiers.get(&row.code).map(|dossier| dossier.id.as_str()))
            .collect();
        let with_account: Vec<&str> = with_account.into_iter().collect();
        Ok(Self {
            office_id: batch.office_id.clone(),
            accounts: requests::account_states(tx, &with_account).await?,
            after: rows::states(tx, &batch.id, &codes).await?,
            taken: decisions::among(tx, &ids).await?,
            marks: rows::marked(tx, &batch.id, &marks).await?,
            dossiers,
        })
    }

    fn judge(&mut self, row: &mut Stored, read: &batch::Row) -> Result<RowState, ApiError> {
        row.code.clone_from(&read.code);
        mark(read).clone_into(&mut row.mark);
        if !self.marks.insert(row.mark.clone()) {
            return Ok(bad(row, &[Wrong::of(Fault::Repeated)]));
        }
        let Some(dossier) = self.dossiers.get(&read.code) else {
            return Ok(bad(row, &[Wrong::of(Fault::UnknownDossier)]));
        };
        if dossier.office_id != self.office_id {
            return Ok(bad(row, &[Wrong::of(Fault::OtherOffice)]));
        }
        let (verdict, after) = match &read.decision {
            None => self.arrival(dossier)?,
            Some(decided) => {
                subject(decided).clone_into(&mut row.subject);
                match self.taken.get(&decided.id) {
                    Some(known) if *known == digest(read) => (Verdict::Already, String::new()),
                    Some(_) => return Ok(bad(row, &[Wrong::of(Fault::DecisionDiffers)])),
                    None => self.decision(dossier, decided)?,
                }
            }
        };
        if let Some(fault) = Fault::of(verdict) {
            return Ok(bad(row, &[Wrong::of(fault)]));
        }
        if verdict == Verdict::Already {
            return Ok(RowState::Already);
        }
        self.after
            .insert((row.code.clone(), row.subject.clone()), after.clone());
        row.after = after;
        row.data = serde_json::to_string(read)?;
        Ok(RowState::Good)
    }

    fn arrival(&self, dossier: &Dossier) -> Result<(Verdict, String), ApiError> {
        let verdict = batch::arrival(cases::state_of(dossier)?);
        Ok((verdict, CardState::AtOffice.as_str().to_owned()))
    }

    fn decision(&self, dossier: &Dossier, decided: &Decided) -> Result<(Verdict, String), ApiError> {
        let key = (
            dossier.code.clone().unwrap_or_default(),
            subject(decided).to_owned(),
        );
        let before = self.after.get(&key);
        match decided.subject {
            Subject::Card => {
                let from = match before {
                    Some(word) => CardState::parse(word),
                    None => Some(cases::state_of(dossier)?),
                };
                let from = from.ok_or_else(|| ApiError::internal("batch row", &"state"))?;
                let after = batch::card_after(&decided.outcome).as_str().to_owned();
                Ok((batch::card(from, &decided.outcome), after))
            }
            Subject::Account => {
                let word = before.or_else(|| self.accounts.get(&dossier.id));
                let (Some(from), Some(after)) = (
                    word.and_then(|word| AccountState::parse(word)),
                    batch::account_after(&decided.outcome),
                ) else {
                    return Ok((Verdict::Impossible, String::new()));
                };
                Ok((batch::account(from, &decided.outcome), after.as_str().to_owned()))
            }
        }
    }
}

const fn subject(decided: &Decided) -> &'static str {
    decided.subject.as_str()
}

/// What may stand in a file once.
fn mark(row: &batch::Row) -> &str {
    row.decision.as_ref().map_or(&row.code, |decided| &decided.id)
}
