//! The form, the code that it makes, and what was shown before.

use super::{code, past, words};
use crate::api::{self, Holder};
use crate::browser::timer;
use crate::components::{
    Back, Button, CheckGroup, Choice, ErrorSummary, Errors, Fetched, Heading, Notice, NoticeKind, Refetch,
};
use crate::i18n::{keys::showing as k, t, tf};
use crate::routes::Route;
use eid_domain::attest::Claim;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::attestations::{Attestation, NewAttestation, ShownAttestations};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The paper of the wallet that says where somebody lives.
const RESIDENCE: &str = "permanent_residence";
/// Seconds from one look at who has checked to the next.
const LOOK_S: u32 = 3;

/// A code that is shown, and until when by this device's clock.
#[derive(Clone)]
pub(super) struct Made {
    pub(super) shown: Attestation,
    pub(super) claims: Vec<Claim>,
    pub(super) until_ms: f64,
}

/// What the form and the code share. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Page {
    /// Whose e-ID it is.
    pub(super) of: StoredValue<Holder>,
    pub(super) made: RwSignal<Option<Made>>,
    pub(super) refetch: Refetch,
    /// Name of the child, where it is a child's.
    child: RwSignal<Option<String>>,
    /// Whether the wallet says where the person lives; nothing until that is known.
    residence: RwSignal<Option<bool>>,
}

impl Page {
    fn is_childs(self) -> bool {
        self.of.with_value(Holder::is_child)
    }

    /// Where it is left to.
    fn back(self) -> Route {
        if self.is_childs() {
            Route::Children
        } else {
            Route::Account
        }
    }

    /// What came, drawn anew every few seconds while a code is shown: written only where it is another.
    fn know(self, shown: &ShownAttestations) {
        if self.residence.get_untracked() != Some(shown.residence) {
            self.residence.set(Some(shown.residence));
        }
        if self.child.with_untracked(|child| *child != shown.child) {
            self.child.set(shown.child.clone());
        }
    }
}

/// Draws it.
pub(super) fn page() -> AnyView {
    let errors = Errors::new();
    let page = Page {
        of: StoredValue::new(Holder::here()),
        made: RwSignal::new(None),
        refetch: Refetch::new(),
        child: RwSignal::new(None),
        residence: RwSignal::new(None),
    };
    let (made, refetch) = (page.made, page.refetch);
    timer::every_while_seen(LOOK_S, move || {
        if made.with_untracked(Option::is_some) {
            refetch.now();
        }
    });
    let past = move |shown: Result<ShownAttestations, Route>| match shown {
        Ok(shown) => {
            page.know(&shown);
            past::view(&shown.shown, page.is_childs())
        }
        Err(elsewhere) => {
            elsewhere.replace();
            ().into_any()
        }
    };
    let name = move || {
        let name = page.child.get()?;
        Some(view! { <p class="muted">{tf(k::CHILD, &[("name", &name)])}</p> })
    };
    let lead = if page.is_childs() { k::CHILD_LEAD } else { k::LEAD };
    view! {
        <div class="page showing">
            <Back href=page.back().href() />
            <ErrorSummary errors=errors />
            <Heading text=t(k::TITLE) />
            {name}
            <p class="lead">{t(lead)}</p>
            {move || match made.get() {
                Some(now) => code::view(now, page),
                None => form(page, errors),
            }}
            <section class="stack-s" aria-labelledby="past">
                <h2 id="past">{t(k::PAST_TITLE)}</h2>
                <Fetched fetch=move || Box::pin(open(page.of.get_value())) show=past refetch=refetch />
            </section>
        </div>
    }
    .into_any()
}

/// What was shown lately; another page where nobody is signed in, or where it is a child's and cannot be used now.
async fn open(of: Holder) -> Result<Result<ShownAttestations, Route>, String> {
    match api::attestations::shown(&of).await {
        Ok(shown) => Ok(Ok(shown)),
        Err(error) if error.is(ProblemCode::NotSignedIn) => Ok(Err(Route::SignIn)),
        Err(error)
            if of.is_child() && (error.is(ProblemCode::NoMatch) || error.is(ProblemCode::StateConflict)) =>
        {
            Ok(Err(Route::Children))
        }
        Err(error) => Err(error.words()),
    }
}

/// What can be ticked: a child is under 14, which no age that is asked for is.
fn offered(childs: bool) -> impl Iterator<Item = Claim> {
    let all = Claim::ALL.iter().copied();
    all.filter(move |claim| !childs || !matches!(claim, Claim::AgeOver18 | Claim::AgeOver60))
}

fn form(page: Page, errors: Errors) -> AnyView {
    let childs = page.is_childs();
    let first = offered(childs).next().map(|claim| claim.as_str().to_owned());
    let ticked = RwSignal::new(first.into_iter().collect::<Vec<_>>());
    let busy = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let claims =
            ticked.with_untracked(|ticked| ticked.iter().filter_map(|name| Claim::parse(name)).collect());
        let wanted = NewAttestation { claims };
        let Ok(claims) = wanted.parse() else {
            errors.show(vec![("claims".to_owned(), t(k::CLAIMS_NONE).to_owned())]);
            return;
        };
        let no_place = page.residence.get_untracked() == Some(false);
        if no_place && claims.contains(&Claim::Residence) {
            errors.show(vec![("claims".to_owned(), t(k::RESIDENCE_NONE).to_owned())]);
            return;
        }
        errors.clear();
        busy.set(true);
        spawn_local(async move {
            let answer = api::attestations::create(&page.of.get_value(), &wanted).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(shown) => {
                    let until_ms = timer::now_ms() + 1000.0 * f64::from(shown.expires_in_s);
                    let _ = page.made.try_set(Some(Made {
                        shown,
                        claims,
                        until_ms,
                    }));
                }
                Err(error) if error.is(ProblemCode::NotSignedIn) => Route::SignIn.replace(),
                Err(error) if error.is(ProblemCode::StateConflict) => {
                    let words = if childs {
                        k::CHILD_NOT_IN_USE
                    } else {
                        k::NOT_IN_USE
                    };
                    errors.show(vec![(String::new(), t(words).to_owned())]);
                }
                Err(error) => {
                    errors.show(error.for_form(&["claims"]));
                }
            }
        });
    };
    let choices = offered(childs)
        .map(|claim| Choice::new(claim.as_str(), words::claim(claim)))
        .collect::<Vec<_>>();
    let paper = StoredValue::new(
        page.of
            .with_value(|of| of.paper(&Route::Wallet.href(), RESIDENCE)),
    );
    let place = move || {
        (page.residence.get() == Some(false)).then(|| {
            view! {
                <p class="hint">{t(k::RESIDENCE_NONE)}" "<a href=paper.get_value()>{t(k::RESIDENCE_LINK)}</a></p>
            }
        })
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <CheckGroup id="claims" legend=t(k::CLAIMS) hint=t(k::CLAIMS_HINT) choices=choices values=ticked errors=errors />
            {place}
            <p class="row"><Button label=t(k::MAKE) busy=busy /></p>
        </form>
        <Notice kind=NoticeKind::Info title=t(k::ASKED_TITLE)><p>{t(k::ASKED_TEXT)}</p></Notice>
    }
    .into_any()
}
