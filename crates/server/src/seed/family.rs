//! The demo's family: a mother whose account is in use and a child of nine whom she represents, so that the pages of an account
//! say something on the first day. Their numbers begin with codes of no province.

use crate::{password::Passwords, problem::ApiError, state::App};
use eid_domain::{
    account::State,
    child::{CONSENT_VERSION, Proof, Relation, own_from},
    identity::BirthDate,
};
use eid_store::{
    Store,
    accounts::{self, Account},
    representatives::{self, Consent, Representative},
    settings,
};
use jiff::{ToSpan, civil::Date};

/// The mother signs in with it; printed at the start.
pub const DEMO_NUMBER: &str = "098185000001";
/// Her password.
pub const DEMO_PASSWORD: &str = "Cong_dan1!";
/// Her passcode.
pub const DEMO_PASSCODE: &str = "135790";
const CHILD_NUMBER: &str = "097317000001";
/// Of no operator's number that anybody has: the last digits count up from nothing.
const PHONE: &str = "+84990000001";
/// Setting that says that they are there: who closes the account does not find it again after a restart.
const SETTLED: &str = "demo_family";
/// Who has recorded the mother.
const OFFICER: &str = "demo-canbo";

/// Writes them, once in the life of a database.
///
/// # Errors
/// When the database is out of reach.
pub async fn demo_family(app: &App) -> Result<(), ApiError> {
    if settings::get(&mut app.store.peek().await?, SETTLED)
        .await?
        .is_some()
    {
        return Ok(());
    }
    let rng = app.rng.as_ref();
    let (now, today) = (app.now(), app.today());
    let mother = Account {
        password_hash: Some(app.passwords.hash(rng, DEMO_PASSWORD).await?),
        passcode_hash: Some(app.passwords.hash(rng, DEMO_PASSCODE).await?),
        ..in_use(DEMO_NUMBER, "Trần Thị Mẫu", "1985-08-15", app)
    };
    let child = in_use(CHILD_NUMBER, "Lê Thị Bé", "2017-09-02", app);
    let birth = BirthDate::from_iso(&child.birth_date)
        .map_err(|code| ApiError::internal("birth date", &code.as_str()))?;
    let link = Representative {
        id: "demo-mother-of-be".to_owned(),
        child_number: child.personal_number.clone(),
        child_name: child.full_name.clone(),
        child_birth_date: child.birth_date.clone(),
        personal_number: mother.personal_number.clone(),
        full_name: mother.full_name.clone(),
        relation: Relation::Mother.as_str().to_owned(),
        proof: Proof::BirthCertificate.as_str().to_owned(),
        own_from: own_from(&birth),
        recorded_at: now,
        recorded_by: OFFICER.to_owned(),
        reminded_at: None,
        ended: None,
    };
    let consent = Consent {
        id: "demo-consent".to_owned(),
        child_number: child.personal_number.clone(),
        representative_id: link.id.clone(),
        text_version: CONSENT_VERSION.to_owned(),
        given_at: now,
    };
    let mut tx = app.store.begin().await?;
    accounts::insert(&mut tx, &mother).await?;
    // The demo's clock may be years ahead: who is fourteen by then is nobody's child.
    if own_from(&birth) > today {
        accounts::insert(&mut tx, &child).await?;
        representatives::record(&mut tx, &link).await?;
        representatives::consent(&mut tx, &consent).await?;
    }
    settings::set(&mut tx, SETTLED, &now.to_string()).await?;
    Ok(tx.commit().await?)
}

/// An account of level 2 in use, without secrets.
fn in_use(number: &str, name: &str, birth: &str, app: &App) -> Account {
    let now = app.now();
    Account {
        id: format!("demo-{number}"),
        personal_number: number.to_owned(),
        dossier_id: None,
        full_name: name.to_owned(),
        birth_date: birth.to_owned(),
        phone: PHONE.to_owned(),
        level: 2,
        state: State::L2Active.as_str().to_owned(),
        notified_at: Some(now),
        activate_by: None,
        password_hash: None,
        passcode_hash: None,
        activated_at: Some(now),
        last_sign_in_at: None,
        card_expires_on: Some(ten_years_after(app.today())),
        lock_reason: None,
        locked_from: None,
        version: 1,
    }
}

fn ten_years_after(day: Date) -> Date {
    day.saturating_add(10.years())
}

/// Whether the mother's account still opens with the password that everybody may read: such a database must not serve a city.
///
/// # Errors
/// When the database is out of reach.
pub async fn has_demo_family(store: &Store, passwords: &Passwords) -> Result<bool, ApiError> {
    let account = accounts::by_person(&mut store.peek().await?, DEMO_NUMBER).await?;
    match account.and_then(|account| account.password_hash) {
        Some(hash) => passwords.verify(Some(&hash), DEMO_PASSWORD).await,
        None => Ok(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eid_domain::{
        identity::PersonalNumber,
        secret::{Passcode, Password},
    };

    #[test]
    fn they_could_have_come_by_the_usual_way() {
        for number in [DEMO_NUMBER, CHILD_NUMBER] {
            assert!(PersonalNumber::parse(number).is_ok(), "{number}");
        }
        assert!(Password::parse(DEMO_PASSWORD).is_ok());
        let birth = BirthDate::from_iso("1985-08-15").unwrap();
        assert!(Passcode::parse(DEMO_PASSCODE, Some(&birth)).is_ok());
    }
}
