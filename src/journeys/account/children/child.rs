//! One child: who, where it stands, what comes next.

use super::{Page, card, consent, rights, words};
use crate::api;
use crate::browser::{focus, intl};
use crate::components::{
    Button, ButtonKind, Dialog, LinkButton, Notice, NoticeKind, SummaryList, SummaryRow, Tag,
};
use crate::i18n::{keys::children as k, t, tf, tn};
use crate::routes::Route;
use eid_domain::calendar::days_after;
use eid_domain::child::Step;
use eid_domain::identity::BirthDate;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::children::ChildView;
use leptos::{prelude::*, task::spawn_local};

/// Days before the 14th birthday from which it stands above all else.
const SOON_DAYS: i32 = 90;

/// The child's part of the page.
pub(super) fn view(page: Page, child: &ChildView, version: &str) -> AnyView {
    let (state, kind) = words::step(child.step);
    let level = child.level.to_string();
    let tag = tf(state, &[("level", &level)]);
    let heading = format!("child-{}", child.id);
    let labelled = heading.clone();
    view! {
        <section class="panel stack" aria-labelledby=labelled>
            <h2 id=heading tabindex="-1">{child.full_name.clone()}</h2>
            <p><Tag text=tag kind=kind /></p>
            {soon(page, child)}
            {facts(child)}
            {next(page, child, version)}
            {rights::view(&child.rights)}
        </section>
    }
    .into_any()
}

/// The birthday that ends it all, once it is near.
fn soon(page: Page, child: &ChildView) -> Option<AnyView> {
    let today = page.config.with_value(|config| config.today);
    (child.own_from <= days_after(today, SOON_DAYS)).then(|| {
        let title = tf(k::OWN_SOON, &[("day", &intl::short_date(child.own_from))]);
        view! { <Notice kind=NoticeKind::Info title=title><p>{t(k::OWN_SOON_TEXT)}</p></Notice> }.into_any()
    })
}

fn facts(child: &ChildView) -> AnyView {
    let birth = BirthDate::from_iso(&child.birth_date)
        .map_or_else(|_| child.birth_date.clone(), |birth| birth.slashed());
    let mut rows = vec![
        SummaryRow::new(t(k::RELATION_LABEL), t(words::relation(child.relation))),
        SummaryRow::new(t(k::BIRTH), birth),
        SummaryRow::new(t(k::NUMBER), child.personal_number_masked.clone()),
        SummaryRow::new(t(k::RECORDED), intl::instant(child.recorded_at)),
    ];
    if child.others > 0 {
        let others = tn(k::OTHERS, u32::from(child.others));
        rows.push(SummaryRow::new(t(k::OTHERS_LABEL), others));
    }
    view! { <SummaryList rows=rows /> }.into_any()
}

fn next(page: Page, child: &ChildView, version: &str) -> AnyView {
    if child.step == Step::InUse {
        return in_use(page, child);
    }
    let hotline = page.config.with_value(|config| config.hotline.clone());
    let text = tf(words::text(child.step), &[("hotline", &hotline)]);
    if child.step.takes_consent() {
        return consent::view(page, child, version, text);
    }
    let book = (child.step == Step::Visit).then(|| {
        view! { <p><LinkButton href=Route::Needs.href() label=t(k::NONE_BOOK) kind=ButtonKind::Second /></p> }
    });
    view! { <p>{text}</p>{book} }.into_any()
}

fn in_use(page: Page, child: &ChildView) -> AnyView {
    let given = child.consent.as_ref().map(|consent| {
        let key = if consent.by_me {
            k::TEXT_IN_USE_ME
        } else {
            k::TEXT_IN_USE_OTHER
        };
        view! { <p>{tf(key, &[("at", &intl::instant(consent.given_at))])}</p> }
    });
    let asking = RwSignal::new(false);
    let (id, name) = (
        StoredValue::new(child.id.clone()),
        StoredValue::new(child.full_name.clone()),
    );
    let press = move |()| asking.set(true);
    view! {
        {given}
        {card::view(page, &child.id, child.level)}
        <p class="row"><Button label=t(k::WITHDRAW) kind=ButtonKind::Second on_press=press /></p>
        <Dialog open=asking title=t(k::WITHDRAW_ASK)>{ask(page, id, name, asking)}</Dialog>
    }
    .into_any()
}

fn ask(page: Page, id: StoredValue<String>, name: StoredValue<String>, open: RwSignal<bool>) -> AnyView {
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let withdraw = move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let id = id.get_value();
        spawn_local(async move {
            let answer = api::children::withdraw(&id).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(children) => {
                    let _ = open.try_set(false);
                    page.done(children, k::WITHDRAWN);
                }
                Err(error) if error.is(ProblemCode::NotSignedIn) => Route::SignIn.replace(),
                Err(error) if error.is(ProblemCode::StateConflict) || error.is(ProblemCode::NoMatch) => {
                    let _ = open.try_set(false);
                    page.changed().await;
                }
                Err(error) => {
                    let _ = failed.try_set(Some(error.words()));
                }
            }
        });
    };
    let leave = move |()| {
        open.set(false);
        focus::later(&format!("child-{}", id.get_value()));
    };
    let why = move || {
        failed
            .get()
            .map(|words| view! { <p class="error-text">{words}</p> })
    };
    view! {
        <div class="stack">
            <p>{tf(k::WITHDRAW_TEXT, &[("name", &name.get_value())])}</p>
            <div role="alert">{why}</div>
            <p class="row">
                <Button label=t(k::WITHDRAW_DO) kind=ButtonKind::Danger busy=busy on_press=withdraw />
                <Button label=t(k::CANCEL) kind=ButtonKind::Second on_press=leave />
            </p>
        </div>
    }
    .into_any()
}
