//! One member of staff.

use super::{Asked, Page, Writing};
use crate::browser::intl;
use crate::components::{Tag, TagKind, TextButton};
use crate::i18n::{Key, keys::staff as k, t, tf, tn};
use crate::journeys::desk::words;
use eid_domain::wire::staff_admin::{StaffRow, StaffStep};
use leptos::prelude::*;

/// Name, role, office, second factors, and what can be done; nothing with oneself.
pub(super) fn view(page: Page, row: StaffRow) -> AnyView {
    let office = row.office_id.clone();
    let factors = match (row.has_code, row.passkeys) {
        (false, 0) => t(k::PASSWORD_ONLY).to_owned(),
        (true, 0) => t(k::WITH_CODE).to_owned(),
        (false, passkeys) => tn(k::WITH_PASSKEYS, passkeys.into()),
        (true, passkeys) => format!("{}, {}", t(k::WITH_CODE), tn(k::WITH_PASSKEYS, passkeys.into())),
    };
    let disabled = row
        .disabled
        .then(|| view! { <Tag text=t(k::DISABLED) kind=TagKind::Danger /> });
    let one_time = row.password_until.map(|until| {
        view! { <p class="muted">{tf(k::PASSWORD_UNTIL, &[("until", &intl::instant(until))])}</p> }
    });
    let ways = if row.me {
        view! { <p class="muted">{t(k::ME)}</p> }.into_any()
    } else {
        buttons(page, row.clone())
    };
    view! {
        <li>
            <div>
                <p><strong>{row.name.clone()}</strong>" "<span class="mono">{row.username.clone()}</span>" "{disabled}</p>
                <p>{words::role(row.role)}" · "{move || page.office_name(&office)}</p>
                <p class="muted">{factors}</p>
                {one_time}
            </div>
            {ways}
        </li>
    }
    .into_any()
}

fn buttons(page: Page, row: StaffRow) -> AnyView {
    let name = row.name.clone();
    let ask = |label: Key, asked: Asked| {
        let (row, about) = (row.clone(), name.clone());
        let press = move |()| page.asked.set(Some((row.clone(), asked)));
        view! { <TextButton label=t(label) about=about on_press=press /> }
    };
    let step = |label: Key, step: StaffStep| ask(label, Asked::Step(step));
    let able = if row.disabled {
        step(k::ENABLE, StaffStep::Enable)
    } else {
        step(k::DISABLE, StaffStep::Disable)
    };
    let has_factors = row.has_code || row.passkeys > 0;
    let reset = has_factors.then(|| step(k::RESET, StaffStep::ResetFactors));
    let edited = row.clone();
    let edit = move |()| {
        page.list.say(None);
        page.writing.set(Writing::Edit(edited.clone()));
    };
    view! {
        <p class="row">
            <TextButton label=t(k::EDIT) about=name.clone() on_press=edit />
            {ask(k::PASSWORD_RESET, Asked::Password)}
            {reset}
            {able}
        </p>
    }
    .into_any()
}
