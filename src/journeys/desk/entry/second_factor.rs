//! `/desk/xac-thuc`: one's own second factor, on or off; new recovery codes; passkeys; another password. Its parts are those
//! of signing in.

pub(in crate::journeys::desk) mod codes;
pub(super) mod enrol;
pub(in crate::journeys::desk) mod password;
pub(in crate::journeys::desk) mod refused;
mod renew;

use crate::api::{self, passkeys::Whose};
use crate::browser::{focus, intl};
use crate::components::{Button, Fetched, Heading, Notice, NoticeKind, Refetch};
use crate::i18n::{keys::factor as k, t, tf, tn};
use crate::journeys::desk::shell::{frame, session};
use crate::passkeys;
use crate::routes::DeskPage;
use eid_domain::calendar::office_date;
use eid_domain::wire::desk::StaffView;
use eid_domain::wire::second_factor::{FactorView, RecoveryCodes};
use leptos::prelude::*;

/// So many recovery codes are few.
const FEW: u8 = 3;

/// What is shown.
#[derive(Clone, Default)]
enum Stage {
    /// How it stands.
    #[default]
    Overview,
    /// Setting it up.
    Enrol,
    /// Keeping the recovery codes.
    Keep(RecoveryCodes),
}

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::SecondFactor, page)
}

fn page(_: &StaffView, _: &DeskPage) -> AnyView {
    let stage = RwSignal::new(Stage::Overview);
    let go = Callback::new(move |next| {
        focus::want_heading();
        stage.set(next);
    });
    let keep = Callback::new(move |codes| go.run(Stage::Keep(codes)));
    let part = move || match stage.get() {
        Stage::Overview => overview(go, keep),
        Stage::Enrol => view! {
            <Heading text=t(k::ENROL_TITLE) />
            <p class="lead">{t(k::ENROL_LEAD)}</p>
            {enrol::view(keep, None)}
        }
        .into_any(),
        Stage::Keep(given) => {
            session::begin(given.staff.clone());
            codes::view(given, Callback::new(move |()| go.run(Stage::Overview)))
        }
    };
    view! { <div class="stack desk-factor">{part}</div> }.into_any()
}

fn overview(go: Callback<Stage>, keep: Callback<RecoveryCodes>) -> AnyView {
    let used = session::take_recovery().map(|left| {
        view! { <Notice kind=NoticeKind::Warning title=tn(k::SIGNED_IN_BY_RECOVERY, left.into()) announced=true /> }
    });
    let refetch = Refetch::new();
    let fetch = || {
        Box::pin(async {
            session::call(api::second_factor::read())
                .await
                .map_err(|error| error.words())
        }) as std::pin::Pin<Box<dyn Future<Output = _>>>
    };
    let show = move |view: FactorView| standing(&view, go, keep);
    view! {
        <Heading text=t(k::PAGE_TITLE) />
        {used}
        <Fetched fetch=fetch show=show refetch=refetch />
        {passkeys::section(Whose::Staff, t(k::PASSKEY_LEAD))}
        {password::view(None)}
    }
    .into_any()
}

fn standing(view: &FactorView, go: Callback<Stage>, keep: Callback<RecoveryCodes>) -> AnyView {
    let Some(since) = view.enrolled_at else {
        return view! {
            <section class="panel stack">
                <h2>{t(k::PHONE_TITLE)}</h2>
                <p>{t(k::PAGE_OFF)}</p>
                <p>{t(k::ENROL_LEAD)}</p>
                <p class="row"><Button label=t(k::PAGE_SET_UP) on_press=move |()| go.run(Stage::Enrol) /></p>
            </section>
        }
        .into_any();
    };
    let few = (view.recovery_left <= FEW)
        .then(|| view! { <Notice kind=NoticeKind::Warning title=t(k::PAGE_FEW) /> });
    view! {
        <section class="panel stack">
            <h2>{t(k::PHONE_TITLE)}</h2>
            <p><strong>{tf(k::PAGE_ON, &[("date", &intl::short_date(office_date(since)))])}</strong></p>
            <p>{tn(k::PAGE_LEFT, view.recovery_left.into())}</p>
            {few}
        </section>
        {renew::view(keep)}
        <section class="panel stack">
            <h2>{t(k::LOST_TITLE)}</h2>
            <p>{t(k::LOST_TEXT)}</p>
        </section>
    }
    .into_any()
}
