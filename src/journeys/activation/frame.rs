//! What stands around a step: stepper, errors, heading; and what is shown where the server stands elsewhere.

use super::{
    code, done,
    flow::{self, Standing},
    form::Form,
    passcode, password,
    place::{COUNTED, Place},
    questions,
};
use crate::browser::{intl, location};
use crate::components::{
    Back, ButtonKind, ErrorSummary, Fetched, Heading, LinkButton, Notice, NoticeKind, Stepper,
};
use crate::i18n::{Key, keys::activation as k, t, tf};
use crate::routes::Route;
use eid_domain::wire::activation::{ActivationView, Step};
use leptos::prelude::*;

/// A step of the journey.
pub(super) fn view(step: Step) -> AnyView {
    let form = Form::new();
    let place = Place::At(step);
    let heading = move || {
        let words = form.stopped.get().map_or_else(|| title(step), |why| why.title());
        view! { <Heading text=t(words) /> }
    };
    let stepper = move || {
        (step != Step::Done && form.stopped.get().is_none())
            .then(|| view! { <Stepper step=place.number() total=COUNTED name=t(place.name()) /> })
    };
    let back = if step == Step::Done {
        Route::Home.href()
    } else {
        before(step).href()
    };
    let content = move || match form.stopped.get() {
        Some(why) => why.view(),
        None => view! {
            <Fetched
                fetch=move || Box::pin(flow::standing(step))
                show=move |standing| match standing {
                    Standing::Here(view) => here(view, form),
                    Standing::Behind(there) => behind(there),
                    Standing::Ahead(there) => {
                        location::replace(&Place::At(there).href());
                        ().into_any()
                    }
                    Standing::Expired => expired(step),
                }
            />
        }
        .into_any(),
    };
    view! {
        <div class="page activation">
            <Back href=back />
            {stepper}
            <ErrorSummary errors=form.errors />
            {heading}
            {content}
        </div>
    }
    .into_any()
}

const fn title(step: Step) -> Key {
    match step {
        Step::Code => k::CODE_TITLE,
        Step::Password => k::PASSWORD_TITLE,
        Step::Passcode => k::PASSCODE_TITLE,
        Step::Questions => k::QUESTIONS_TITLE,
        Step::Done => k::DONE_TITLE,
    }
}

const fn before(step: Step) -> Place {
    match step {
        Step::Code => Place::Start,
        Step::Password => Place::At(Step::Code),
        Step::Passcode => Place::At(Step::Password),
        Step::Questions | Step::Done => Place::At(Step::Passcode),
    }
}

fn here(view: ActivationView, form: Form) -> AnyView {
    let by = view.activate_by.filter(|_| view.step != Step::Done).map(|date| {
        view! { <p class="hint">{tf(k::CLOCK_BY, &[("date", &intl::long_date(date))])}</p> }
    });
    let leave = matches!(view.step, Step::Password | Step::Passcode | Step::Questions).then(|| {
        let minutes = view.expires_in_s.div_ceil(60).to_string();
        view! {
            <p class="hint">{tf(k::LEAVE, &[("minutes", &minutes)])}" "<a href=Place::Start.href()>{t(k::LEAVE_TASKS)}</a></p>
        }
    });
    let step = match view.step {
        Step::Code => code::view(&view, form),
        Step::Password => password::view(form),
        Step::Passcode => passcode::view(form),
        Step::Questions => questions::view(form),
        Step::Done => done::view(),
    };
    view! { {step}{by}{leave} }.into_any()
}

/// Back at a step that is done: nothing is asked twice.
fn behind(there: Step) -> AnyView {
    view! {
        <Notice kind=NoticeKind::Ok title=t(k::DONE_BEFORE_TITLE)><p>{t(k::DONE_BEFORE_TEXT)}</p></Notice>
        <p class="row"><LinkButton href=Place::At(there).href() label=t(k::DONE_BEFORE_GO) /></p>
    }
    .into_any()
}

fn expired(step: Step) -> AnyView {
    if step == Step::Done {
        // Whether it was done is no longer known here; signing in shows it.
        Route::SignIn.replace();
        return ().into_any();
    }
    view! {
        <Notice kind=NoticeKind::Warning title=t(k::EXPIRED_TITLE)><p>{t(k::EXPIRED_TEXT)}</p></Notice>
        <p class="row">
            <LinkButton href=Place::Start.href() label=t(k::EXPIRED_AGAIN) />
            <LinkButton href=Route::Rescue.href() label=t(k::WAY_OUT) kind=ButtonKind::Second />
        </p>
    }
    .into_any()
}
