//! Telling everybody whom it concerns, each phone once.

use super::is_of;
use crate::{
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::child::End;
use eid_store::{
    Tx,
    accounts::{self, Account},
    dossiers::{self, Dossier},
    representatives::{self, Representative},
};
use jiff::Timestamp;

fn about(link: &Representative) -> Facts {
    Facts {
        child: link.child_name.clone(),
        ..Facts::default()
    }
}

/// The account of who was recorded, where there is one.
async fn account_of(tx: &mut Tx, link: &Representative) -> Result<Option<Account>, ApiError> {
    let found = accounts::by_person(tx, &link.personal_number).await?;
    Ok(found.filter(|account| is_of(account, link)))
}

/// The child's newest dossier.
pub(super) async fn dossier_of(tx: &mut Tx, child_number: &str) -> Result<Option<Dossier>, ApiError> {
    Ok(dossiers::by_person(tx, child_number).await?.into_iter().next())
}

/// Tells one representative in their account, and says on which phone; none where they have no account.
async fn one(
    app: &App,
    tx: &mut Tx,
    link: &Representative,
    (kind, facts): (Kind, Facts),
    now: Timestamp,
) -> Result<Option<String>, ApiError> {
    let Some(account) = account_of(tx, link).await? else {
        return Ok(None);
    };
    let dossier = match &account.dossier_id {
        Some(id) => dossiers::by_id(tx, id).await?,
        None => None,
    };
    queue::tell_holder(app, tx, &account, dossier.as_ref(), kind, facts, now).await?;
    Ok(Some(account.phone))
}

/// Every representative of a child, and the phone of the child's dossier where that is nobody's of them.
pub(super) async fn all(
    app: &App,
    tx: &mut Tx,
    link: &Representative,
    kind: Kind,
    now: Timestamp,
) -> Result<(), ApiError> {
    others(app, tx, link, (kind, about(link)), now).await
}

async fn others(
    app: &App,
    tx: &mut Tx,
    link: &Representative,
    (kind, facts): (Kind, Facts),
    now: Timestamp,
) -> Result<(), ApiError> {
    let mut told = Vec::new();
    for other in representatives::of_child(tx, &link.child_number).await? {
        told.extend(one(app, tx, &other, (kind, facts.clone()), now).await?);
    }
    if let Some(dossier) = dossier_of(tx, &link.child_number).await?
        && !told.contains(&dossier.otp_phone)
    {
        queue::tell(app, tx, &dossier, kind, facts, now).await?;
    }
    app.wake.notify_one();
    Ok(())
}

fn why(link: &Representative, end: End) -> Facts {
    Facts {
        end: Some(end),
        ..about(link)
    }
}

/// Who does not represent the child any more is told why, and so is everybody else.
pub(super) async fn ended(
    app: &App,
    tx: &mut Tx,
    link: &Representative,
    end: End,
    now: Timestamp,
) -> Result<(), ApiError> {
    if end != End::Died {
        one(app, tx, link, (Kind::RepresentativeEnded, why(link, end)), now).await?;
    }
    others(app, tx, link, (Kind::RepresentativeGone, why(link, end)), now).await
}

/// The child is 14: the representative is told why it ends.
pub(super) async fn of_age(
    app: &App,
    tx: &mut Tx,
    link: &Representative,
    now: Timestamp,
) -> Result<(), ApiError> {
    let told = (Kind::RepresentativeEnded, why(link, End::OfAge));
    one(app, tx, link, told, now).await.map(|_| ())
}

/// The person of 14, at the numbers that are known.
pub(super) async fn own_account(
    app: &App,
    tx: &mut Tx,
    link: &Representative,
    (kind, account): (Kind, Option<&Account>),
    now: Timestamp,
) -> Result<(), ApiError> {
    let facts = Facts {
        day: Some(link.own_from),
        ..about(link)
    };
    match (dossier_of(tx, &link.child_number).await?, account) {
        (Some(dossier), _) => queue::tell(app, tx, &dossier, kind, facts, now).await?,
        (None, Some(account)) => queue::tell_holder(app, tx, account, None, kind, facts, now).await?,
        (None, None) => {}
    }
    app.wake.notify_one();
    Ok(())
}

/// The representative and the child, that the birthday comes; `told` has the child's number and phone where they were.
pub(super) async fn soon(
    app: &App,
    tx: &mut Tx,
    link: &Representative,
    told: &mut Vec<(String, String)>,
    now: Timestamp,
) -> Result<(), ApiError> {
    let facts = Facts {
        day: Some(link.own_from),
        ..about(link)
    };
    let mark = |phone: String| (link.child_number.clone(), phone);
    let hers = one(app, tx, link, (Kind::OwnAccountSoon, facts.clone()), now).await?;
    told.extend(hers.map(mark));
    if let Some(dossier) = dossier_of(tx, &link.child_number).await? {
        let childs = mark(dossier.otp_phone.clone());
        if !told.contains(&childs) {
            queue::tell(app, tx, &dossier, Kind::OwnAccountSoon, facts, now).await?;
            told.push(childs);
        }
    }
    app.wake.notify_one();
    Ok(())
}
