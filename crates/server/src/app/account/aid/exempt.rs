//! What a place on a list frees from. That somebody is on one is told to nobody but who holds the phone that the list or the
//! person's own account knows: proving any phone at all proves nothing about the person.

use crate::problem::ApiError;
use eid_domain::{
    aid::BenefitKind,
    fee::{Exemption, FeeCase, FilingChannel, is_exempt_anyway},
    identity::BirthDate,
    reason::Reason,
};
use eid_store::{
    Tx, accounts,
    beneficiaries::{self, Beneficiary},
    dossiers::Dossier,
};
use jiff::civil::Date;

/// A person as a form or a dossier says.
#[derive(Clone, Copy)]
pub struct Person<'a> {
    /// Twelve digits.
    pub number: &'a str,
    /// The name folded for comparing.
    pub name_key: &'a str,
    /// ISO date, possibly partial.
    pub birth_date: &'a str,
}

impl<'a> Person<'a> {
    /// The person of a dossier.
    #[must_use]
    pub fn of(dossier: &'a Dossier) -> Self {
        Self {
            number: &dossier.personal_number,
            name_key: &dossier.name_key,
            birth_date: &dossier.birth_date,
        }
    }

    fn is(self, listed: &Beneficiary) -> bool {
        // Lists of old people often know the year alone.
        let birth = self.birth_date.strip_prefix(listed.birth_date.as_str());
        listed.name_key == self.name_key && birth.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    }
}

/// What frees a person from the fee on a day, for who holds this phone.
///
/// # Errors
/// When the database is out of reach.
pub async fn for_phone(
    tx: &mut Tx,
    person: Person<'_>,
    phone: &str,
    on: Date,
) -> Result<Option<Exemption>, ApiError> {
    // Asked for in any case, so that the time says nothing.
    let account = accounts::by_person(tx, person.number).await?;
    let of_account = account.is_some_and(|account| account.phone == phone);
    let listed = beneficiaries::of_person(tx, person.number, on).await?;
    let known = |one: &&Beneficiary| of_account || one.phone.as_deref() == Some(phone);
    Ok(first(person, listed.iter().filter(known)))
}

/// The same for an officer who has the person's card in hand.
///
/// # Errors
/// When the database is out of reach.
pub async fn at_counter(tx: &mut Tx, person: Person<'_>, on: Date) -> Result<Option<Exemption>, ApiError> {
    let listed = beneficiaries::of_person(tx, person.number, on).await?;
    Ok(first(person, listed.iter()))
}

fn first<'a>(person: Person<'_>, mut listed: impl Iterator<Item = &'a Beneficiary>) -> Option<Exemption> {
    listed.find_map(|one| {
        let kind = BenefitKind::parse(&one.kind)?;
        kind.exemption().filter(|_| person.is(one))
    })
}

/// What freed a booking from the fee.
///
/// # Errors
/// When the database is out of reach.
pub async fn noted(tx: &mut Tx, dossier_id: &str) -> Result<Option<Exemption>, ApiError> {
    let word = beneficiaries::freed(tx, dossier_id).await?;
    Ok(word.as_deref().and_then(Exemption::parse))
}

/// Notes with a booking what frees it from the fee, where nothing else does.
///
/// # Errors
/// When the database is out of reach.
pub async fn note(tx: &mut Tx, dossier: &Dossier, reason: Option<Reason>, on: Date) -> Result<(), ApiError> {
    let (Some(reason), Ok(birth)) = (reason, BirthDate::from_iso(&dossier.birth_date)) else {
        return Ok(());
    };
    let case = FeeCase {
        reason,
        channel: FilingChannel::InPerson,
        on,
        age: birth.ages_on(on),
        exemptions: &[],
        level_2: false,
        agency_error: false,
    };
    if is_exempt_anyway(&case) {
        return Ok(());
    }
    if let Some(exemption) = for_phone(tx, Person::of(dossier), &dossier.otp_phone, on).await? {
        beneficiaries::free(tx, &dossier.id, exemption.as_str()).await?;
    }
    Ok(())
}
