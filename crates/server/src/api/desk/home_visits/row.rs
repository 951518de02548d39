//! A wish as a planner sees it.

use crate::{
    app::{desk::masked_name, view},
    problem::ApiError,
};
use eid_domain::{
    booking::{AgeGroup, Service},
    campaign::Cause,
    capacity::{TICK_MINUTES, ticks_for},
    identity::BirthDate,
    wire::home_visits::HomeVisitRow,
};
use eid_store::home_visits::HomeVisit;
use jiff::civil::Date;

/// Masked, or all of it once a reason was given.
///
/// # Errors
/// When what is stored is none of ours.
pub fn of(wish: &HomeVisit, today: Date, revealed: bool) -> Result<HomeVisitRow, ApiError> {
    let wrong = || ApiError::internal("home visit", &wish.id);
    let birth = BirthDate::from_iso(&wish.birth_date).map_err(|_| wrong())?;
    Ok(HomeVisitRow {
        reference: wish.id.clone(),
        full_name: if revealed {
            wish.full_name.clone()
        } else {
            masked_name(&wish.full_name)
        },
        age: birth.ages_on(today).oldest,
        cause: Cause::parse(&wish.cause).ok_or_else(wrong)?,
        neighbourhood: wish.neighbourhood.clone(),
        street: if revealed {
            wish.street.clone()
        } else {
            String::new()
        },
        phone: if revealed {
            wish.phone.clone()
        } else {
            view::phone_ends(&wish.phone)
        },
        wishes: wish.wishes.clone(),
        minutes: u16::from(TICK_MINUTES) * u16::from(ticks(wish, &birth, today)?),
        revealed,
        created_at: wish.created_at,
    })
}

/// Length of the visit on a day.
///
/// # Errors
/// When what is stored is none of ours.
pub fn ticks(wish: &HomeVisit, birth: &BirthDate, on: Date) -> Result<u8, ApiError> {
    let service = Service::parse(&wish.service);
    let service = service.ok_or_else(|| ApiError::internal("home visit", &wish.id))?;
    Ok(ticks_for(service, AgeGroup::of(birth, on)))
}
