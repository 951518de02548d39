//! Correcting a notice: what may be corrected, and what is another notice.

use super::{form, words};
use crate::api::{self, fault, stays::Filer};
use crate::browser::{announce, focus, timer};
use crate::components::{
    Button, ButtonKind, DateField, DateParts, ErrorSummary, Errors, Refetch, Select, TextField,
};
use crate::i18n::{keys::stay as k, t, tf};
use eid_domain::wire::stays::{CorrectStay, StayNotice};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// Its heading; it takes the focus.
const TITLE: &str = "correct-stay";
const FIELDS: [&str; 4] = ["full_name", "birth_date", "reason", "leaves"];
/// The form of a new guest may stand on the same page: these fields have ids of their own.
const IDS: [&str; 4] = ["c_full_name", "c_birth_date", "c_reason", "c_leaves"];

fn id_of(field: &str) -> &str {
    let at = FIELDS.iter().position(|known| *known == field);
    at.and_then(|at| IDS.get(at)).copied().unwrap_or(field)
}

/// The form.
pub(super) fn view(
    filer: Filer,
    one: StayNotice,
    editing: RwSignal<Option<StayNotice>>,
    refetch: Refetch,
) -> AnyView {
    let name = RwSignal::new(one.full_name.clone());
    let birth = DateParts::from_iso(&one.birth_date);
    let reason = RwSignal::new(one.reason.as_str().to_owned());
    let leaves = DateParts::from_iso(&one.leaves.to_string());
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let title = tf(k::CORRECT_TITLE, &[("name", &one.full_name)]);
    let arrives = one.arrives;
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let wanted = untrack(|| CorrectStay {
            full_name: name.get(),
            birth_date: birth.iso(),
            reason: reason.get(),
            leaves: leaves.iso(),
        });
        // Only a birth date is judged by it; the server has the last word.
        let today = timer::office_date();
        let wrong = wanted.parse(arrives, today).err().unwrap_or_default();
        let worded = wrong
            .into_iter()
            .map(|wrong| fault(id_of(&wrong.field), wrong.code, words::label(&wrong.field)));
        if busy.get_untracked() || errors.show(worded.collect()) {
            return;
        }
        busy.set(true);
        let id = one.id.clone();
        spawn_local(async move {
            let answer = api::stays::correct(filer, &id, &wanted).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(_) => {
                    let _ = editing.try_set(None);
                    refetch.now();
                    announce::polite(t(k::CORRECTED));
                    focus::later("stays");
                }
                Err(error) => {
                    let signed_out = error.if_signed_out(form::sign_in(filer));
                    let found = signed_out.unwrap_or_else(|| error.for_form(&FIELDS)).into_iter();
                    errors.show(
                        found
                            .map(|(field, words)| (id_of(&field).to_owned(), words))
                            .collect(),
                    );
                }
            }
        });
    };
    let [c_name, c_birth, c_reason, c_leaves] = IDS;
    focus::later(TITLE);
    view! {
        <ErrorSummary errors=errors />
        <form class="panel stack" novalidate on:submit=submit>
            <h3 id=TITLE tabindex="-1">{title}</h3>
            <p class="hint">{t(k::CORRECT_HINT)}</p>
            <TextField id=c_name label=t(k::NAME) value=name errors=errors />
            <DateField id=c_birth legend=t(k::BIRTH) parts=birth errors=errors allow_partial=true />
            <Select id=c_reason label=t(k::REASON) options=words::reasons() value=reason errors=errors />
            <DateField id=c_leaves legend=t(k::LEAVES) hint=t(k::LEAVES_HINT) parts=leaves errors=errors />
            <p class="row">
                <Button label=t(k::CORRECT_DO) busy=busy />
                <Button label=t(k::CLOSE) kind=ButtonKind::Second on_press=move |()| editing.set(None) />
            </p>
        </form>
    }
    .into_any()
}
