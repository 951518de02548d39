//! A passkey in the list of what the browser can fill in (conditional mediation): nobody is interrupted, and who chooses it
//! there is signed in.

use super::{Failure, Support, ask, asking, class, convert::request, support};
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

/// What stands in the list, and how often something was taken back: a browser has one question at a time.
#[derive(Default)]
struct Standing {
    turn: u32,
    stop: Option<AbortController>,
}

/// An offer that stands until it is taken back, at the latest with the component that opened it. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Offer(StoredValue<Standing, LocalStorage>);

impl Offer {
    /// Nothing offered yet.
    pub fn open() -> Self {
        let offer = Self(StoredValue::new_local(Standing::default()));
        on_cleanup(move || offer.take_back());
        offer
    }

    /// Whether the browser can put passkeys into that list.
    pub async fn possible() -> bool {
        if support() != Support::Ready {
            return false;
        }
        match class().and_then(|class| call(&class, "isConditionalMediationAvailable")) {
            Some(asked) => JsFuture::from(asked).await.is_ok_and(|can| can.is_truthy()),
            None => false,
        }
    }

    /// Whose turn it is; none where the page is gone.
    pub fn turn(self) -> Option<u32> {
        self.0.try_with_value(|standing| standing.turn)
    }

    /// Offers what answers these options, where nothing was taken back since that turn; gives `AuthenticationResponseJSON`
    /// once somebody has chosen it.
    ///
    /// # Errors
    /// [`Failure::Cancelled`] where it was taken back; any other [`Failure`].
    pub async fn make(self, turn: u32, options: &str) -> Result<String, Failure> {
        let stop = AbortController::new().map_err(|_| Failure::Unsupported)?;
        let wanted = asking(request(options)?)?;
        for (name, value) in [
            ("mediation", "conditional".into()),
            ("signal", stop.signal().into()),
        ] {
            Reflect::set(&wanted, &JsValue::from_str(name), &value).map_err(|_| Failure::Failed)?;
        }
        if self.turn() != Some(turn) {
            return Err(Failure::Cancelled);
        }
        let _ = self.0.try_update_value(|standing| standing.stop = Some(stop));
        ask("get", wanted).await
    }

    /// Ends it: another way is taken, or the page is left.
    pub fn take_back(self) {
        let stop = self.0.try_update_value(|standing| {
            standing.turn += 1;
            standing.stop.take()
        });
        if let Some(stop) = stop.flatten() {
            stop.abort();
        }
    }
}

fn call(of: &JsValue, name: &str) -> Option<Promise> {
    let function: Function = Reflect::get(of, &name.into()).ok()?.dyn_into().ok()?;
    function.call0(of).ok()?.dyn_into().ok()
}
