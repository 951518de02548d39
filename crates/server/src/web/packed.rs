//! Answers that are the same for everybody, packed with gzip. Never for an answer that holds a secret beside
//! something a caller chose: its length would tell.

use super::json;
use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

/// A JSON text, plain and packed.
#[derive(Clone, Debug)]
pub struct Packed {
    plain: Bytes,
    gzip: Option<Bytes>,
}

impl Packed {
    /// Packs a text as small as it gets: for what is packed once.
    #[must_use]
    pub fn best(text: impl Into<Bytes>) -> Self {
        Self::new(text.into(), Compression::best())
    }

    /// Packs a text quickly: for what is packed for one answer.
    #[must_use]
    pub fn fast(text: impl Into<Bytes>) -> Self {
        Self::new(text.into(), Compression::fast())
    }

    fn new(plain: Bytes, level: Compression) -> Self {
        let mut encoder = GzEncoder::new(Vec::new(), level);
        let packed = encoder.write_all(&plain).and_then(|()| encoder.finish());
        Self {
            gzip: packed.ok().map(Bytes::from),
            plain,
        }
    }

    /// The answer to who asked with these headers.
    #[must_use]
    pub fn answer(&self, asked: &HeaderMap) -> Response {
        let accepted = asked
            .get(header::ACCEPT_ENCODING)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let mut response = match &self.gzip {
            Some(gzip) if takes_gzip(accepted) => {
                let mut response = json::bytes(StatusCode::OK, gzip.clone());
                response
                    .headers_mut()
                    .insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
                response
            }
            _ => json::bytes(StatusCode::OK, self.plain.clone()),
        };
        response
            .headers_mut()
            .insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        response
    }
}

fn takes_gzip(accepted: &str) -> bool {
    accepted.split(',').any(|one| {
        let mut parts = one.split(';').map(str::trim);
        parts.next().is_some_and(|name| name.eq_ignore_ascii_case("gzip")) && parts.all(|part| part != "q=0")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read;

    #[test]
    fn who_takes_gzip_gets_it() {
        for (accepted, takes) in [
            ("gzip", true),
            ("br, gzip;q=0.5", true),
            ("gzip;q=0", false),
            ("br", false),
            ("", false),
        ] {
            assert_eq!(takes_gzip(accepted), takes, "{accepted}");
        }
        let packed = Packed::best("{\"a\":1}");
        let mut text = String::new();
        GzDecoder::new(&*packed.gzip.unwrap())
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, "{\"a\":1}");
    }
}
