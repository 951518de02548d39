//! `/desk/chua-nhan`: cards whose owner was told and has not come, and the messages to them.

use crate::api;
use crate::browser::{focus, intl, timer};
use crate::components::{
    Back, Button, ButtonKind, Empty, ErrorSummary, Errors, Heading, Notice, NoticeKind, Skeleton, Tag,
    TagKind,
};
use crate::i18n::{Key, keys, keys::batches as k, t, tf, tn};
use crate::journeys::desk::lists::listed::Listed;
use crate::journeys::desk::shell::{frame, role, session};
use crate::routes::{DeskPage, Route};
use eid_domain::wire::batches::{ToldState, UncollectedRow, UncollectedView};
use eid_domain::wire::desk::StaffView;
use leptos::{prelude::*, task::spawn_local};
use std::collections::BTreeSet;

/// The list asks again after this many seconds: messages are sent meanwhile.
const REFRESH_S: u32 = 10;

/// What the page knows.
type Waiting = Listed<UncollectedView>;

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::Uncollected, page)
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    if !role::works_at_counter(staff.role) {
        return view! { <Heading text=t(k::UNCOLLECTED_TITLE) /><p>{t(k::NOT_YOURS)}</p> }.into_any();
    }
    let manages = role::carries(staff.role);
    let waiting = Waiting::open(|| Box::pin(api::batches::uncollected()));
    timer::every_while_seen(REFRESH_S, move || waiting.load());
    let chosen = RwSignal::new(BTreeSet::<String>::new());
    let said = move || {
        let words = waiting.said()?;
        Some(view! { <Notice kind=NoticeKind::Ok title=words announced=true /> })
    };
    let failed = move || {
        let words = waiting.failed()?;
        let again = move |()| waiting.load();
        Some(view! {
            <Notice kind=NoticeKind::Danger title=words announced=true>
                <p><Button label=t(keys::common::TRY_AGAIN) kind=ButtonKind::Second on_press=again /></p>
            </Notice>
        })
    };
    let rules = move || {
        let (after, pause) = waiting.of(|view| (view.after_days.to_string(), view.pause_days.to_string()))?;
        Some(view! { <p class="lead">{tf(k::UNCOLLECTED_LEAD, &[("after", &after), ("pause", &pause)])}</p> })
    };
    let there = Memo::new(move |_| waiting.of(|view| view.rows.len()));
    let list = move || match there.get() {
        None if waiting.failed().is_some() => ().into_any(),
        None => view! { <Skeleton /> }.into_any(),
        Some(0) => view! { <Empty title=t(k::UNCOLLECTED_NONE) /> }.into_any(),
        Some(_) => {
            view! { {manages.then(|| tell(waiting, chosen))}{table(waiting, chosen, manages)} }.into_any()
        }
    };
    view! {
        <Back href=Route::Desk(DeskPage::Cards).href() />
        <div class="desk-head"><Heading text=t(k::UNCOLLECTED_TITLE) /></div>
        {rules}
        <div id="said" tabindex="-1">{said}</div>
        {failed}
        {list}
    }
    .into_any()
}

/// The button: to those who were chosen, or to all who may be written to.
fn tell(waiting: Waiting, chosen: RwSignal<BTreeSet<String>>) -> impl IntoView {
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let open = move || {
        waiting
            .of(|view| {
                let open = view.rows.iter().filter(|row| row.may_tell);
                open.map(|row| row.reference.clone()).collect::<Vec<_>>()
            })
            .unwrap_or_default()
    };
    let whom = move || {
        let open = open();
        let some: Vec<String> =
            chosen.with(|chosen| open.iter().filter(|one| chosen.contains(*one)).cloned().collect());
        if some.is_empty() {
            (false, open)
        } else {
            (true, some)
        }
    };
    let press = Callback::new(move |()| {
        let (_, references) = untrack(whom);
        if busy.get_untracked() || references.is_empty() {
            return;
        }
        busy.set(true);
        errors.clear();
        spawn_local(async move {
            let answer = session::call(api::batches::tell_uncollected(references)).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(told) => {
                    let _ = chosen.try_set(BTreeSet::new());
                    waiting.say(Some(tn(k::TOLD_DONE, told.written)));
                    waiting.load();
                    focus::later("said");
                }
                Err(error) => errors.show_one(error.words()),
            }
        });
    });
    let label = Signal::derive(move || {
        let (some, whom) = whom();
        let count = u32::try_from(whom.len()).unwrap_or(u32::MAX);
        tn(if some { k::TELL_SOME } else { k::TELL_ALL }, count)
    });
    let body = move || {
        if whom().1.is_empty() {
            view! { <p class="hint">{t(k::TELL_NOBODY)}</p> }.into_any()
        } else {
            view! { <p class="row"><Button label=label.get() busy=busy on_press=press /></p> }.into_any()
        }
    };
    view! { <ErrorSummary errors=errors />{body} }
}

fn table(waiting: Waiting, chosen: RwSignal<BTreeSet<String>>, manages: bool) -> impl IntoView {
    let heads = [k::COL_CODE, k::COL_PERSON, k::COL_DAYS, k::COL_TOLD];
    let head = |key: Key| view! { <th scope="col" role="columnheader">{t(key)}</th> };
    let rows = move || waiting.of(|view| view.rows.clone()).unwrap_or_default();
    view! {
        <table class="table desk-table" role="table" aria-label=t(k::UNCOLLECTED_TITLE)>
            <thead role="rowgroup"><tr role="row">{heads.map(head).collect_view()}</tr></thead>
            <tbody role="rowgroup">
                <For each=rows key=drawn_as let:row>
                    {line(&row, chosen, manages)}
                </For>
            </tbody>
        </table>
    }
}

/// A row that says something else is another row.
fn drawn_as(row: &UncollectedRow) -> (String, Option<String>, u32) {
    let told = row.told.as_ref();
    let told = told.map(|told| format!("{}{}", told.state, told.at.as_second()));
    (row.reference.clone(), told, row.days)
}

fn line(row: &UncollectedRow, chosen: RwSignal<BTreeSet<String>>, manages: bool) -> impl IntoView + use<> {
    let href = Route::Desk(DeskPage::Dossier(row.reference.clone())).href();
    let choose = (manages && row.may_tell).then(|| {
        let (reference, is_chosen) = (row.reference.clone(), row.reference.clone());
        let change = move |event| {
            let on = event_target_checked(&event);
            chosen.update(|chosen| {
                if on {
                    chosen.insert(reference.clone());
                } else {
                    chosen.remove(&reference);
                }
            });
        };
        let about = tf(k::CHOOSE, &[("code", &row.dossier_code)]);
        view! {
            <input
                type="checkbox"
                class="batch-choose"
                aria-label=about
                prop:checked=move || chosen.with(|chosen| chosen.contains(&is_chosen))
                on:change=change
            />
        }
    });
    let told = row.told.as_ref().map(|told| {
        let (words, kind) = match told.state {
            ToldState::Queued => (k::TOLD_QUEUED, TagKind::Info),
            ToldState::Sent => (k::TOLD_SENT, TagKind::Ok),
            ToldState::Failed => (k::TOLD_FAILED, TagKind::Danger),
        };
        view! { <Tag text=t(words) kind=kind />" "<span class="muted">{intl::instant(told.at)}</span> }
    });
    let late = row
        .unclaimed
        .then(|| view! { " "<Tag text=t(k::UNCLAIMED) kind=TagKind::Warning /> });
    view! {
        <tr class="desk-row" role="row">
            <th scope="row" role="rowheader" data-label=t(k::COL_CODE)>
                {choose}
                <a class="mono" href=href>{row.dossier_code.clone()}</a>
            </th>
            <td role="cell" data-label=t(k::COL_PERSON)>
                <bdi>{row.name_masked.clone()}</bdi>
                <span class="muted desk-ref">{tf(k::PHONE_ENDS, &[("ends", &row.phone_ends)])}</span>
            </td>
            <td role="cell" data-label=t(k::COL_DAYS)>{tn(k::DAYS, row.days)}{late}</td>
            <td role="cell" data-label=t(k::COL_TOLD)>{told}</td>
        </tr>
    }
}
