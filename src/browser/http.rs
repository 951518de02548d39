//! Fetching, with a limit of time.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache, RequestCredentials, RequestInit};

/// What is sent.
pub struct Request {
    /// `GET`, `POST` …
    pub method: &'static str,
    /// Absolute path on this site.
    pub path: String,
    /// Names and values.
    pub headers: Vec<(&'static str, String)>,
    /// JSON.
    pub body: Option<String>,
    /// After this many milliseconds the request is given up.
    pub timeout_ms: i32,
}

/// What came back.
pub struct Response {
    /// The status.
    pub status: u16,
    /// The text.
    pub body: String,
}

/// Why nothing came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No connection, or it broke.
    Offline,
    /// The answer took too long.
    Timeout,
}

/// Sends a request. Personal data passes here, so nothing is kept in the browser's cache.
///
/// # Errors
/// [`Failure`] where no answer came; an answer with an error status is a [`Response`].
pub async fn send(request: &Request) -> Result<Response, Failure> {
    let init = RequestInit::new();
    init.set_method(request.method);
    init.set_cache(RequestCache::NoStore);
    init.set_credentials(RequestCredentials::SameOrigin);
    let headers = js_sys::Object::new();
    for (name, value) in &request.headers {
        let _ = js_sys::Reflect::set(&headers, &(*name).into(), &value.as_str().into());
    }
    init.set_headers(&headers);
    if let Some(body) = &request.body {
        init.set_body(&body.as_str().into());
    }
    let controller = AbortController::new().ok();
    let mut timer = None;
    if let Some(controller) = &controller {
        init.set_signal(Some(&controller.signal()));
        // A bound function of the browser's own: nothing of ours must outlive the request.
        let abort = js_sys::Reflect::get(controller, &"abort".into()).unwrap_or(JsValue::NULL);
        if let Some(abort) = abort.dyn_ref::<js_sys::Function>() {
            let abort = abort.bind0(controller);
            timer = window()
                .set_timeout_with_callback_and_timeout_and_arguments_0(&abort, request.timeout_ms)
                .ok();
        }
    }
    let answer = answer(&request.path, &init).await;
    if let Some(timer) = timer {
        window().clear_timeout_with_handle(timer);
    }
    let aborted = controller.is_some_and(|controller| controller.signal().aborted());
    answer.ok_or(if aborted {
        Failure::Timeout
    } else {
        Failure::Offline
    })
}

async fn answer(path: &str, init: &RequestInit) -> Option<Response> {
    let fetched = JsFuture::from(window().fetch_with_str_and_init(path, init))
        .await
        .ok()?;
    let response: web_sys::Response = fetched.dyn_into().ok()?;
    let body = JsFuture::from(response.text().ok()?).await.ok()?;
    Some(Response {
        status: response.status(),
        body: body.as_string().unwrap_or_default(),
    })
}

/// A fetch of a static file that has been started.
pub struct JsonFetch(js_sys::Promise);

/// Starts fetching a static file. The page may have preloaded it.
pub fn fetch_json(path: &str) -> JsonFetch {
    JsonFetch(window().fetch_with_str(path).unchecked_into())
}

/// The strings of a JSON array of strings; `None` where the file did not arrive.
pub async fn json_strings(fetch: JsonFetch) -> Option<Vec<String>> {
    let response: web_sys::Response = JsFuture::from(fetch.0).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let json = JsFuture::from(response.json().ok()?).await.ok()?;
    let list: js_sys::Array = json.dyn_into().ok()?;
    Some(
        list.iter()
            .map(|text| text.as_string().unwrap_or_default())
            .collect(),
    )
}

/// The text of a static file; `None` where it did not arrive.
pub async fn text(fetch: JsonFetch) -> Option<String> {
    let response: web_sys::Response = JsFuture::from(fetch.0).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
