//! How fast the simulated ministry works.

use eid_domain::{
    calendar::{Calendar, office_date, office_timestamp},
    wire::desk::Pace,
};
use eid_store::{StoreError, Tx, ministry, settings, sources};
use jiff::{SignedDuration, Timestamp, civil::time};

const SETTING: &str = "ministry_pace";
const HURRIED: SignedDuration = SignedDuration::from_secs(4);

/// The pace that is set; lawful where none is.
///
/// # Errors
/// When the database is out of reach.
pub async fn current(tx: &mut Tx) -> Result<Pace, StoreError> {
    let stored = settings::get(tx, SETTING).await?;
    let paces = [Pace::Hurried, Pace::Files];
    let set = paces
        .into_iter()
        .find(|pace| stored.as_deref() == Some(word(*pace)));
    Ok(set.unwrap_or(Pace::Lawful))
}

/// Sets the pace; when it is hurried, waiting cases hurry too.
///
/// # Errors
/// When the database is out of reach.
pub async fn set(tx: &mut Tx, calendar: &Calendar, pace: Pace, now: Timestamp) -> Result<(), StoreError> {
    settings::set(tx, SETTING, word(pace)).await?;
    if pace == Pace::Hurried {
        let soon = next(calendar, pace, now);
        // The agencies of the wallet keep the same pace.
        sources::hurry(tx, soon).await?;
        for mut case in ministry::waiting(tx).await? {
            if case.next_at.is_some_and(|at| at > soon) {
                case.next_at = Some(soon);
                let step = case.step.clone();
                ministry::advance(tx, &step, &case).await?;
            }
        }
    }
    Ok(())
}

/// When the next step is taken: at ten on the next working day, or in a few seconds.
#[must_use]
pub fn next(calendar: &Calendar, pace: Pace, now: Timestamp) -> Timestamp {
    match pace {
        Pace::Lawful | Pace::Files => {
            let day = calendar.add_working_days(office_date(now), 1);
            office_timestamp(day.to_datetime(time(10, 0, 0, 0)))
        }
        Pace::Hurried => now.saturating_add(HURRIED).unwrap_or(Timestamp::MAX),
    }
}

const fn word(pace: Pace) -> &'static str {
    match pace {
        Pace::Lawful => "lawful",
        Pace::Hurried => "hurried",
        Pace::Files => "files",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data;

    #[test]
    fn a_lawful_step_waits_for_the_next_working_day() {
        let friday: Timestamp = "2026-11-20T03:00:00Z".parse().unwrap();
        let monday = next(&data::calendar().unwrap(), Pace::Lawful, friday);
        assert_eq!(monday.to_string(), "2026-11-23T03:00:00Z");
    }
}
