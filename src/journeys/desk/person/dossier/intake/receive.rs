//! The person and the data are right: take the rest, and receive the dossier.

use super::{fee, form::Form, record};
use crate::api::{self, field_words};
use crate::browser::focus;
use crate::components::{Button, Checkbox, Errors, TextArea, TextField};
use crate::i18n::{
    Key,
    keys::{desk as k, intake},
    t,
};
use crate::journeys::desk::person::dossier::{slip, state::Desk};
use crate::journeys::desk::shell::session;
use eid_domain::booking::{AgeGroup, Service};
use eid_domain::field::FieldCode;
use eid_domain::identity::BirthDate;
use eid_domain::intake::{Fingers, LinkedPaper, Residence};
use eid_domain::reason::{OldCard, Reason};
use eid_domain::wire::desk::DeskDossier;
use eid_domain::wire::intake::Receive;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Names of the fields, which are those of the request too.
const FIELDS: [&str; 9] = [
    "residence",
    "biometrics_done",
    "fingers",
    "form_signed",
    "old_card_returned",
    "account_form_signed",
    "account_phone",
    "papers",
    "remark",
];
const REMARK_MOST: usize = 500;

/// What this dossier asks for.
#[derive(Clone, Copy)]
struct Wanted {
    service: Service,
    old_card: OldCard,
    biometrics: bool,
}

impl Wanted {
    fn of(view: &DeskDossier) -> Self {
        let day = view.visit_at.map(|at| at.date());
        let birth = BirthDate::from_iso(&view.person.birth_date).ok();
        let group = birth.zip(day).map(|(birth, day)| AgeGroup::of(&birth, day));
        Self {
            service: view.service,
            old_card: view.reason.map_or(OldCard::None, Reason::old_card),
            // Under 6 none are taken (Law on Identification, art. 23).
            biometrics: group != Some(AgeGroup::Under6),
        }
    }
}

/// The fields of this part, and the button.
pub(super) fn part(desk: Desk, form: Form, errors: Errors) -> AnyView {
    let Some(view) = desk.now() else {
        return ().into_any();
    };
    let wanted = Wanted::of(&view);
    let old_card = match wanted.old_card {
        OldCard::None => None,
        OldCard::HandIn => Some((k::OLD_CARD, k::OLD_CARD_HINT)),
        OldCard::HandInIfThere => Some((k::OLD_CARD_IF_THERE, k::OLD_CARD_IF_THERE_HINT)),
    };
    let biometrics = if wanted.biometrics {
        view! {
            <Checkbox id="biometrics_done" label=t(k::BIOMETRICS) checked=form.biometrics errors=errors />
            {record::fingers(form, errors)}
        }
        .into_any()
    } else {
        view! { <p class="hint">{t(k::BIOMETRICS_NOT_DUE)}</p> }.into_any()
    };
    view! {
        {record::residence(form, errors)}
        {biometrics}
        {wanted.service.has_card().then(|| view! {
            <Checkbox id="form_signed" label=t(k::FORM_SIGNED) hint=t(k::FORM_SIGNED_HINT) checked=form.form_signed errors=errors />
        })}
        {old_card.map(|(label, hint)| view! {
            <Checkbox id="old_card_returned" label=t(label) hint=t(hint) checked=form.old_card errors=errors />
        })}
        {wanted.service.has_account().then(|| view! {
            <Checkbox id="account_form_signed" label=t(k::ACCOUNT_FORM) hint=t(k::ACCOUNT_FORM_HINT) checked=form.account_form errors=errors />
            <TextField id="account_phone" label=t(k::ACCOUNT_PHONE) hint=t(k::ACCOUNT_PHONE_HINT) value=form.account_phone errors=errors width="w-20" inputmode="tel" autocomplete="off" />
            {record::linked(form, errors)}
        })}
        <TextArea id="remark" label=t(k::REMARK) hint=t(k::REMARK_HINT) value=form.remark errors=errors />
        {fee::line(desk, &view)}
        <p class="row"><Button label=t(k::STEP_RECEIVE) busy=desk.busy /></p>
    }
    .into_any()
}

/// Checks and sends.
pub(super) fn send(desk: Desk, form: Form, errors: Errors) {
    let Some(view) = desk.now() else { return };
    let wanted = Wanted::of(&view);
    let done = Receive {
        form_signed: form.form_signed.get_untracked(),
        biometrics_done: !wanted.biometrics || form.biometrics.get_untracked(),
        old_card_returned: wanted.old_card != OldCard::None && form.old_card.get_untracked(),
        account_form_signed: form.account_form.get_untracked(),
        residence: Residence::parse(&form.residence.get_untracked()),
        fingers: Some(if wanted.biometrics {
            Fingers::parse(&form.fingers.get_untracked()).unwrap_or(Fingers::Taken)
        } else {
            Fingers::NotDue
        }),
        papers: if wanted.service.has_account() {
            let chosen = form.linked.get_untracked();
            chosen
                .iter()
                .filter_map(|word| LinkedPaper::parse(word))
                .collect()
        } else {
            Vec::new()
        },
        account_phone: if wanted.service.has_account() {
            form.account_phone.get_untracked().trim().to_owned()
        } else {
            String::new()
        },
        remark: form.remark.get_untracked().trim().to_owned(),
    };
    if errors.show(missing(wanted, &done)) {
        return;
    }
    desk.busy.set(true);
    let reference = desk.reference();
    spawn_local(async move {
        let answer = session::call(api::desk::receive(&reference, &done)).await;
        desk.busy.set(false);
        let received = answer.is_ok();
        match desk.settle(answer, t(k::DONE_RECEIVED)) {
            Some(error) => drop(errors.show(error.for_form(&FIELDS))),
            None if received => {
                Form::forget();
                focus::later(slip::ID);
            }
            None => {}
        }
    });
}

fn missing(wanted: Wanted, done: &Receive) -> Vec<(String, String)> {
    let checks: [(&str, bool, Key); 5] = [
        ("residence", done.residence.is_none(), intake::RESIDENCE_NEEDED),
        (
            "biometrics_done",
            wanted.biometrics && !done.biometrics_done,
            k::BIOMETRICS_NEEDED,
        ),
        (
            "form_signed",
            wanted.service.has_card() && !done.form_signed,
            k::FORM_SIGNED_NEEDED,
        ),
        (
            "old_card_returned",
            wanted.old_card == OldCard::HandIn && !done.old_card_returned,
            k::OLD_CARD_NEEDED,
        ),
        (
            "account_form_signed",
            wanted.service.has_account() && !done.account_form_signed,
            k::ACCOUNT_FORM_NEEDED,
        ),
    ];
    let open = checks.into_iter().filter(|(_, open, _)| *open);
    let mut found: Vec<_> = open
        .map(|(id, _, words)| (id.to_owned(), t(words).to_owned()))
        .collect();
    if done.remark.chars().count() > REMARK_MOST {
        found.push((
            "remark".to_owned(),
            field_words(FieldCode::TextTooLong).to_owned(),
        ));
    }
    found
}
