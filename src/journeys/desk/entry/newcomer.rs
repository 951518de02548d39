//! Whoever has signed in with a password that an administrator has set chooses their own before anything else.

use super::second_factor::password;
use crate::browser::focus;
use crate::components::{Heading, TextButton};
use crate::i18n::{keys::desk as k, keys::factor as f, t, tf};
use crate::journeys::desk::shell::{idle::IdleGuard, session};
use eid_domain::wire::desk::StaffView;
use leptos::prelude::*;

/// The form; what they came for is behind it.
pub(in crate::journeys::desk) fn view(staff: &StaffView) -> AnyView {
    let own = StaffView {
        must_change_password: false,
        ..staff.clone()
    };
    let done = Callback::new(move |()| {
        session::begin(own.clone());
        focus::want_heading();
        session::go_back();
    });
    view! {
        <div class="page desk desk-sign-in">
            <Heading text=t(f::FIRST_TITLE) />
            <p class="lead">{t(f::FIRST_LEAD)}</p>
            {password::view(Some(done))}
            <p>
                <TextButton
                    label=t(k::SIGN_OUT)
                    about=tf(k::SIGN_OUT_WHO, &[("name", &staff.name)])
                    on_press=|()| session::leave()
                />
            </p>
            <IdleGuard idle_s=staff.idle_s />
        </div>
    }
    .into_any()
}
