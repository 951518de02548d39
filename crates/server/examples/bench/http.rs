//! The leanest client that speaks HTTP/1.1 on a connection that stays open. What it costs is in both halves
//! of a comparison, so it had better be little.

use eid_domain::wire::IDEMPOTENCY_KEY;
use eid_server::serve::Failure;
use std::net::SocketAddr;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// An open connection.
pub(crate) struct Link {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer, read whole.
pub(crate) struct Answer<'a> {
    pub(crate) status: u16,
    pub(crate) body: &'a [u8],
}

impl Answer<'_> {
    /// The body, where the status is this one.
    pub(crate) fn ok(&self, status: u16) -> Result<&[u8], Failure> {
        if self.status == status {
            Ok(self.body)
        } else {
            Err(format!("{}: {}", self.status, String::from_utf8_lossy(self.body)).into())
        }
    }
}

impl Link {
    pub(crate) async fn open(address: SocketAddr) -> Result<Self, Failure> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            buffer: Vec::with_capacity(16 * 1024),
        })
    }

    /// Sends a request and waits for the whole answer.
    pub(crate) async fn ask(&mut self, request: &[u8]) -> Result<Answer<'_>, Failure> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let head = loop {
            self.read_on().await?;
            if let Some(at) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") {
                break at;
            }
        };
        let (status, length) = parse(self.buffer.get(..head).unwrap_or_default())?;
        let begin = head + 4;
        while self.buffer.len() < begin + length {
            self.read_on().await?;
        }
        let body = self.buffer.get(begin..begin + length).unwrap_or_default();
        Ok(Answer { status, body })
    }

    async fn read_on(&mut self) -> Result<(), Failure> {
        match self.stream.read_buf(&mut self.buffer).await? {
            0 => Err("the server closed the connection".into()),
            _ => Ok(()),
        }
    }
}

/// Status and length of the body.
fn parse(head: &[u8]) -> Result<(u16, usize), Failure> {
    let head = std::str::from_utf8(head)?;
    let status = head.split(' ').nth(1).ok_or("no status line")?.parse()?;
    let length = head
        .split("\r\n")
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .map_or(Ok(0), |(_, value)| value.trim().parse())?;
    Ok((status, length))
}

/// A request that reads.
pub(crate) fn get(path: &str, more: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: localhost\r\n{more}\r\n").into_bytes()
}

/// A request that changes something, as the product's own pages send it.
pub(crate) fn post(path: &str, key: &str, source: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n\
        sec-fetch-site: same-origin\r\nx-forwarded-for: {source}\r\n{IDEMPOTENCY_KEY}: {key}\r\n\
        content-length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}
