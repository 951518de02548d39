//! A dossier as its owner sees it.

use super::{
    accounts, aid::exempt, deliveries, dossiers, keys, looks, questions, queue::link, slips, waiting,
};
use crate::{problem::ApiError, state::App};
use eid_domain::{
    account::{ACCOUNT_WORKING_DAYS, ACCOUNT_WORKING_DAYS_WITH_CARD, ACTIVATE_WITHIN_DAYS},
    booking::{AgeGroup, ChangeRules, MAX_RESCHEDULES, reschedule_rules},
    calendar::{office_date, office_now},
    capacity::{TICK_MINUTES, slot_group},
    dossier::{AccountTrack, CARD_WORKING_DAYS, ClockView, State, TimelineInput, timeline},
    identity::{BirthDate, OtpPhone, PersonalNumber},
    wire::{
        dossiers::{AccessScope, AccountProgress, DossierView, InLine, NoticeSent, Visit},
        places::Place,
        waiting::WaitingMark,
    },
};
use eid_store::{
    Tx,
    accounts::Account,
    appointments::{self, Appointment, AppointmentState},
    dossiers::Dossier,
    hand_overs, notices, queue,
};
use jiff::{Timestamp, civil::Date};

/// Puts the view together.
///
/// # Errors
/// When the database is out of reach.
pub async fn of(
    app: &App,
    tx: &mut Tx,
    dossier: &Dossier,
    scope: AccessScope,
    now: Timestamp,
) -> Result<DossierView, ApiError> {
    let state = dossiers::state_of(dossier)?;
    let service = dossiers::service_of(dossier)?;
    let history = dossiers::history(tx, &dossier.id).await?;
    let appointment = appointments::latest_of_dossier(tx, &dossier.id).await?;
    let account = accounts::of_dossier(tx, dossier).await?;
    let account_events = match &account {
        Some(account) => accounts::history(&accounts::states_of(tx, &account.id).await?),
        None => Vec::new(),
    };
    let mark = waiting::mark(tx, &dossier.id).await?;
    let today = office_date(now);
    let calendar = &app.catalog.calendar;
    let stages = timeline(&TimelineInput {
        service,
        events: &history,
        visit_on: appointment.as_ref().map(|visit| office_date(visit.starts_at)),
        account: account.as_ref().map(|account| AccountTrack {
            events: &account_events,
            notified_at: account.notified_at,
            working_days: account_working_days(service.has_card()),
            activate_within_days: ACTIVATE_WITHIN_DAYS,
        }),
        card_working_days: CARD_WORKING_DAYS,
        by_post: deliveries::is_by_post(tx, &dossier.id).await?,
        unclaimed_after_days: app.config.unclaimed_after_days,
        today,
        calendar,
    });
    let clock = ClockView::of(&history, CARD_WORKING_DAYS, today, calendar);
    let owner = scope == AccessScope::Manage;
    let questions = if owner {
        questions::of(tx, &dossier.id).await?
    } else {
        Vec::new()
    };
    let line = if owner {
        in_line(app, tx, &dossier.id).await?
    } else {
        None
    };
    let slip = appointment
        .as_ref()
        .filter(|_| owner)
        .and_then(|visit| slips::sign(app, dossier, service, visit, &history));
    Ok(DossierView {
        reference: dossier.reference.clone(),
        dossier_code: dossier.code.clone(),
        scope,
        state,
        service,
        reason: dossiers::reason_of(dossier),
        full_name: if owner {
            dossier.full_name.clone()
        } else {
            String::new()
        },
        personal_number_masked: if owner {
            masked_number(&dossier.personal_number)
        } else {
            String::new()
        },
        phone_ends: if owner {
            phone_ends(&dossier.otp_phone)
        } else {
            String::new()
        },
        changes: guaranteed(
            changes(dossier, state, appointment.as_ref(), scope, now),
            scope,
            mark,
        ),
        visit: appointment.map(|appointment| visit(app, appointment, dossier, today)),
        timeline: stages,
        due_on: dossier.due_on,
        overdue_days: clock.map_or(0, |clock| clock.overdue_days),
        due_provisional: clock.is_some_and(|clock| clock.provisional),
        account: account.as_ref().map(progress).transpose()?,
        exemption: if owner {
            exempt::noted(tx, &dossier.id).await?
        } else {
            None
        },
        // Words of an officer may name the person.
        message: dossier.message.clone().filter(|_| owner),
        notices: sent(tx, &dossier.id).await?,
        waiting: mark,
        slip_code: slip.as_deref().and_then(|token| slips::code(app, token)),
        line,
        looks: if owner {
            looks::of(app, tx, &dossier.id).await?
        } else {
            Vec::new()
        },
        slip,
        phrase: owner.then(|| keys::phrase(app, &dossier.id)),
        news: if dossier.is_open {
            app.news.at(&dossier.office_id, now)
        } else {
            Vec::new()
        },
        now,
        hotline: app.config.hotline.clone(),
        demo: app.config.demo,
        may_ask: owner && questions::may_ask(dossier, &questions),
        collected_for: collected_for(tx, dossier, owner).await?,
        questions,
    })
}

async fn in_line(app: &App, tx: &mut Tx, dossier_id: &str) -> Result<Option<InLine>, ApiError> {
    let ticket = queue::live_of_dossier(tx, dossier_id).await?;
    Ok(ticket.map(|ticket| InLine {
        number: ticket.number,
        key: link::key(app, &ticket.id),
    }))
}

/// That somebody else collected the card, and who, where the owner asks.
async fn collected_for(tx: &mut Tx, dossier: &Dossier, owner: bool) -> Result<Option<String>, ApiError> {
    let given = hand_overs::of_dossier(tx, &dossier.id).await?;
    let name = given.and_then(|given| given.other).map(|(name, _)| name);
    Ok(name.map(|name| if owner { name } else { String::new() }))
}

/// Working days for a level-2 account (Decree 69/2024, art. 13).
#[must_use]
pub const fn account_working_days(with_card: bool) -> u16 {
    if with_card {
        ACCOUNT_WORKING_DAYS_WITH_CARD
    } else {
        ACCOUNT_WORKING_DAYS
    }
}

/// `098*****0123`.
#[must_use]
pub fn masked_number(number: &str) -> String {
    PersonalNumber::parse(number)
        .map(|number| number.masked())
        .unwrap_or_default()
}

/// The last three digits of a phone.
#[must_use]
pub fn phone_ends(phone: &str) -> String {
    OtpPhone::parse(phone)
        .map(|phone| phone.last_digits().to_owned())
        .unwrap_or_default()
}

/// What may still be changed about a visit.
#[must_use]
pub fn changes(
    dossier: &Dossier,
    state: State,
    appointment: Option<&Appointment>,
    scope: AccessScope,
    now: Timestamp,
) -> ChangeRules {
    match appointment {
        Some(visit)
            if scope == AccessScope::Manage
                && state == State::Booked
                && visit.state == AppointmentState::Booked =>
        {
            let used = u8::try_from(dossier.reschedules).unwrap_or(u8::MAX);
            reschedule_rules(now, office_now(visit.starts_at), used)
        }
        // Who must come again chooses when; what they were asked to do cannot be cancelled with a visit.
        Some(visit) if scope == AccessScope::Manage && state.asks_to_return() => ChangeRules {
            may_cancel: false,
            cancel_until: None,
            ..match visit.state {
                AppointmentState::Booked => reschedule_rules(now, office_now(visit.starts_at), 0),
                _ => ChangeRules {
                    may_reschedule: true,
                    remaining: MAX_RESCHEDULES,
                    ..ChangeRules::NONE
                },
            }
        },
        _ => ChangeRules::NONE,
    }
}

/// Whose time the office has closed may move and cancel, however late and however often.
fn guaranteed(rules: ChangeRules, scope: AccessScope, mark: WaitingMark) -> ChangeRules {
    if scope != AccessScope::Manage || !waiting::is_to_be_moved(mark) {
        return rules;
    }
    ChangeRules {
        may_reschedule: true,
        may_cancel: true,
        remaining: rules.remaining.max(1),
        until: None,
        cancel_until: None,
    }
}

fn visit(app: &App, appointment: Appointment, dossier: &Dossier, today: Date) -> Visit {
    let starts_at = office_now(appointment.starts_at);
    // As when it was booked: the age on the day of the visit.
    let birth = BirthDate::from_iso(&dossier.birth_date);
    let age_group = birth.as_ref().map_or(AgeGroup::From14To59, |birth| {
        AgeGroup::of(birth, starts_at.date())
    });
    let slot_group = match (&birth, dossiers::service_of(dossier)) {
        (Ok(birth), Ok(service)) => slot_group(service, birth, starts_at.date(), today),
        _ => age_group,
    };
    let place = |id: &str| {
        let office = app.catalog.office(id);
        office.map(|office| Box::new(Place::of(&office)))
    };
    let returns = dossiers::state_of(dossier).is_ok_and(State::asks_to_return);
    let elsewhere = returns && appointment.office_id != dossier.office_id;
    Visit {
        starts_at,
        age_group,
        slot_group,
        again: elsewhere.then(|| place(&dossier.office_id)).flatten(),
        minutes: u16::from(appointment.ticks) * u16::from(TICK_MINUTES),
        sequence: appointment.sequence,
        place: place(&appointment.office_id),
        office_id: appointment.office_id,
    }
}

fn progress(account: &Account) -> Result<AccountProgress, ApiError> {
    Ok(AccountProgress {
        state: accounts::state_of(account)?,
        activate_by: account.activate_by,
    })
}

async fn sent(tx: &mut Tx, dossier_id: &str) -> Result<Vec<NoticeSent>, ApiError> {
    let notices = notices::of_dossier(tx, dossier_id).await?;
    let told = |notice: notices::Notice| {
        notice.sent_at.map(|at| NoticeSent {
            at,
            kind: notice.kind,
            channel: notice.channel,
        })
    };
    Ok(notices.into_iter().filter_map(told).collect())
}
