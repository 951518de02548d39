//! As much HTTP as it takes to ask a server on this machine how it is.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

/// Whether a path answers with success.
pub(crate) fn is_ok(address: SocketAddr, path: &str) -> bool {
    status(address, path).is_ok_and(|status| (200..300).contains(&status))
}

fn status(address: SocketAddr, path: &str) -> std::io::Result<u16> {
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
    stream.set_read_timeout(Some(Duration::from_secs(2)))?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )?;
    let mut line = [0; 12];
    stream.read_exact(&mut line)?;
    let digits = std::str::from_utf8(&line[9..]).unwrap_or_default();
    digits.parse().map_err(std::io::Error::other)
}

/// An address on this machine whose port nobody uses now.
pub(crate) fn free_address() -> std::io::Result<SocketAddr> {
    TcpListener::bind(("127.0.0.1", 0))?.local_addr()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_success_from_failure() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let server = std::thread::spawn(move || {
            for answer in ["HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 503 Busy\r\n\r\n"] {
                let (mut stream, _) = listener.accept().unwrap();
                // Who goes while something is still to be read takes back what they have answered.
                let mut asked = Vec::new();
                while !asked.ends_with(b"\r\n\r\n") {
                    let mut some = [0; 512];
                    let read = stream.read(&mut some).unwrap();
                    assert!(read > 0, "the request ends with an empty line");
                    asked.extend_from_slice(&some[..read]);
                }
                stream.write_all(answer.as_bytes()).unwrap();
            }
        });
        assert!(is_ok(address, "/a"));
        assert!(!is_ok(address, "/a"));
        server.join().unwrap();
        assert!(!is_ok(address, "/nobody-listens"));
    }
}
