//! A dossier as its owner sees it.

use crate::app::{
    accounts, aid::exempt, deliveries, dossiers, keys, looks, questions, queue::link, slips, waiting,
};
use crate::{problem::ApiError, state::App};
use eid_domain::{
    account::{ACCOUNT_WORKING_DAYS, ACCOUNT_WORKING_DAYS_WITH_CARD, ACTIVATE_WITHIN_DAYS},
    booking::{AgeGroup, ChangeRules, MAX_RESCHEDULES, reschedule_rules},
    calendar::{office_date, office_now},
    capacity::{TICK_MINUTES, slot_group},
    dossier::{
        AccountTrack, CARD_WORKING_DAYS, ClockView, Event, Stage, StageKind, StageStatus, State,
        TimelineInput, timeline,
    },
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
    audit::Seen,
    dossiers::Dossier,
    hand_overs, notices, queue,
};
use jiff::{Timestamp, civil::Date};

/// Puts the view together: what a link may show, and for the owner the rest.
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
    let seen = followed(app, tx, dossier, now).await?;
    match scope {
        AccessScope::Read => Ok(seen.view),
        AccessScope::Manage => owned(app, tx, dossier, seen, now).await,
    }
}

/// What a link may show, with what it was made from.
struct Followed {
    view: DossierView,
    visit: Option<Appointment>,
    history: Vec<Event>,
}

/// The steps and the visit, and nothing of the person: whatever is theirs is empty here, and added by [`owned`].
async fn followed(app: &App, tx: &mut Tx, dossier: &Dossier, now: Timestamp) -> Result<Followed, ApiError> {
    let state = dossiers::state_of(dossier)?;
    let service = dossiers::service_of(dossier)?;
    let history = dossiers::history(tx, &dossier.id).await?;
    let appointment = appointments::latest_of_dossier(tx, &dossier.id).await?;
    let account = accounts::of_dossier(tx, dossier).await?;
    let account_events = match &account {
        Some(account) => accounts::history(&accounts::states_of(tx, &account.id).await?),
        None => Vec::new(),
    };
    let today = office_date(now);
    let calendar = &app.catalog.calendar();
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
    let by_other = collector(tx, dossier).await?.is_some();
    let view = DossierView {
        reference: dossier.reference.clone(),
        dossier_code: dossier.code.clone(),
        scope: AccessScope::Read,
        state,
        service,
        reason: dossiers::reason_of(dossier),
        full_name: String::new(),
        personal_number_masked: String::new(),
        phone_ends: String::new(),
        changes: ChangeRules::NONE,
        visit: appointment.clone().map(|one| visit(app, one, dossier, today)),
        account: account
            .as_ref()
            .map(|account| progress(account, &stages))
            .transpose()?,
        timeline: stages,
        due_on: dossiers::due_on(app, dossier)?,
        overdue_days: clock.map_or(0, |clock| clock.overdue_days),
        due_provisional: clock.is_some_and(|clock| clock.provisional),
        exemption: None,
        message: None,
        notices: sent(tx, &dossier.id).await?,
        waiting: waiting::mark(tx, &dossier.id).await?,
        slip: None,
        slip_code: None,
        line: None,
        looks: Vec::new(),
        phrase: None,
        news: if dossier.is_open {
            app.news.at(&dossier.office_id, now)
        } else {
            Vec::new()
        },
        now,
        hotline: app.config.hotline.clone(),
        demo: app.config.demo,
        may_ask: false,
        // That somebody else collected the card; not who.
        collected_for: by_other.then(String::new),
        questions: Vec::new(),
    };
    Ok(Followed {
        view,
        visit: appointment,
        history,
    })
}

/// The same with all that is the owner's: who they are, what they may change, what was written to them.
async fn owned(
    app: &App,
    tx: &mut Tx,
    dossier: &Dossier,
    seen: Followed,
    now: Timestamp,
) -> Result<DossierView, ApiError> {
    let Followed { view, visit, history } = seen;
    let questions = questions::of(tx, &dossier.id).await?;
    let slip = visit
        .as_ref()
        .and_then(|visit| slips::sign(app, dossier, view.service, visit, &history));
    Ok(DossierView {
        scope: AccessScope::Manage,
        full_name: dossier.full_name.clone(),
        personal_number_masked: masked_number(&dossier.personal_number),
        phone_ends: phone_ends(&dossier.otp_phone),
        changes: guaranteed(changes(dossier, view.state, visit.as_ref(), now), view.waiting),
        exemption: exempt::noted(tx, &dossier.id).await?,
        // Words of an officer may name the person.
        message: dossier.message.clone(),
        slip_code: slip.as_deref().and_then(|token| slips::code(app, token)),
        slip,
        line: in_line(app, tx, &dossier.id).await?,
        looks: looks::of(app, tx, Seen::Dossier(&dossier.id)).await?,
        phrase: Some(keys::phrase(app, &dossier.id)),
        may_ask: questions::may_ask(dossier, &questions),
        collected_for: collector(tx, dossier).await?,
        questions,
        ..view
    })
}

async fn in_line(app: &App, tx: &mut Tx, dossier_id: &str) -> Result<Option<InLine>, ApiError> {
    let ticket = queue::live_of_dossier(tx, dossier_id).await?;
    Ok(ticket.map(|ticket| InLine {
        number: ticket.number,
        key: link::key(app, &ticket.id),
    }))
}

/// Who collected the card for its owner.
async fn collector(tx: &mut Tx, dossier: &Dossier) -> Result<Option<String>, ApiError> {
    let given = hand_overs::of_dossier(tx, &dossier.id).await?;
    Ok(given.and_then(|given| given.other).map(|(name, _)| name))
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

/// What its owner may still change about a visit.
#[must_use]
pub fn changes(
    dossier: &Dossier,
    state: State,
    appointment: Option<&Appointment>,
    now: Timestamp,
) -> ChangeRules {
    match appointment {
        Some(visit) if state == State::Booked && visit.state == AppointmentState::Booked => {
            let used = u8::try_from(dossier.reschedules).unwrap_or(u8::MAX);
            reschedule_rules(now, office_now(visit.starts_at), used)
        }
        // Who must come again chooses when; what they were asked to do cannot be cancelled with a visit.
        Some(visit) if state.asks_to_return() => ChangeRules {
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
fn guaranteed(rules: ChangeRules, mark: WaitingMark) -> ChangeRules {
    if !waiting::is_to_be_moved(mark) {
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

/// Its lawful day is the one of its stage: one rule for the steps and for what is said above them.
fn progress(account: &Account, stages: &[Stage]) -> Result<AccountProgress, ApiError> {
    let waits = stages.iter().find_map(|stage| match stage.status {
        StageStatus::Current { latest, .. } if stage.kind == StageKind::AccountApproved => {
            latest.map(|due| (due, stage.overdue_days))
        }
        _ => None,
    });
    Ok(AccountProgress {
        state: accounts::state_of(account)?,
        due_on: waits.map(|(due, _)| due),
        overdue_days: waits.map_or(0, |(_, days)| days),
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
