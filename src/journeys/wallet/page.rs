//! What the address names: all papers, or one of them.

use super::{list, paper};
use crate::api::{self, Holder};
use crate::browser::{location, timer};
use crate::components::{Back, Fetched, Heading, Refetch};
use crate::i18n::{keys::wallet as k, t, tf};
use crate::routes::Route;
use eid_domain::problem::ProblemCode;
use eid_domain::wallet::State;
use eid_domain::wire::wallet::{Wallet, WalletKind, WalletKinds, WalletPaper};
use leptos::{prelude::*, task::spawn_local};
use std::rc::Rc;

/// Seconds from one look at who has answered to the next.
const LOOK_S: u32 = 3;

/// All that the page shows.
#[derive(Clone)]
pub(super) struct Known {
    pub(super) kinds: Rc<WalletKinds>,
    pub(super) wallet: Rc<Wallet>,
    /// Whose wallet it is.
    pub(super) of: Holder,
}

impl Known {
    /// A kind by its id.
    pub(super) fn kind(&self, id: &str) -> Option<&WalletKind> {
        let all = self.kinds.groups.iter().flat_map(|group| &group.papers);
        all.into_iter().find(|kind| kind.id == id)
    }

    /// What was asked for of a kind.
    pub(super) fn paper(&self, id: &str) -> Option<&WalletPaper> {
        self.wallet.papers.iter().find(|paper| paper.kind == id)
    }
}

/// The address of a paper.
pub(super) fn href(of: &Holder, kind: &str) -> String {
    of.paper(&Route::Wallet.href(), kind)
}

/// What stands above the heading where it is a child's wallet.
pub(super) fn whose(known: &Known) -> Option<AnyView> {
    let name = known.wallet.child.clone()?;
    Some(view! { <p class="muted">{tf(k::CHILD, &[("name", &name)])}</p> }.into_any())
}

/// Draws it.
pub(super) fn page() -> AnyView {
    let refetch = Refetch::new();
    let seen = RwSignal::new(None::<Wallet>);
    let of = StoredValue::new(Holder::here());
    timer::every_while_seen(LOOK_S, move || {
        let waiting = |paper: &WalletPaper| paper.state == State::Waiting;
        if seen.with_untracked(|seen| seen.as_ref().is_some_and(|seen| seen.papers.iter().any(waiting))) {
            spawn_local(look(of.get_value(), seen, refetch));
        }
    });
    let show = move |opened: Result<Known, Route>| {
        let known = match opened {
            Ok(known) => known,
            Err(elsewhere) => {
                elsewhere.replace();
                return ().into_any();
            }
        };
        seen.set(Some((*known.wallet).clone()));
        content(&known, refetch)
    };
    view! { <div class="page wallet"><Fetched fetch=move || Box::pin(open(of.get_value())) show=show refetch=refetch /></div> }
        .into_any()
}

/// Draws the page anew only where somebody has answered: what is open on it stays open.
async fn look(of: Holder, seen: RwSignal<Option<Wallet>>, refetch: Refetch) {
    if let Ok(now) = api::wallet::list(&of).await
        && seen.try_with_untracked(|seen| seen.as_ref() != Some(&now)) == Some(true)
    {
        refetch.now();
    }
}

/// Another page where nobody is signed in, or where it is a child's and is not used any more: the page of children says why.
async fn open(of: Holder) -> Result<Result<Known, Route>, String> {
    let (wallet, kinds) = api::both(api::wallet::list(&of), api::wallet::kinds()).await;
    match wallet {
        Ok(wallet) => Ok(Ok(Known {
            kinds: Rc::new(kinds.map_err(|error| error.words())?),
            wallet: Rc::new(wallet),
            of,
        })),
        Err(error) if error.is(ProblemCode::NotSignedIn) => Ok(Err(Route::SignIn)),
        Err(error)
            if of.is_child() && (error.is(ProblemCode::NoMatch) || error.is(ProblemCode::StateConflict)) =>
        {
            Ok(Err(Route::Children))
        }
        Err(error) => Err(error.words()),
    }
}

fn content(known: &Known, refetch: Refetch) -> AnyView {
    match location::query("loai") {
        None => list::view(known),
        Some(id) => match known.kind(&id) {
            Some(kind) => paper::view(known, kind, refetch),
            // An old bookmark.
            None => view! {
                <Back href=known.of.href(&Route::Wallet.href()) />
                <Heading text=t(k::UNKNOWN) />
            }
            .into_any(),
        },
    }
}
