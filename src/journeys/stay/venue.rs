//! `/noi-kiem-tra`: sign-in of a lodging or an apartment block, then its day: checks of e-IDs, and guests.

mod checks;
mod day;
mod password;
mod picker;
mod sign_in;

use crate::api;
use crate::browser::install;
use crate::components::{Back, Drawn, Fetched, when_loaded};
use crate::i18n::keys::Namespace;
use crate::routes::Route;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::venues::VenueView;
use jiff::civil::Date;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::rc::Rc;

/// Who is here.
#[derive(Clone, PartialEq)]
enum Here {
    /// Nobody yet.
    SignedOut,
    /// With a password that an administrator has given.
    Newcomer(VenueView),
    /// At work.
    Inside(VenueView),
}

impl Here {
    fn of(view: VenueView) -> Self {
        if view.must_change_password {
            Self::Newcomer(view)
        } else {
            Self::Inside(view)
        }
    }
}

/// Draws it.
pub(super) fn page() -> AnyView {
    install::offer(install::CHECKER);
    let show = |(here, today): (Here, Date)| {
        let here = RwSignal::new(here);
        let body = move || match here.get() {
            Here::SignedOut => sign_in::view(here),
            Here::Newcomer(view) => password::view(here, view),
            Here::Inside(view) => at_work(here, view, today),
        };
        body.into_any()
    };
    view! {
        <div class="page account">
            <Back href=Route::Home.href() />
            <Fetched fetch=|| Box::pin(open()) show=show />
        </div>
    }
    .into_any()
}

/// Draws the day of a place.
type AtWork = fn(RwSignal<Here>, &VenueView, Date) -> AnyView;

#[wasm_split(venue_day, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_day() -> Result<AtWork, SplitLoaderError> {
    Ok(day::view)
}

/// Comes once somebody has signed in: forms and scanner are nothing for the sign-in page.
fn at_work(here: RwSignal<Here>, venue: VenueView, today: Date) -> AnyView {
    when_loaded(move || {
        let venue = venue.clone();
        Box::pin(async move {
            let draw = api::part(load_day(), &[Namespace::Stay, Namespace::Showing]).await?;
            Ok(Rc::new(move || draw(here, &venue, today)) as Drawn)
        })
    })
}

/// Who is here, and the day at the server.
async fn open() -> Result<(Here, Date), String> {
    let (venue, config) = api::both(api::venues::current(), api::config::fresh()).await;
    let today = config.map_err(|error| error.words())?.today;
    match venue {
        Ok(view) => Ok((Here::of(view), today)),
        Err(error) if error.is(ProblemCode::NotSignedIn) => Ok((Here::SignedOut, today)),
        Err(error) => Err(error.words()),
    }
}
