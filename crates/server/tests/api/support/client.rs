//! A browser, as far as the server can tell: cookies, idempotency keys, the access key of a receipt.

use super::answer::Answer;
use reqwest::{Method, RequestBuilder};
use serde::Serialize;
use std::{
    collections::BTreeMap,
    sync::{
        Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

static KEYS: AtomicU64 = AtomicU64::new(0);

/// A key that no other request of this test binary has.
pub(crate) fn fresh_key() -> String {
    format!("test-key-{:012}", KEYS.fetch_add(1, Ordering::Relaxed))
}

/// Keeps the cookies it is sent; `__Host-` ones would need HTTPS in a real jar.
pub(crate) struct Client {
    http: reqwest::Client,
    origin: String,
    cookies: Mutex<BTreeMap<String, String>>,
    access_key: Mutex<Option<String>>,
}

impl Client {
    pub(crate) fn new(origin: String) -> Self {
        let http = reqwest::Client::builder().build().unwrap();
        Self {
            http,
            origin,
            cookies: Mutex::default(),
            access_key: Mutex::default(),
        }
    }

    /// The same browser as it is now: what an answer that is lost on the way does not reach.
    pub(crate) fn twin(&self) -> Self {
        Self {
            http: self.http.clone(),
            origin: self.origin.clone(),
            cookies: Mutex::new(self.cookies.lock().unwrap().clone()),
            access_key: Mutex::new(self.access_key.lock().unwrap().clone()),
        }
    }

    /// Shows this key with every request from now on.
    pub(crate) fn use_key(&self, key: &str) {
        *self.access_key.lock().unwrap() = Some(key.to_owned());
    }

    /// The value of a cookie it was sent.
    pub(crate) fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    /// Puts a cookie there that it was not sent.
    pub(crate) fn plant(&self, name: &str, value: &str) {
        let mut cookies = self.cookies.lock().unwrap();
        cookies.insert(name.to_owned(), value.to_owned());
    }

    /// A request with everything a browser adds.
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let mut request = self.http.request(method, format!("{}{path}", self.origin));
        let cookies = self.cookies.lock().unwrap();
        if !cookies.is_empty() {
            let line: Vec<String> = cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            request = request.header("cookie", line.join("; "));
        }
        if let Some(key) = &*self.access_key.lock().unwrap() {
            request = request.header("x-access-key", key);
        }
        request.header("sec-fetch-site", "same-origin")
    }

    pub(crate) async fn send(&self, request: RequestBuilder) -> Answer {
        let answer = Answer::read(request.send().await.unwrap()).await;
        for value in answer.headers.get_all("set-cookie") {
            let pair = value.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            let mut cookies = self.cookies.lock().unwrap();
            if value.is_empty() {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path)).await
    }

    pub(crate) async fn post(&self, path: &str, body: &impl Serialize) -> Answer {
        self.post_once(path, body, &fresh_key()).await
    }

    /// With a key of the caller's choice.
    pub(crate) async fn post_once(&self, path: &str, body: &impl Serialize, key: &str) -> Answer {
        self.send(
            self.request(Method::POST, path)
                .header("idempotency-key", key)
                .json(body),
        )
        .await
    }

    pub(crate) async fn put(&self, path: &str, body: &impl Serialize) -> Answer {
        let request = self
            .request(Method::PUT, path)
            .header("idempotency-key", fresh_key());
        self.send(request.json(body)).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.send(
            self.request(Method::DELETE, path)
                .header("idempotency-key", fresh_key()),
        )
        .await
    }
}
