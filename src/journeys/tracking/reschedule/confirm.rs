//! The last step: from when to when, then it is done. The place is held and moved to in one go, so nobody is left
//! with two times or none.

use super::{Step, address, rules::is_return, slip};
use crate::api::{self, ApiError};
use crate::browser::{intl, location};
use crate::components::{Button, ButtonKind, ErrorSummary, Errors, LinkButton};
use crate::i18n::{keys::moving as k, t};
use crate::journeys::tracking::{
    dossier::Case,
    flash::{self, Flash},
};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::{bookings::Reschedule, dossiers::Visit, holds::NewHold};
use jiff::civil::DateTime;
use leptos::{prelude::*, task::spawn_local};

/// Both times, and the button.
pub(super) fn view(case: &Case, visit: Visit, to: DateTime) -> AnyView {
    let errors = Errors::new();
    let busy = RwSignal::new(false);
    let returns = is_return(case);
    let from = (!returns).then(|| {
        let at = intl::date_time(visit.starts_at);
        view! { <div class="move-from"><dt>{t(k::FROM)}</dt><dd>{at}</dd></div> }
    });
    let label = if returns { k::RETURN_DO } else { k::DO };
    let other = address(Step::Day, &case.view.reference, &case.key);
    let (reference, key) = (case.view.reference.clone(), case.key.clone());
    let wanted = NewHold {
        office_id: visit.next_office_id().to_owned(),
        starts_at: to,
        service: case.view.service,
        age_group: visit.slot_group,
    };
    let press = move |()| {
        busy.set(true);
        let (reference, key, wanted) = (reference.clone(), key.clone(), wanted.clone());
        spawn_local(async move {
            match take(&reference, &key, &wanted).await {
                Ok(()) => {
                    // Who comes again had no time before; the page says when they come.
                    if !returns {
                        flash::leave(Flash::Moved);
                    }
                    location::push(&slip(&reference, &key));
                }
                Err(error) if gone(&error) => {
                    flash::leave(Flash::Taken);
                    location::replace(&address(Step::Time(to.date()), &reference, &key));
                }
                Err(error) => {
                    busy.set(false);
                    errors.show_one(error.words());
                }
            }
        });
    };
    view! {
        <ErrorSummary errors=errors />
        <dl class="move panel">
            {from}
            <div class="move-to"><dt>{t(if returns { k::RETURN } else { k::TO })}</dt><dd>{intl::date_time(to)}</dd></div>
        </dl>
        <p class="row">
            <Button label=t(label) busy=busy on_press=press />
            <LinkButton href=other label=t(k::OTHER_DAY) kind=ButtonKind::Second />
        </p>
    }
    .into_any()
}

async fn take(reference: &str, key: &str, wanted: &NewHold) -> Result<(), ApiError> {
    let hold = api::holds::create_to_move(wanted, key).await?;
    let moved = api::bookings::reschedule(
        reference,
        key,
        &Reschedule {
            hold_id: hold.id.clone(),
            contact_phone: String::new(),
        },
    )
    .await;
    if moved.is_err() {
        // Whatever was wrong: the new place goes back at once. Should that fail too, it lapses by itself.
        let _ = api::holds::release(&hold.id, false).await;
    }
    moved.map(drop)
}

fn gone(error: &ApiError) -> bool {
    error.is(ProblemCode::SlotTaken)
        || error.is(ProblemCode::SlotNotOffered)
        || error.is(ProblemCode::HoldExpired)
}
