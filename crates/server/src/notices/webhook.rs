//! A gateway reached over plain HTTP on the operator's own network: one `POST` a message.
//!
//! ```json
//! {"id":"…","channel":"sms","to":"+84…","text":"…"}
//! {"id":"…","channel":"mail","to":"n@example.org","subject":"…","text":"…"}
//! ```
//!
//! Any 2xx answer means that the message was taken. The id is the same when a message is sent again.

use super::gateway::{Gateway, NotSent, Outgoing, Sending};
use jiff::Timestamp;
use std::time::Duration;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

const PATIENCE: Duration = Duration::from_secs(10);
const LONGEST_STATUS: usize = 64;

/// Posts messages to an address.
#[derive(Clone, Debug)]
pub struct WebhookGateway {
    authority: String,
    path: String,
}

impl WebhookGateway {
    /// From `http://host:port/path`; `None` for anything else.
    #[must_use]
    pub fn parse(url: &str) -> Option<Self> {
        let rest = url.strip_prefix("http://")?;
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let clean = !host.is_empty() && url.bytes().all(|byte| byte.is_ascii_graphic());
        let authority = if host.contains(':') {
            host.to_owned()
        } else {
            format!("{host}:80")
        };
        clean.then(|| Self {
            authority,
            path: format!("/{path}"),
        })
    }

    async fn post(&self, message: &Outgoing) -> Result<(), NotSent> {
        let failed = |error: std::io::Error| NotSent(error.kind().to_string());
        let mut body = serde_json::json!({
            "id": message.id, "channel": message.channel, "to": message.to, "text": message.body,
        });
        if !message.subject.is_empty() {
            body["subject"] = message.subject.as_str().into();
        }
        let body = body.to_string();
        let head = format!(
            "POST {} HTTP/1.1\r\nhost: {}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\
            connection: close\r\n\r\n",
            self.path,
            self.authority,
            body.len()
        );
        let mut stream = TcpStream::connect(&self.authority).await.map_err(failed)?;
        stream.write_all(head.as_bytes()).await.map_err(failed)?;
        stream.write_all(body.as_bytes()).await.map_err(failed)?;
        let mut status = Vec::with_capacity(LONGEST_STATUS);
        while status.len() < "HTTP/1.1 200".len() {
            let mut part = [0; LONGEST_STATUS];
            let read = stream.read(&mut part).await.map_err(failed)?;
            if read == 0 {
                break;
            }
            status.extend_from_slice(part.get(..read).unwrap_or_default());
        }
        if status.starts_with(b"HTTP/1.") && status.get(9) == Some(&b'2') {
            Ok(())
        } else {
            Err(NotSent("it answered with something else than 2xx".to_owned()))
        }
    }
}

impl Gateway for WebhookGateway {
    fn send(&self, message: Outgoing, _: Timestamp) -> Sending<'_> {
        Box::pin(async move {
            match tokio::time::timeout(PATIENCE, self.post(&message)).await {
                Ok(sent) => sent,
                Err(_) => Err(NotSent("it did not answer in time".to_owned())),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::net::TcpListener;

    async fn answered(answer: &'static [u8]) -> (Result<(), NotSent>, String) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/sms", listener.local_addr().unwrap());
        let served = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut got = Vec::new();
            while !got.ends_with(b"}") {
                let mut part = [0; 1024];
                let read = stream.read(&mut part).await.unwrap();
                got.extend_from_slice(&part[..read]);
            }
            stream.write_all(answer).await.unwrap();
            String::from_utf8(got).unwrap()
        });
        let message = Outgoing {
            id: "1".into(),
            channel: "sms".into(),
            to: "+84990000001".into(),
            subject: String::new(),
            body: "Xin chao".into(),
        };
        let gateway = WebhookGateway::parse(&url).unwrap();
        let sent = gateway.send(message, Timestamp::UNIX_EPOCH).await;
        (sent, served.await.unwrap())
    }

    #[tokio::test]
    async fn a_message_is_taken_with_2xx_only() {
        let (sent, request) = answered(b"HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n").await;
        assert!(sent.is_ok());
        assert!(request.starts_with("POST /sms HTTP/1.1\r\n") && request.contains("\"text\":\"Xin chao\""));
        let (sent, _) = answered(b"HTTP/1.1 500 Oops\r\n\r\n").await;
        assert!(sent.is_err());
    }

    #[test]
    fn only_plain_http_addresses() {
        assert_eq!(
            WebhookGateway::parse("http://sms.internal/x").unwrap().authority,
            "sms.internal:80"
        );
        assert!(WebhookGateway::parse("https://sms.example/x").is_none());
        assert!(WebhookGateway::parse("http://a b/x").is_none());
    }
}
