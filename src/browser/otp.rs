//! The code of a message, where the browser can read the one that names our site (WebOTP). Others offer it above the
//! keyboard by themselves, as the field says what it is for.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::{on_cleanup, window};
use leptos::task::spawn_local;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

/// Who listens: the latest one alone, by its number.
struct Listener {
    number: u32,
    stop: Option<AbortController>,
}

thread_local! {
    static NOW: RefCell<Listener> = const { RefCell::new(Listener { number: 0, stop: None }) };
}

/// Gives the code of every message that names our site, for as long as the calling component lives. Nothing happens where
/// the browser cannot.
pub fn listen(take: impl Fn(String) + 'static) {
    let mine = NOW.with_borrow_mut(|now| {
        if let Some(stop) = now.stop.take() {
            stop.abort();
        }
        now.number += 1;
        now.number
    });
    on_cleanup(move || {
        NOW.with_borrow_mut(|now| {
            if now.number == mine
                && let Some(stop) = now.stop.take()
            {
                stop.abort();
            }
        });
    });
    spawn_local(async move {
        // A new code may be asked for: listen again until nobody wants it.
        while let Some(code) = next(mine).await {
            take(code);
        }
    });
}

async fn next(mine: u32) -> Option<String> {
    let stop = AbortController::new().ok()?;
    let asked = ask(&stop)?;
    let still = NOW.with_borrow_mut(|now| {
        let still = now.number == mine;
        if still {
            now.stop = Some(stop);
        }
        still
    });
    let credential = JsFuture::from(asked).await.ok()?;
    let code = Reflect::get(&credential, &"code".into()).ok()?.as_string()?;
    still.then_some(code)
}

/// `navigator.credentials.get({ otp: { transport: ["sms"] }, signal })`.
fn ask(stop: &AbortController) -> Option<Promise> {
    let window = window();
    if !Reflect::has(&window, &"OTPCredential".into()).unwrap_or(false) {
        return None;
    }
    let credentials = Reflect::get(&window.navigator(), &"credentials".into()).ok()?;
    let get: Function = Reflect::get(&credentials, &"get".into()).ok()?.dyn_into().ok()?;
    let (options, otp) = (Object::new(), Object::new());
    let transport = Array::of1(&JsValue::from_str("sms"));
    Reflect::set(&otp, &"transport".into(), &transport).ok()?;
    Reflect::set(&options, &"otp".into(), &otp).ok()?;
    Reflect::set(&options, &"signal".into(), &stop.signal()).ok()?;
    get.call1(&credentials, &options).ok()?.dyn_into().ok()
}
