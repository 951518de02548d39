//! An answer, read whole.

use serde_json::Value;

/// Status, headers, and the body as JSON where it is.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: reqwest::header::HeaderMap,
    pub(crate) text: String,
    pub(crate) json: Value,
}

impl Answer {
    pub(crate) async fn read(response: reqwest::Response) -> Self {
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let text = response.text().await.unwrap();
        let json = serde_json::from_str(&text).unwrap_or(Value::Null);
        Self {
            status,
            headers,
            text,
            json,
        }
    }

    /// The answer, where it has this status.
    #[track_caller]
    pub(crate) fn ok(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    /// The problem, where it is one with this code.
    #[track_caller]
    pub(crate) fn problem(self, code: &str) -> Self {
        assert_eq!(self.json["code"], code, "{} {}", self.status, self.text);
        assert_eq!(self.json["status"], self.status, "{}", self.text);
        assert_eq!(self.json["type"], format!("/problems/{code}"));
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(self.json["request_id"], self.header("x-request-id"));
        self
    }

    /// The fields that a problem names, as `field:code`.
    pub(crate) fn fields(&self) -> Vec<String> {
        let fields = self.json["fields"].as_array().cloned().unwrap_or_default();
        let word = |value: &Value| value.as_str().unwrap().to_owned();
        fields
            .iter()
            .map(|error| format!("{}:{}", word(&error["field"]), word(&error["code"])))
            .collect()
    }

    /// A text of the body.
    #[track_caller]
    pub(crate) fn str(&self, name: &str) -> &str {
        self.json[name]
            .as_str()
            .unwrap_or_else(|| panic!("no {name} in {}", self.text))
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}
