//! Consenting: what it means, the box, the passcode. The form is loaded when it is opened.

use super::Page;
use crate::api;
use crate::browser::{focus, intl};
use crate::components::{Button, ButtonKind, Checkbox, Drawn, ErrorSummary, Errors, when_loaded};
use crate::i18n::{
    keys::{Namespace, account, children as k},
    t, tf,
};
use crate::journeys::account::prove;
use eid_domain::field::FieldError;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::children::{ChildView, GiveConsent};
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use std::rc::Rc;

const FIELDS: [&str; 2] = ["agreed", "passcode"];

type Form = fn(Page, &ChildView, String, RwSignal<bool>) -> AnyView;

#[wasm_split(child_consent, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<Form, SplitLoaderError> {
    Ok(form)
}

/// The step in words and the button; behind it the form.
pub(super) fn view(page: Page, child: &ChildView, version: &str, text: String) -> AnyView {
    let open = RwSignal::new(false);
    let child = StoredValue::new(child.clone());
    let version = StoredValue::new(version.to_owned());
    let body = move || {
        if open.get() {
            return when_loaded(move || {
                Box::pin(async move {
                    let draw = api::part(load(), &[Namespace::Fields, Namespace::Account]).await?;
                    let draw = move || child.with_value(|child| draw(page, child, version.get_value(), open));
                    Ok(Rc::new(draw) as Drawn)
                })
            });
        }
        let press = move |()| open.set(true);
        view! { <p class="row"><Button label=t(k::READ) on_press=press /></p> }.into_any()
    };
    view! { <p>{text}</p>{body} }.into_any()
}

fn form(page: Page, child: &ChildView, version: String, open: RwSignal<bool>) -> AnyView {
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let (agreed, passcode) = (RwSignal::new(false), RwSignal::new(String::new()));
    let id = StoredValue::new(child.id.clone());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let given = GiveConsent {
            agreed: agreed.get_untracked(),
            text_version: version.clone(),
            passcode: passcode.get_untracked(),
        };
        let wrong = given.check().err().unwrap_or_default();
        if errors.show(wrong.iter().map(worded).collect()) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::children::consent(&id.get_value(), &given).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(children) => page.done(children, k::CONSENTED),
                Err(error)
                    if [
                        ProblemCode::StateConflict,
                        ProblemCode::NoMatch,
                        ProblemCode::ActivationOverdue,
                    ]
                    .iter()
                    .any(|code| error.is(*code)) =>
                {
                    page.changed().await;
                }
                Err(error) => {
                    let mut found = prove::refusal(&error, &FIELDS);
                    if let Some((_, words)) = found.iter_mut().find(|(field, _)| field == "agreed") {
                        // It was ticked: the wording is another by now.
                        t(k::CONSENT_AGREE_CHANGED).clone_into(words);
                    }
                    errors.show(found);
                }
            }
        });
    };
    let leave = move |()| {
        open.set(false);
        focus::later(&format!("child-{}", id.get_value()));
    };
    focus::later("consent-title");
    let day = intl::short_date(child.own_from);
    let points = [
        t(k::CONSENT_POINTS_INSIDE).to_owned(),
        t(k::CONSENT_POINTS_WHO).to_owned(),
        t(k::CONSENT_POINTS_STOP).to_owned(),
        tf(k::CONSENT_POINTS_END, &[("day", &day)]),
    ];
    let points = points.map(|point| view! { <li>{point}</li> });
    view! {
        <form class="stack" novalidate on:submit=submit>
            <h3 id="consent-title" tabindex="-1">{tf(k::CONSENT_TITLE, &[("name", &child.full_name)])}</h3>
            <ErrorSummary errors=errors />
            <ul class="bullets">{points.collect_view()}</ul>
            <p class="hint">{t(k::CONSENT_BASIS)}</p>
            <Checkbox id="agreed" label=t(k::CONSENT_AGREE) checked=agreed errors=errors />
            {prove::passcode(passcode, errors)}
            <p class="row">
                <Button label=t(k::CONSENT_DO) busy=busy />
                <Button label=t(k::CANCEL) kind=ButtonKind::Second on_press=leave />
            </p>
        </form>
    }
    .into_any()
}

fn worded(error: &FieldError) -> (String, String) {
    if error.field == "agreed" {
        return (error.field.clone(), t(k::CONSENT_AGREE_NEEDED).to_owned());
    }
    api::fault(&error.field, error.code, t(account::DEVICE_PASSCODE))
}
