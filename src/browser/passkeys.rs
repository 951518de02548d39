//! Passkeys: the browser asks its device, a phone nearby or a security key (`navigator.credentials`). Options and answers are
//! the JSON texts that the server and the browser understand.

mod convert;
mod offer;

use super::timer;
use convert::{answer_text, creation, request};
pub use offer::Offer;

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use std::net::IpAddr;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::DomException;

/// As long as the server gives an authenticator.
const PATIENCE_MS: f64 = 290_000.0;

/// Whether passkeys can be used here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// They can.
    Ready,
    /// The browser does not know them, or the page came without HTTPS.
    Missing,
    /// The page was opened under a number, and passkeys are bound to a name.
    Address,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The person has closed the question, or there is no passkey: browsers do not tell which.
    Cancelled,
    /// Nobody has answered in time.
    TimedOut,
    /// The browser does not know passkeys.
    Unsupported,
    /// The passkey belongs to a site of another name.
    Elsewhere,
    /// This device has one for this account already.
    Known,
    /// The device cannot verify its holder: it has no lock.
    NoLock,
    /// Something else.
    Failed,
}

/// Whether passkeys can be used here.
pub fn support() -> Support {
    let host = window().location().hostname().unwrap_or_default();
    let safe = Reflect::get(&window(), &"isSecureContext".into()).is_ok_and(|safe| safe.is_truthy());
    if host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok() {
        Support::Address
    } else if safe && class().is_some() {
        Support::Ready
    } else {
        Support::Missing
    }
}

/// The same page under this machine's name; none where it was not opened under this machine's number.
pub fn local_name() -> Option<String> {
    let location = window().location();
    let host = location.hostname().ok()?;
    let address: IpAddr = host.trim_matches(['[', ']']).parse().ok()?;
    let port = location.port().ok()?;
    let path = location.pathname().ok()?;
    address
        .is_loopback()
        .then(|| format!("http://localhost:{port}{path}"))
}

/// Asks for a new passkey; gives `RegistrationResponseJSON`.
///
/// # Errors
/// [`Failure`].
pub async fn create(options: &str) -> Result<String, Failure> {
    ask("create", asking(creation(options)?)?).await
}

/// Asks for the answer of a passkey; gives `AuthenticationResponseJSON`.
///
/// # Errors
/// [`Failure`].
pub async fn get(options: &str) -> Result<String, Failure> {
    ask("get", asking(request(options)?)?).await
}

/// `PublicKeyCredential`, where the browser has it.
fn class() -> Option<JsValue> {
    Reflect::get(&window(), &"PublicKeyCredential".into())
        .ok()
        .filter(JsValue::is_function)
}

/// What `create` and `get` take.
fn asking(options: JsValue) -> Result<Object, Failure> {
    let wanted = Object::new();
    Reflect::set(&wanted, &"publicKey".into(), &options).map_err(|_| Failure::Failed)?;
    Ok(wanted)
}

async fn ask(verb: &str, wanted: Object) -> Result<String, Failure> {
    let credentials = Reflect::get(&window().navigator(), &"credentials".into()).unwrap_or_default();
    let function = Reflect::get(&credentials, &verb.into())
        .ok()
        .and_then(|function| function.dyn_into::<Function>().ok())
        .ok_or(Failure::Unsupported)?;
    let begun = timer::now_ms();
    let asked = function
        .call1(&credentials, &wanted)
        .map_err(|error| why(&error, 0.0))?;
    let asked: Promise = asked.dyn_into().map_err(|_| Failure::Failed)?;
    let answer = JsFuture::from(asked)
        .await
        .map_err(|error| why(&error, timer::now_ms() - begun))?;
    answer_text(&answer).ok_or(Failure::Failed)
}

fn why(error: &JsValue, waited_ms: f64) -> Failure {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    named(name.as_deref().unwrap_or_default(), waited_ms)
}

fn named(name: &str, waited_ms: f64) -> Failure {
    match name {
        "NotAllowedError" | "AbortError" if waited_ms >= PATIENCE_MS => Failure::TimedOut,
        "TimeoutError" => Failure::TimedOut,
        "NotAllowedError" | "AbortError" => Failure::Cancelled,
        "SecurityError" => Failure::Elsewhere,
        "InvalidStateError" => Failure::Known,
        "ConstraintError" => Failure::NoLock,
        "NotSupportedError" => Failure::Unsupported,
        _ => Failure::Failed,
    }
}

#[cfg(test)]
mod tests {
    use super::{Failure, named};
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn every_failure_has_its_reason() {
        assert_eq!(named("NotAllowedError", 1_000.0), Failure::Cancelled);
        assert_eq!(named("NotAllowedError", 300_000.0), Failure::TimedOut);
        assert_eq!(named("SecurityError", 0.0), Failure::Elsewhere);
        assert_eq!(named("InvalidStateError", 0.0), Failure::Known);
        assert_eq!(named("ConstraintError", 0.0), Failure::NoLock);
        assert_eq!(named("NotSupportedError", 0.0), Failure::Unsupported);
        assert_eq!(named("", 0.0), Failure::Failed);
    }
}
