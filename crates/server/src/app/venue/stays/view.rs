//! Notices as who has filed them, and who they are about, see them.

use super::{Filer, MOST};
use crate::{
    app::{aid::outreach::commune_name, desk::masked_name, view},
    problem::ApiError,
};
use eid_domain::{
    calendar::{office_date, office_now},
    stay::{self, StayReason, StayWithdrawal},
    wire::stays::{StayAboutMe, StayNotice, StayNotices},
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    stays::{self, Stay},
    venues,
};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Names of communes, each looked up once: the list is read anew every time.
#[derive(Default)]
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// House, street, commune and province.
    ///
    /// # Errors
    /// When the built-in files cannot be read.
    pub fn address(&mut self, stay: &Stay) -> Result<String, ApiError> {
        let code = &stay.commune_code;
        let name = match self.0.get(code) {
            Some(name) => name,
            None => self.0.entry(code.clone()).or_insert(commune_name(code)?),
        };
        Ok(format!("{}, {name}", stay.line))
    }
}

pub(super) fn in_time(stay: &Stay) -> bool {
    stay::is_in_time(office_now(stay.filed_at), stay::due(stay.arrives, stay.late))
}

pub(super) fn reason_of(stay: &Stay) -> Result<StayReason, ApiError> {
    StayReason::parse(&stay.reason).ok_or_else(|| ApiError::internal("reason of a stay", &stay.reason))
}

/// A notice as who has filed it sees it.
pub(super) fn notice(names: &mut Names, stay: &Stay, now: Timestamp) -> Result<StayNotice, ApiError> {
    let withdrawn = stay.withdrawn_for.as_deref().and_then(StayWithdrawal::parse);
    Ok(StayNotice {
        id: stay.id.clone(),
        full_name: stay.full_name.clone(),
        number_masked: view::masked_number(&stay.personal_number),
        birth_date: stay.birth_date.clone(),
        reason: reason_of(stay)?,
        address: names.address(stay)?,
        arrives: stay.arrives,
        late: stay.late,
        leaves: stay.leaves,
        filed_at: stay.filed_at,
        due: stay::due(stay.arrives, stay.late),
        in_time: in_time(stay),
        long: stay::is_long(stay.arrives, stay.leaves),
        corrected_at: stay.corrected_at,
        withdrawn,
        may_change: stay::may_change(stay.withdrawn_at.is_some(), stay.leaves, office_date(now)),
    })
}

/// A list of them.
///
/// # Errors
/// When the built-in files cannot be read.
pub fn notices(found: &[Stay], now: Timestamp) -> Result<StayNotices, ApiError> {
    let mut names = Names::default();
    let stays = found.iter().map(|stay| notice(&mut names, stay, now));
    Ok(StayNotices {
        now: office_now(now),
        stays: stays.collect::<Result<_, _>>()?,
    })
}

/// Name of the place, or of the person, that has filed a notice.
///
/// # Errors
/// When the database is out of reach.
pub async fn filer_name(tx: &mut Tx, stay: &Stay, masked: bool) -> Result<String, ApiError> {
    if let Some(id) = &stay.venue_id {
        return Ok(venues::by_id(tx, id)
            .await?
            .map(|venue| venue.name)
            .unwrap_or_default());
    }
    let account = match &stay.account_id {
        Some(id) => accounts::by_id(tx, id).await?,
        None => None,
    };
    let name = account.map(|account| account.full_name).unwrap_or_default();
    Ok(if masked { masked_name(&name) } else { name })
}

/// What others have filed about a person.
///
/// # Errors
/// When the database is out of reach.
pub async fn about(tx: &mut Tx, guest: &Account) -> Result<Vec<StayAboutMe>, ApiError> {
    let mut names = Names::default();
    let mut all = Vec::new();
    for stay in stays::of_person(tx, &guest.personal_number, MOST).await? {
        if Filer::Account(guest).has_filed(&stay) {
            continue;
        }
        all.push(StayAboutMe {
            by: filer_name(tx, &stay, true).await?,
            address: names.address(&stay)?,
            id: stay.id,
            arrives: stay.arrives,
            leaves: stay.leaves,
            withdrawn: stay.withdrawn_at.is_some(),
            disputed: stay.disputed_at.is_some(),
        });
    }
    Ok(all)
}
