//! People to whom something is missing, and one message to each.

use crate::api;
use crate::browser::{focus, intl, timer};
use crate::components::{
    Button, ButtonKind, Empty, ErrorSummary, Errors, Notice, NoticeKind, Skeleton, Tag, TagKind,
};
use crate::i18n::{Key, keys, keys::batches, keys::lists as k, t, tf, tn};
use crate::journeys::desk::lists::listed::Listed;
use crate::journeys::desk::shell::session;
use eid_domain::aid::{BenefitKind, Missing};
use eid_domain::wire::aid::{AidPeopleView, AidPerson};
use eid_domain::wire::batches::ToldState;
use leptos::{prelude::*, task::spawn_local};

/// The list asks again after this many seconds: messages are sent meanwhile.
const REFRESH_S: u32 = 10;

/// What the page knows.
pub(super) type People = Listed<AidPeopleView>;

/// The list, on its way.
pub(super) fn open() -> People {
    let people = People::open(|| Box::pin(api::aid::people()));
    timer::every_while_seen(REFRESH_S, move || people.load());
    people
}

/// The section.
pub(super) fn view(people: People) -> AnyView {
    let only = RwSignal::new(None::<Missing>);
    let said = move || {
        let words = people.said()?;
        Some(view! { <Notice kind=NoticeKind::Ok title=words announced=true /> })
    };
    let failed = move || {
        let words = people.failed()?;
        let again = move |()| people.load();
        Some(view! {
            <Notice kind=NoticeKind::Danger title=words announced=true>
                <p><Button label=t(keys::common::TRY_AGAIN) kind=ButtonKind::Second on_press=again /></p>
            </Notice>
        })
    };
    let sum = move || {
        let (all, complete) = people.of(|view| (view.all, view.complete))?;
        let done = tn(k::COMPLETE, complete);
        (all > 0).then(|| view! { <p>{tn(k::ALL, all)}" "{done}</p> })
    };
    let there = Memo::new(move |_| people.of(|view| (view.all, view.rows.len())));
    let body = move || match there.get() {
        None if people.failed().is_some() => ().into_any(),
        None => view! { <Skeleton /> }.into_any(),
        Some((0, _)) => view! { <Empty title=t(k::NOBODY)><p>{t(k::NOBODY_TEXT)}</p></Empty> }.into_any(),
        Some((_, 0)) => view! { <Empty title=t(k::EVERYTHING) /> }.into_any(),
        Some(_) => view! { {filters(people, only)}{tell(people, only)}{table(people, only)} }.into_any(),
    };
    view! {
        <section class="stack-s" aria-labelledby="people">
            <h2 id="people">{t(k::PEOPLE)}</h2>
            <div id="said" tabindex="-1">{said}</div>
            {failed}
            {sum}
            {body}
        </section>
    }
    .into_any()
}

fn rows(people: People, only: RwSignal<Option<Missing>>) -> Vec<AidPerson> {
    let wanted = only.get();
    people
        .of(|view| {
            let rows = view.rows.iter();
            rows.filter(|row| wanted.is_none_or(|wanted| row.missing == wanted))
                .cloned()
                .collect()
        })
        .unwrap_or_default()
}

fn filters(people: People, only: RwSignal<Option<Missing>>) -> AnyView {
    let one = move |(wanted, words): (Option<Missing>, Key)| {
        let pressed = move || if only.get() == wanted { "true" } else { "false" };
        let count = move || {
            people.of(|view| {
                let rows = view.rows.iter();
                rows.filter(|row| wanted.is_none_or(|wanted| row.missing == wanted))
                    .count()
            })
        };
        view! {
            <button class="desk-filter" type="button" aria-pressed=pressed on:click=move |_| only.set(wanted)>
                <b>{count}</b>" "<span>{t(words)}</span>
            </button>
        }
    };
    let all = [
        (None, k::FILTER_ALL),
        (Some(Missing::Card), k::MISSING_CARD),
        (Some(Missing::Account), k::MISSING_ACCOUNT),
        (Some(Missing::Payout), k::MISSING_PAYOUT),
    ];
    view! { <div class="desk-filters" role="group" aria-label=t(k::FILTER)>{all.map(one).collect_view()}</div> }
        .into_any()
}

/// One message to each of those shown who may be written to.
fn tell(people: People, only: RwSignal<Option<Missing>>) -> AnyView {
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let open = move || -> Vec<String> {
        let rows = rows(people, only).into_iter();
        rows.filter(|row| row.may_tell).map(|row| row.id).collect()
    };
    let press = Callback::new(move |()| {
        let ids = untrack(open);
        if busy.get_untracked() || ids.is_empty() {
            return;
        }
        busy.set(true);
        errors.clear();
        spawn_local(async move {
            let answer = session::call(api::aid::tell(ids)).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(told) => {
                    people.say(Some(tn(batches::TOLD_DONE, told.written)));
                    people.load();
                    focus::later("said");
                }
                Err(error) => errors.show_one(error.words()),
            }
        });
    });
    let body = move || {
        let count = u32::try_from(open().len()).unwrap_or(u32::MAX);
        if count == 0 {
            view! { <p class="hint">{t(k::TELL_NOBODY)}</p> }.into_any()
        } else {
            let label = tn(k::TELL, count);
            view! { <p class="row"><Button label=label busy=busy on_press=press /></p> }.into_any()
        }
    };
    let pause = untrack(|| people.of(|view| view.pause_days.to_string()));
    view! {
        <ErrorSummary errors=errors />
        <p class="hint">{tf(k::TELL_RULE, &[("pause", &pause.unwrap_or_default())])}</p>
        {body}
    }
    .into_any()
}

fn table(people: People, only: RwSignal<Option<Missing>>) -> AnyView {
    let heads = [
        k::COL_PERSON,
        k::COL_LIST,
        k::COL_MISSING,
        k::COL_PHONE,
        k::COL_TOLD,
    ];
    let head = |key: Key| view! { <th scope="col" role="columnheader">{t(key)}</th> };
    view! {
        <table class="table desk-table" role="table" aria-label=t(k::PEOPLE)>
            <thead role="rowgroup"><tr role="row">{heads.map(head).collect_view()}</tr></thead>
            <tbody role="rowgroup">
                {move || rows(people, only).iter().map(line).collect_view()}
            </tbody>
        </table>
    }
    .into_any()
}

fn line(row: &AidPerson) -> AnyView {
    let told = row.told.as_ref().map(|told| {
        let (words, kind) = match told.state {
            ToldState::Queued => (batches::TOLD_QUEUED, TagKind::Info),
            ToldState::Sent => (batches::TOLD_SENT, TagKind::Ok),
            ToldState::Failed => (batches::TOLD_FAILED, TagKind::Danger),
        };
        view! { <Tag text=t(words) kind=kind />" "<span class="muted">{intl::instant(told.at)}</span> }
    });
    let kinds: Vec<String> = row
        .kinds
        .iter()
        .map(|kind| t(self::kind(*kind)).to_owned())
        .collect();
    let phone = match row.phone_ends.as_str() {
        "" => t(k::NO_PHONE).to_owned(),
        ends => tf(batches::PHONE_ENDS, &[("ends", ends)]),
    };
    view! {
        <tr class="desk-row" role="row">
            <th scope="row" role="rowheader" data-label=t(k::COL_PERSON)>
                <bdi>{row.name_masked.clone()}</bdi>
                <span class="mono muted desk-ref">{row.number_masked.clone()}</span>
            </th>
            <td role="cell" data-label=t(k::COL_LIST)>
                {kinds.join(", ")}
                <span class="muted desk-ref">{row.commune.clone()}</span>
            </td>
            <td role="cell" data-label=t(k::COL_MISSING)>{t(missing(row.missing))}</td>
            <td role="cell" data-label=t(k::COL_PHONE)>{phone}</td>
            <td role="cell" data-label=t(k::COL_TOLD)>{told}</td>
        </tr>
    }
    .into_any()
}

const fn missing(missing: Missing) -> Key {
    match missing {
        Missing::Card => k::MISSING_CARD,
        Missing::Account => k::MISSING_ACCOUNT,
        Missing::Payout => k::MISSING_PAYOUT,
    }
}

const fn kind(kind: BenefitKind) -> Key {
    match kind {
        BenefitKind::PoorHousehold => k::KIND_POOR_HOUSEHOLD,
        BenefitKind::NearPoorHousehold => k::KIND_NEAR_POOR_HOUSEHOLD,
        BenefitKind::Disability => k::KIND_DISABILITY,
        BenefitKind::Merit => k::KIND_MERIT,
        BenefitKind::EthnicMinority => k::KIND_ETHNIC_MINORITY,
        BenefitKind::BorderOrIsland => k::KIND_BORDER_OR_ISLAND,
        BenefitKind::SocialProtection => k::KIND_SOCIAL_PROTECTION,
        BenefitKind::SocialPension => k::KIND_SOCIAL_PENSION,
    }
}
