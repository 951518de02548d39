//! The steps: what is behind, who acts now and until when, what is ahead.

use crate::browser::intl;
use crate::components::{Stage as Drawn, StageState, Timeline};
use crate::i18n::{keys::tracking as k, t, tf, tn};
use crate::journeys::tracking::words;
use eid_domain::dossier::{Actor, Stage, StageKind, StageStatus};
use leptos::prelude::*;

/// The timeline.
pub(super) fn view(stages: &[Stage]) -> AnyView {
    let drawn: Vec<Drawn> = stages.iter().map(draw).collect();
    view! {
        <section class="stack-s steps no-print" aria-labelledby="steps">
            <h2 id="steps">{t(k::TIMELINE_TITLE)}</h2>
            <Timeline stages=drawn />
            <p class="hint">{t(k::TIMELINE_UPDATES)}</p>
        </section>
    }
    .into_any()
}

fn draw(stage: &Stage) -> Drawn {
    let title = words::stage(stage.kind).to_owned();
    let (state, when, note) = match stage.status {
        StageStatus::Done { at } => (
            StageState::Done,
            at.map(intl::instant).unwrap_or_default(),
            String::new(),
        ),
        StageStatus::Current {
            since,
            who_acts_next,
            latest,
            paused,
        } => {
            let mut notes = vec![tf(k::TIMELINE_WHO, &[("who", words::who(who_acts_next))])];
            if stage.overdue_days > 0 {
                // A person's days are those of the calendar, an agency's those of work.
                let words = match who_acts_next {
                    Actor::Citizen => k::TIMELINE_OVERDUE,
                    _ => k::TIMELINE_OVERDUE_WORKING,
                };
                notes.push(tn(words, stage.overdue_days.into()));
            }
            if paused {
                notes.push(t(k::TIMELINE_PAUSED).to_owned());
            }
            if let Some(date) = latest {
                let words = match (stage.kind, who_acts_next) {
                    (StageKind::Attended, _) => k::TIMELINE_VISIT,
                    // Nothing is lost after that day: no law sets one, and the card is kept.
                    (StageKind::HandedOver, Actor::Citizen) => k::TIMELINE_KEPT,
                    (_, Actor::Citizen) => k::TIMELINE_LATEST,
                    _ => k::TIMELINE_LATEST_LAW,
                };
                notes.push(tf(words, &[("date", &intl::short_date(date))]));
            }
            (
                StageState::Current,
                tf(k::TIMELINE_SINCE, &[("at", &intl::instant(since))]),
                notes.join(" "),
            )
        }
        StageStatus::ToCome { latest } => {
            let when = latest.map(|date| tf(k::TIMELINE_LATEST_LAW, &[("date", &intl::short_date(date))]));
            (StageState::Later, when.unwrap_or_default(), String::new())
        }
        StageStatus::Stopped { at, why } => {
            (StageState::Failed, intl::instant(at), words::stop(why).to_owned())
        }
    };
    Drawn {
        state,
        title,
        when,
        note,
    }
}
