//! Another phone for who stands at the counter, has lost the one until now, and whose dossier another office has.

use crate::api::{self, ApiError};
use crate::browser::focus;
use crate::components::{
    Button, Checkbox, DateField, DateParts, Details, ErrorSummary, Errors, Notice, NoticeKind, TextField,
};
use crate::i18n::{Key, keys::new_phone as k, keys::search as s, t, tf};
use crate::journeys::desk::shell::session;
use eid_domain::calendar::office_date;
use eid_domain::field::FieldError;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::lost_phone::{ChangeLostPhone, LostPhoneChanged};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

const FIELDS: [&str; 5] = [
    "personal_number",
    "full_name",
    "birth_date",
    "phone",
    "identity_checked",
];
/// The form to find a dossier stands on the same page: these fields have ids of their own.
const IDS: [&str; 5] = [
    "lost_number",
    "lost_name",
    "lost_birth",
    "lost_phone",
    "lost_checked",
];
/// Where it is said what became of it; it takes the focus.
const SAID: &str = "lost-said";

fn id_of(field: &str) -> String {
    let at = FIELDS.iter().position(|known| *known == field);
    at.and_then(|at| IDS.get(at)).copied().unwrap_or(field).to_owned()
}

/// The section.
pub(super) fn view() -> AnyView {
    let done = RwSignal::new(None::<LostPhoneChanged>);
    let body = move || match done.get() {
        Some(changed) => {
            let text = tf(k::ANY_DONE, &[("ends", &changed.phone_ends)]);
            view! { <Notice kind=NoticeKind::Ok title=text announced=true /> }.into_any()
        }
        None => form(done),
    };
    view! {
        <Details summary=t(k::ANY_TITLE)>
            <div class="stack" id=SAID tabindex="-1"><p>{t(k::ANY_TEXT)}</p>{body}</div>
        </Details>
    }
    .into_any()
}

fn form(done: RwSignal<Option<LostPhoneChanged>>) -> AnyView {
    let text = || RwSignal::new(String::new());
    let (number, name, birth) = (text(), text(), DateParts::from_iso(""));
    let (phone, checked) = (text(), RwSignal::new(false));
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let given = ChangeLostPhone {
            personal_number: number.get_untracked(),
            full_name: name.get_untracked(),
            birth_date: untrack(|| birth.iso()),
            phone: phone.get_untracked(),
            identity_checked: checked.get_untracked(),
        };
        busy.set(true);
        spawn_local(async move {
            let answer = send(&given).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(changed) => {
                    let _ = done.try_set(Some(changed));
                    focus::later(SAID);
                }
                Err(found) => drop(errors.show(found)),
            }
        });
    };
    let [lost_number, lost_name, lost_birth, lost_phone, lost_checked] = IDS;
    view! {
        <form class="stack" novalidate on:submit=submit>
            <ErrorSummary errors=errors />
            <TextField id=lost_number label=t(s::NUMBER) value=number errors=errors width="w-20" inputmode="numeric" autocomplete="off" />
            <TextField id=lost_name label=t(k::ANY_NAME) value=name errors=errors autocomplete="off" />
            <DateField id=lost_birth legend=t(s::BIRTH) parts=birth errors=errors allow_partial=true />
            <TextField id=lost_phone label=t(k::DESK_PHONE) hint=t(k::DESK_PHONE_HINT) value=phone errors=errors width="w-20" inputmode="tel" autocomplete="off" />
            <Checkbox id=lost_checked label=t(k::DESK_CHECKED) checked=checked errors=errors />
            <p class="row"><Button label=t(k::DESK_DO) busy=busy /></p>
        </form>
    }
    .into_any()
}

/// Judged here by the offices' day, then by the server.
async fn send(given: &ChangeLostPhone) -> Result<LostPhoneChanged, Vec<(String, String)>> {
    let today = api::config::get().await.map(|config| office_date(config.now));
    if let Ok(Err(wrong)) = today.map(|today| given.parse(today)) {
        return Err(wrong.iter().map(worded).collect());
    }
    let answer = session::call(api::new_phone::lost(given)).await;
    answer.map_err(|error| refusal(&error))
}

fn worded(error: &FieldError) -> (String, String) {
    let label: Key = match error.field.as_str() {
        "personal_number" => s::NUMBER,
        "full_name" => k::ANY_NAME,
        "birth_date" => s::BIRTH,
        "phone" => k::DESK_PHONE,
        _ => k::DESK_CHECKED,
    };
    let (_, words) = api::fault(&error.field, error.code, t(label));
    (id_of(&error.field), words)
}

fn refusal(error: &ApiError) -> Vec<(String, String)> {
    let whole = |words: Key| vec![(String::new(), t(words).to_owned())];
    if error.is(ProblemCode::NoMatch) {
        return whole(k::ANY_NONE);
    }
    if error.is(ProblemCode::StateConflict) {
        return whole(k::ANY_LOCKED);
    }
    let found = error.for_form(&FIELDS).into_iter();
    found.map(|(field, words)| (id_of(&field), words)).collect()
}
