//! The new password of a member of staff: shown once, in memory alone, until it was told to them.

use super::Page;
use crate::browser::intl;
use crate::components::{Button, ButtonKind};
use crate::i18n::{keys::staff as k, t, tf};
use leptos::prelude::*;

/// The password, until when it opens, and what to do with it.
pub(super) fn view(page: Page) -> AnyView {
    let shown = move || {
        page.given.with(|given| {
            let (name, given) = given.as_ref()?;
            let until = tf(k::GIVEN_UNTIL, &[("until", &intl::instant(given.until))]);
            Some(
                view! {
                    <section class="panel stack-s" aria-labelledby="given">
                        <h2 id="given">{tf(k::GIVEN_TITLE, &[("name", name)])}</h2>
                        <p class="mono given-password"><strong>{given.password.clone()}</strong></p>
                        <p>{t(k::GIVEN_ONCE)}</p>
                        <p class="muted">{until}</p>
                        <p class="row">
                            <Button
                                label=t(k::GIVEN_TOLD)
                                kind=ButtonKind::Second
                                on_press=move |()| page.given.set(None)
                            />
                        </p>
                    </section>
                }
                .into_any(),
            )
        })
    };
    shown.into_any()
}
