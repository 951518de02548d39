//! One paper: how far it is, what it says, what to do.

use super::{
    page::{Known, whose},
    said, words,
};
use crate::api::{self, ApiError, Holder};
use crate::browser::{announce, focus, intl};
use crate::components::{
    Back, Button, ButtonKind, Dialog, Heading, Notice, NoticeKind, Refetch, SummaryList, SummaryRow, Tag,
};
use crate::i18n::{Key, keys::wallet as k, t, tf};
use crate::routes::Route;
use eid_domain::problem::ProblemCode;
use eid_domain::wallet::{AskedBy, Asking, State};
use eid_domain::wire::wallet::{WalletKind, WalletPaper, WalletRefused};
use leptos::{prelude::*, task::spawn_local};

/// The papers that say where somebody lives: a person may let that be known with their e-ID.
const RESIDENCES: [&str; 2] = ["permanent_residence", "temporary_residence"];

/// What a press does, and what is said when it is done.
#[derive(Clone, Copy)]
pub(super) struct Doing {
    busy: RwSignal<bool>,
    failed: RwSignal<Option<String>>,
    refetch: Refetch,
    /// In whose wallet.
    of: StoredValue<Holder>,
}

impl Doing {
    /// Whose wallet it is.
    pub(super) fn of(self) -> Holder {
        self.of.get_value()
    }

    fn is_childs(self) -> bool {
        self.of.try_with_value(Holder::is_child).unwrap_or_default()
    }

    /// Does it, says so, and draws the page anew.
    pub(super) fn go(self, work: impl Future<Output = Result<(), ApiError>> + 'static, done: Key) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let answer = work.await;
            let _ = self.busy.try_set(false);
            match answer {
                Ok(()) => {
                    announce::polite(t(done));
                    focus::want_heading();
                    self.refetch.now();
                }
                Err(error) if error.is(ProblemCode::NotSignedIn) => Route::SignIn.replace(),
                // Somebody did the same in another tab: what is true now is shown.
                Err(error) if error.is(ProblemCode::ChangeNotAllowed) || error.is(ProblemCode::NoMatch) => {
                    self.refetch.now();
                }
                // A child's, whose consent was withdrawn meanwhile: the page leads to where that stands.
                Err(error) if error.is(ProblemCode::StateConflict) && self.is_childs() => self.refetch.now(),
                Err(error) if error.is(ProblemCode::StateConflict) => {
                    let _ = self.failed.try_set(Some(t(k::NOT_IN_USE).to_owned()));
                }
                Err(error) => drop(self.failed.try_set(Some(error.words()))),
            }
        });
    }
}

/// The page.
pub(super) fn view(known: &Known, kind: &WalletKind, refetch: Refetch) -> AnyView {
    let doing = Doing {
        busy: RwSignal::new(false),
        failed: RwSignal::new(None),
        refetch,
        of: StoredValue::new(known.of.clone()),
    };
    let paper = known.paper(&kind.id);
    let state = paper.map_or(State::NotIntegrated, |paper| paper.state);
    let tag = (kind.asking == Asking::Request).then(|| {
        let (text, look) = words::state(state);
        view! { <p><Tag text=t(text) kind=look /></p> }
    });
    let failed = move || {
        doing
            .failed
            .get()
            .map(|words| view! { <p class="error-text">{words}</p> })
    };
    let body = match paper {
        Some(paper) => asked_for(kind, paper, known.wallet.may_ask, doing),
        None if kind.asking == Asking::Request => new(kind, known.wallet.may_ask, doing),
        None => ().into_any(),
    };
    let note = kind.note.clone().map(|note| view! { <p>{note}</p> });
    view! {
        <Back href=known.of.href(&Route::Wallet.href()) />
        <Heading text=kind.name.clone() />
        {whose(known)}
        {tag}
        {note}
        <div role="alert">{failed}</div>
        {body}
        <p class="hint">{t(words::mark(kind.mark))}</p>
    }
    .into_any()
}

/// Nobody has asked for it.
fn new(kind: &WalletKind, may_ask: bool, doing: Doing) -> AnyView {
    let lead = tf(k::ASK_LEAD, &[("agency", &kind.agency)]);
    let given = if doing.is_childs() {
        k::CHILD_ASK_GIVEN
    } else {
        k::ASK_GIVEN
    };
    view! {
        <p class="lead">{lead}</p>
        <p>{t(given)}</p>
        {ask(&kind.id, may_ask, k::ASK, doing)}
    }
    .into_any()
}

/// The button that asks; why there is none, where there is none.
pub(super) fn ask(kind: &str, may_ask: bool, label: Key, doing: Doing) -> AnyView {
    if !may_ask {
        return view! { <Notice kind=NoticeKind::Warning title=t(k::NOT_IN_USE)><p>{t(k::NOT_IN_USE_TEXT)}</p></Notice> }
            .into_any();
    }
    let kind = kind.to_owned();
    let press = move |()| {
        let (of, kind) = (doing.of(), kind.clone());
        doing.go(async move { api::wallet::ask(&of, &kind).await }, k::ASKED);
    };
    view! { <p class="row"><Button label=t(label) busy=doing.busy on_press=press /></p> }.into_any()
}

fn asked_for(kind: &WalletKind, paper: &WalletPaper, may_ask: bool, doing: Doing) -> AnyView {
    match (paper.state, &paper.refused) {
        (State::Refused, Some(refused)) => refusal(kind, refused, may_ask, doing),
        (State::Integrated | State::Expired, _) => there(kind, paper, may_ask, doing),
        _ => waiting(kind, paper, doing),
    }
}

fn waiting(kind: &WalletKind, paper: &WalletPaper, doing: Doing) -> AnyView {
    let by = match paper.asked_by {
        AskedBy::Owner => k::WAITING_OWNER,
        AskedBy::Counter => k::WAITING_COUNTER,
    };
    let since = tf(
        by,
        &[("at", &intl::instant(paper.asked_at)), ("agency", &kind.agency)],
    );
    view! {
        <p class="lead">{since}</p>
        <p>{t(k::WAITING_TEXT)}</p>
        {remove(&kind.id, (k::WITHDRAW, k::WITHDRAW_ASK, k::WITHDRAW_TEXT, k::WITHDRAWN), doing)}
    }
    .into_any()
}

fn there(kind: &WalletKind, paper: &WalletPaper, may_ask: bool, doing: Doing) -> AnyView {
    let row = |label: Key, value: &str| (!value.is_empty()).then(|| SummaryRow::new(t(label), value));
    let day = |day: Option<jiff::civil::Date>| day.map(intl::short_date).unwrap_or_default();
    let until = paper
        .valid_until
        .map_or_else(|| t(k::NO_END).to_owned(), intl::short_date);
    let rows: Vec<SummaryRow> = [
        row(k::DETAIL, &paper.detail).map(SummaryRow::vietnamese),
        row(k::ISSUER, &paper.issuer).map(SummaryRow::vietnamese),
        row(k::ISSUED, &day(paper.issued_on)),
        row(k::VALID, &until),
        row(k::SINCE, &intl::instant(paper.state_at)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let place = ("place", kind.place.as_str());
    let last = day(paper.valid_until);
    let warned = match paper.state {
        State::Expired => Some((NoticeKind::Danger, k::EXPIRED, k::EXPIRED_TEXT)),
        _ if paper.ends_soon => Some((NoticeKind::Warning, k::ENDS_SOON, k::ENDS_TEXT)),
        _ => None,
    };
    let warned = warned.map(|(look, title, text)| {
        let (title, text) = (tf(title, &[("day", &last)]), tf(text, &[place]));
        view! { <Notice kind=look title=title><p>{text}</p></Notice> }
    });
    let again = (paper.state == State::Expired).then(|| ask(&kind.id, may_ask, k::ASK_AGAIN, doing));
    view! {
        {warned}
        {said::number(doing, &kind.id, &paper.number)}
        <SummaryList rows=rows />
        {shown_only(kind, doing)}
        {again}
        {remove(&kind.id, (k::REMOVE, k::REMOVE_ASK, k::REMOVE_TEXT, k::REMOVED), doing)}
    }
    .into_any()
}

/// Who sees it.
fn shown_only(kind: &WalletKind, doing: Doing) -> AnyView {
    let of = doing.of();
    let says_where = RESIDENCES.contains(&kind.id.as_str());
    let words = match (says_where, of.is_child()) {
        (true, _) => k::SHOWN_PLACE,
        (false, true) => k::CHILD_SHOWN_ONLY,
        (false, false) => k::SHOWN_ONLY,
    };
    let link = says_where.then(|| {
        view! { <p><a href=of.href(&Route::ShowId.href())>{t(k::SHOWN_PLACE_LINK)}</a></p> }
    });
    view! { <p>{t(words)}</p>{link} }.into_any()
}

fn refusal(kind: &WalletKind, refused: &WalletRefused, may_ask: bool, doing: Doing) -> AnyView {
    let title = tf(words::why(refused.why), &[("agency", &kind.agency)]);
    // The agency writes Vietnamese, whatever the page is read in.
    let agency = (!refused.words.is_empty()).then(|| {
        view! {
            <p>{tf(k::AGENCY_SAYS, &[("agency", &kind.agency)])}</p>
            <blockquote class="said"><p class="written" lang="vi">{refused.words.clone()}</p></blockquote>
        }
    });
    view! {
        <Notice kind=NoticeKind::Warning title=title>{agency}</Notice>
        <h2>{t(k::STEPS)}</h2>
        {said::steps(kind, refused, doing)}
        {ask(&kind.id, may_ask, k::ASK_AGAIN, doing)}
        {remove(&kind.id, (k::REMOVE, k::REMOVE_ASK, k::REMOVE_TEXT, k::REMOVED), doing)}
    }
    .into_any()
}

/// Taking it out, after a question.
fn remove(kind: &str, (label, title, text, done): (Key, Key, Key, Key), doing: Doing) -> AnyView {
    let open = RwSignal::new(false);
    let kind = kind.to_owned();
    let go = Callback::new(move |()| {
        let (of, kind) = (doing.of(), kind.clone());
        doing.go(async move { api::wallet::remove(&of, &kind).await }, done);
    });
    view! {
        <p class="row"><Button label=t(label) kind=ButtonKind::Second on_press=move |()| open.set(true) /></p>
        <Dialog open=open title=t(title)>
            <p>{t(text)}</p>
            <p class="row">
                <Button label=t(label) kind=ButtonKind::Danger busy=doing.busy on_press=go />
                <Button label=t(k::KEEP) kind=ButtonKind::Second on_press=move |()| open.set(false) />
            </p>
        </Dialog>
    }
    .into_any()
}
