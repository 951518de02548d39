//! `/yeu-cau-tai-nha/{reference}#{key}`, in messages `/nha/{reference}#{key}`: what becomes of a request.

use crate::api;
use crate::browser::{focus, intl, location};
use crate::components::{
    Button, ButtonKind, Details, Fetched, Heading, LinkButton, Notice, NoticeKind, SummaryList, SummaryRow,
};
use crate::i18n::{keys::home_visit as k, t, tf};
use crate::routes::{Draw, Route};
use eid_domain::campaign::HomeVisitState;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::home_visits::HomeVisitView;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(home_visit_status_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

/// What the page knows. Cheap to copy.
#[derive(Clone, Copy)]
struct Page {
    key: StoredValue<String>,
    view: RwSignal<HomeVisitView>,
    said: RwSignal<Option<String>>,
    failed: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
}

fn draw(route: &Route) -> AnyView {
    let Route::HomeVisit(reference) = route else {
        return ().into_any();
    };
    let (reference, key) = (reference.clone(), location::hash());
    let shown_key = key.clone();
    let fetch = move || {
        let (reference, key) = (reference.clone(), key.clone());
        Box::pin(async move {
            if key.is_empty() {
                return Ok(None);
            }
            match api::home_visits::get(&reference, &key).await {
                Ok(view) => Ok(Some(view)),
                Err(error) if error.is(ProblemCode::NoMatch) => Ok(None),
                Err(error) => Err(error.words()),
            }
        }) as std::pin::Pin<Box<dyn Future<Output = _>>>
    };
    let show = move |found: Option<HomeVisitView>| match found {
        Some(view) => whole(view, shown_key.clone()),
        None => no_access(),
    };
    view! {
        <div class="page">
            <Heading text=t(k::STATUS_TITLE) />
            <Fetched fetch=fetch show=show />
        </div>
    }
    .into_any()
}

fn no_access() -> AnyView {
    view! {
        <Notice kind=NoticeKind::Warning title=t(k::NO_ACCESS)><p>{t(k::NO_ACCESS_TEXT)}</p></Notice>
        <p class="row"><LinkButton href=Route::AskHomeVisit.href() label=t(k::ASK_AGAIN) /></p>
    }
    .into_any()
}

fn whole(view: HomeVisitView, key: String) -> AnyView {
    let page = Page {
        key: StoredValue::new(key),
        view: RwSignal::new(view),
        said: RwSignal::new(None),
        failed: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    let said = move || {
        page.said
            .get()
            .map(|words| view! { <Notice kind=NoticeKind::Ok title=words announced=true /> })
    };
    let failed = move || {
        page.failed
            .get()
            .map(|words| view! { <Notice kind=NoticeKind::Danger title=words announced=true /> })
    };
    view! {
        <div id="said" tabindex="-1">{said}{failed}</div>
        {move || page.view.with(|view| body(page, view))}
    }
    .into_any()
}

fn body(page: Page, view: &HomeVisitView) -> AnyView {
    let ends = tf(k::PHONE_ENDS_VALUE, &[("digits", &view.phone_ends)]);
    let rows = vec![
        SummaryRow::new(t(k::REFERENCE), view.reference.clone()),
        SummaryRow::new(t(k::MADE_AT), intl::instant(view.created_at)),
        SummaryRow::new(t(k::PERSON), view.name_masked.clone()),
        SummaryRow::new(t(k::PLACE), view.commune.clone()),
        SummaryRow::new(t(k::PHONE_ENDS), ends),
    ];
    let open = view.state == HomeVisitState::Open;
    let withdraw = open.then(|| {
        view! {
            <Details summary=t(k::WITHDRAW)>
                <p>{t(k::WITHDRAW_TEXT)}</p>
                <p class="row">
                    <Button
                        label=t(k::WITHDRAW_DO)
                        kind=ButtonKind::Danger
                        busy=page.busy
                        on_press=move |()| withdraw(page)
                    />
                </p>
            </Details>
        }
    });
    let again = matches!(view.state, HomeVisitState::Refused | HomeVisitState::Withdrawn).then(|| {
        let href = Route::AskHomeVisit.href();
        view! { <p class="row"><LinkButton href=href label=t(k::ASK_AGAIN) kind=ButtonKind::Second /></p> }
    });
    view! { {state(view)}<SummaryList rows=rows />{withdraw}{again} }.into_any()
}

fn state(view: &HomeVisitView) -> AnyView {
    match view.state {
        HomeVisitState::Open => view! {
            <Notice kind=NoticeKind::Info title=t(k::OPEN_TITLE)><p>{t(k::OPEN_TEXT)}</p></Notice>
        }
        .into_any(),
        HomeVisitState::Planned => planned(view),
        HomeVisitState::Refused => {
            let reason = view.reason.clone().unwrap_or_default();
            view! {
                <Notice kind=NoticeKind::Warning title=t(k::REFUSED_TITLE)>
                    <p>{tf(k::REFUSED_TEXT, &[("reason", &reason)])}</p>
                    <p>{t(k::REFUSED_NEXT)}</p>
                </Notice>
            }
            .into_any()
        }
        HomeVisitState::Withdrawn => {
            view! { <Notice kind=NoticeKind::Info title=t(k::WITHDRAWN_TITLE) /> }.into_any()
        }
    }
}

fn planned(view: &HomeVisitView) -> AnyView {
    let visit = view.visit.as_ref().map(|visit| {
        let when = tf(k::PLANNED_TEXT, &[("when", &intl::date_time(visit.at))]);
        let href = format!("{}#{}", Route::Receipt(visit.reference.clone()).href(), visit.key);
        view! { <p>{when}</p><p class="row"><LinkButton href=href label=t(k::PLANNED_LINK) /></p> }
    });
    view! { <Notice kind=NoticeKind::Ok title=t(k::PLANNED_TITLE)>{visit}</Notice> }.into_any()
}

fn withdraw(page: Page) {
    if page.busy.get_untracked() {
        return;
    }
    page.busy.set(true);
    page.failed.set(None);
    let (reference, key) = (
        page.view.with_untracked(|view| view.reference.clone()),
        page.key.get_value(),
    );
    spawn_local(async move {
        let answer = api::home_visits::withdraw(&reference, &key).await;
        let _ = page.busy.try_set(false);
        let (view, words) = match answer {
            Ok(view) => (Some(view), t(k::WITHDRAWN).to_owned()),
            Err(error) if error.is(ProblemCode::StateConflict) => {
                let now = api::home_visits::get(&reference, &key).await.ok();
                (now, t(k::SETTLED).to_owned())
            }
            Err(error) => {
                let _ = page.failed.try_set(Some(error.words()));
                focus::later("said");
                return;
            }
        };
        if let Some(view) = view {
            let _ = page.view.try_set(view);
        }
        let _ = page.said.try_set(Some(words));
        focus::later("said");
    });
}
