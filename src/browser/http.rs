//! Fetching, with a limit of time.

pub use gloo_net::http::Method;
use gloo_net::http::RequestBuilder;
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache, RequestCredentials};

/// What is sent.
pub struct Request {
    /// `GET`, `POST` …
    pub method: Method,
    /// Absolute path on this site.
    pub path: String,
    /// Names and values.
    pub headers: Vec<(&'static str, String)>,
    /// JSON, or what the content type says.
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
    /// When the device kept this answer, in milliseconds since 1970; none where it comes from the server now.
    pub kept_at_ms: Option<f64>,
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
    let controller = AbortController::new().ok();
    let timer = controller
        .as_ref()
        .and_then(|controller| abort_after(controller, request.timeout_ms));
    let answer = answer(request, controller.as_ref()).await;
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

fn abort_after(controller: &AbortController, timeout_ms: i32) -> Option<i32> {
    // A bound function of the browser's own: nothing of ours must outlive the request.
    let abort = js_sys::Reflect::get(controller, &"abort".into()).ok()?;
    let abort = abort.dyn_ref::<js_sys::Function>()?.bind0(controller);
    window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(&abort, timeout_ms)
        .ok()
}

async fn answer(request: &Request, controller: Option<&AbortController>) -> Option<Response> {
    let signal = controller.map(AbortController::signal);
    let mut builder = RequestBuilder::new(&request.path)
        .method(request.method.clone())
        .cache(RequestCache::NoStore)
        .credentials(RequestCredentials::SameOrigin)
        .abort_signal(signal.as_ref());
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    let built = match &request.body {
        Some(body) => builder.body(body.as_str()),
        None => builder.build(),
    };
    let response = built.ok()?.send().await.ok()?;
    Some(Response {
        status: response.status(),
        kept_at_ms: kept_at(&response),
        body: response.text().await.ok()?,
    })
}

/// The mark of `/sw.js`.
#[expect(clippy::cast_precision_loss, reason = "a clock's milliseconds are small")]
fn kept_at(response: &gloo_net::http::Response) -> Option<f64> {
    let ms: u64 = response.headers().get("x-kept-at")?.parse().ok()?;
    Some(ms as f64)
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
