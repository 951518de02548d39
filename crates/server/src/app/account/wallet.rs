//! The wallet: papers of other agencies, asked for, answered, shown, and over.

pub mod owner;

use crate::app::{accounts as steps, audit::Who, children, ids, mendings};
use crate::{
    jobs::work::{self, Work},
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    sources::{Answer, Reply},
    state::App,
};
use eid_domain::{
    account::State as AccountState,
    calendar::{days_after, office_date},
    intake::LinkedPaper,
    problem::ProblemCode,
    wallet::{AskedBy, Refusal, State, Step, WARN_DAYS, ends_soon, faults, masked, steps as what_to_do},
    wire::{Lang, wallet as wire},
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    dossiers::{self, Dossier},
    intakes,
    wallet::{self, Paper, PaperState},
};
use jiff::Timestamp;

/// At most so many that have ended or end soon in one sweep; the next one goes on.
const BATCH: u32 = 200;
/// Most letters of what an agency says in words.
const MOST_WORDS: usize = 300;

/// Whether an account may ask for papers: level 2 and in use, with a card that has not expired (Decree 69/2024/NĐ-CP,
/// art. 9, 15).
///
/// # Errors
/// When the stored state is none of ours.
pub fn may_ask(account: &Account, now: Timestamp) -> Result<bool, ApiError> {
    let in_use = account.level == 2 && steps::state_of(account)? == AccountState::L2Active;
    Ok(in_use && account.card_expires_on.is_none_or(|day| day > office_date(now)))
}

/// Asks for a paper: its owner, or who represents a child. False where one of its kind waits or is there.
///
/// # Errors
/// When the database is out of reach.
pub async fn ask(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    (kind, by, who): (&str, AskedBy, Who<'_>),
    now: Timestamp,
) -> Result<bool, ApiError> {
    let paper = Paper {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        account_id: account.id.clone(),
        kind: kind.to_owned(),
        state: PaperState::Waiting,
        state_at: now,
        asked_at: now,
        asked_by: by.as_str().to_owned(),
        number: String::new(),
        issuer: String::new(),
        detail: String::new(),
        issued_on: None,
        valid_until: None,
        refusal: None,
        words: String::new(),
        warned_at: None,
    };
    if !wallet::ask(tx, &paper).await? {
        return Ok(false);
    }
    let key = format!("{}:{}", Work::AskSource.as_str(), paper.id);
    work::enqueue_at(app, tx, Work::AskSource, (&key, &paper.id), now, now).await?;
    steps::note(app, tx, account, "account.paper_asked", who, now).await?;
    Ok(true)
}

/// Asks for what its owner wished for on form TK01, once the account is in use (Decree 69/2024/NĐ-CP, art. 10).
///
/// # Errors
/// When the database is out of reach.
pub async fn ask_as_wished(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    who: Who<'_>,
    now: Timestamp,
) -> Result<(), ApiError> {
    let Some(dossier_id) = &account.dossier_id else {
        return Ok(());
    };
    let Some(intake) = intakes::of_dossier(tx, dossier_id).await? else {
        return Ok(());
    };
    let papers: Vec<LinkedPaper> = serde_json::from_str(&intake.papers)?;
    for paper in papers {
        ask(app, tx, account, (paper.as_str(), AskedBy::Counter, who), now).await?;
    }
    Ok(())
}

/// Takes a paper out: a request is withdrawn, what is shown goes, with all that it said.
///
/// # Errors
/// `no_match` where there is none.
pub async fn remove(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    (kind, who): (&str, Who<'_>),
    now: Timestamp,
) -> Result<(), ApiError> {
    let found = wallet::of_kind(tx, &account.id, kind).await?;
    let paper = found.ok_or(ProblemCode::NoMatch)?;
    wallet::remove(tx, &paper.id).await?;
    let action = match paper.state {
        PaperState::Waiting => "account.paper_withdrawn",
        PaperState::Integrated | PaperState::Refused | PaperState::Expired => "account.paper_removed",
    };
    steps::note(app, tx, account, action, who, now).await
}

/// Takes an agency's reply over, and tells the owner. One to a request that was withdrawn, or was answered before, has no
/// effect.
///
/// # Errors
/// When the database is out of reach.
pub async fn take_over(app: &App, tx: &mut Tx, reply: &Reply, now: Timestamp) -> Result<(), ApiError> {
    let Some(mut paper) = wallet::by_id(tx, &reply.key).await? else {
        return Ok(());
    };
    paper.state_at = now;
    let (action, told) = match reply.answer.clone() {
        Answer::Found(found) => {
            paper.state = PaperState::Integrated;
            paper.number = found.number;
            paper.issuer = found.issuer;
            paper.detail = found.detail;
            paper.issued_on = found.issued_on;
            paper.valid_until = found.valid_until;
            ("account.paper_integrated", Kind::PaperIntegrated)
        }
        Answer::Refused { why, words } => {
            paper.state = PaperState::Refused;
            paper.refusal = Some(why.as_str().to_owned());
            paper.words = words.chars().take(MOST_WORDS).collect();
            ("account.paper_refused", Kind::PaperRefused)
        }
    };
    if !wallet::settle(tx, &paper).await? {
        return Ok(());
    }
    tell(app, tx, &paper, (action, told), now).await
}

/// Papers whose last day is over, and those whose owners are to be told that it comes.
///
/// # Errors
/// When the database is out of reach.
pub async fn sweep(app: &App, tx: &mut Tx, now: Timestamp) -> Result<(), ApiError> {
    let today = office_date(now);
    for paper in wallet::over(tx, today, BATCH).await? {
        if wallet::expire(tx, &paper.id, now).await?
            && let Some(account) = accounts::by_id(tx, &paper.account_id).await?
        {
            steps::note(app, tx, &account, "account.paper_expired", Who::System, now).await?;
        }
    }
    for paper in wallet::to_warn(tx, days_after(today, WARN_DAYS), BATCH).await? {
        wallet::warned(tx, &paper.id, now).await?;
        tell(app, tx, &paper, ("account.paper_ends", Kind::PaperEnds), now).await?;
    }
    Ok(())
}

async fn tell(
    app: &App,
    tx: &mut Tx,
    paper: &Paper,
    (action, kind): (&str, Kind),
    now: Timestamp,
) -> Result<(), ApiError> {
    let Some(account) = accounts::by_id(tx, &paper.account_id).await? else {
        return Ok(());
    };
    steps::note(app, tx, &account, action, Who::System, now).await?;
    let dossier = dossier_of(tx, &account).await?;
    let lang = dossier
        .as_ref()
        .map_or(Lang::Vi, |dossier| Lang::from_tag(&dossier.lang));
    let facts = Facts {
        paper: app.wallet.name(&paper.kind, lang),
        day: paper.valid_until,
        // The phone is the representative's, who has a wallet of their own.
        child: if children::is_childs(&account, now)? {
            account.full_name.clone()
        } else {
            String::new()
        },
        ..Facts::default()
    };
    queue::tell_holder(app, tx, &account, dossier.as_ref(), kind, facts, now).await
}

async fn dossier_of(tx: &mut Tx, account: &Account) -> Result<Option<Dossier>, ApiError> {
    Ok(match &account.dossier_id {
        Some(id) => dossiers::by_id(tx, id).await?,
        None => None,
    })
}

/// Tells the office that made the card that the card may be wrong, as a ticket of data to be put right.
///
/// # Errors
/// `change_not_allowed` where the paper was not refused for that, or the office was told already.
pub async fn tell_office(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    (paper, who): (&Paper, Who<'_>),
    now: Timestamp,
) -> Result<(), ApiError> {
    let refused = ProblemCode::ChangeNotAllowed;
    let what = faults(refusal_of(paper)?.ok_or(refused)?);
    let dossier = dossier_of(tx, account).await?.ok_or(refused)?;
    let told = mendings::Told {
        what,
        words: &paper.words,
        paper: Some(&paper.kind),
    };
    if what.is_empty() || !mendings::tell(app, tx, &dossier, told, now).await? {
        return Err(refused.into());
    }
    steps::note(app, tx, account, "account.paper_mismatch", who, now).await
}

fn refusal_of(paper: &Paper) -> Result<Option<Refusal>, ApiError> {
    let read = |word: &String| Refusal::parse(word).ok_or_else(|| ApiError::internal("refusal", word));
    paper.refusal.as_ref().map(read).transpose()
}

/// How much of a paper's number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Its end.
    Masked,
    /// All of it.
    Whole,
}

/// A paper as its owner sees it.
///
/// # Errors
/// When the database is out of reach, or a stored word is none of ours.
pub async fn view(
    tx: &mut Tx,
    account: &Account,
    paper: &Paper,
    shown: Shown,
    now: Timestamp,
) -> Result<wire::WalletPaper, ApiError> {
    let refused = match refusal_of(paper)? {
        Some(why) => Some(refused(tx, account, paper, why).await?),
        None => None,
    };
    let odd = || ApiError::internal("asked_by", &paper.asked_by);
    Ok(wire::WalletPaper {
        kind: paper.kind.clone(),
        state: match paper.state {
            PaperState::Waiting => State::Waiting,
            PaperState::Integrated => State::Integrated,
            PaperState::Refused => State::Refused,
            PaperState::Expired => State::Expired,
        },
        state_at: paper.state_at,
        asked_at: paper.asked_at,
        asked_by: AskedBy::parse(&paper.asked_by).ok_or_else(odd)?,
        number: match shown {
            Shown::Masked => masked(&paper.number),
            Shown::Whole => paper.number.clone(),
        },
        issuer: paper.issuer.clone(),
        detail: paper.detail.clone(),
        issued_on: paper.issued_on,
        valid_until: paper.valid_until,
        ends_soon: paper.state == PaperState::Integrated && ends_soon(paper.valid_until, office_date(now)),
        refused,
    })
}

async fn refused(
    tx: &mut Tx,
    account: &Account,
    paper: &Paper,
    why: Refusal,
) -> Result<wire::WalletRefused, ApiError> {
    // Without a dossier there is no office to tell: then that step is not named.
    let may = !faults(why).is_empty() && account.dossier_id.is_some();
    let told = match &account.dossier_id {
        Some(dossier_id) if may => mendings::so_far(tx, dossier_id).await?,
        _ => None,
    };
    let steps = what_to_do(why).iter().copied();
    Ok(wire::WalletRefused {
        why,
        words: paper.words.clone(),
        steps: steps.filter(|step| may || *step != Step::TellOffice).collect(),
        may_tell: may && told.is_none(),
        told,
    })
}
