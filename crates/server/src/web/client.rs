//! Where a request comes from, as a keyed digest: enough to count, nothing to trace.

use crate::{problem::ApiError, state::App};
use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, request::Parts},
};
use eid_domain::wire::PROOF;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// Keyed digest of the client's address (of its /64 for IPv6).
#[derive(Clone, Debug)]
pub struct Source(pub String);

impl FromRequestParts<App> for Source {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let peer = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map(|info| info.0.ip());
        let peer = peer.unwrap_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED));
        let address = network(client_of(peer, &parts.headers, &app.config.trusted_proxies));
        Ok(Self(app.keys.blind("source", &[&address.to_string()])))
    }
}

/// Where a request comes from, and the proof of work that came with it.
#[derive(Clone, Debug)]
pub struct Proved {
    /// As [`Source`].
    pub source: String,
    /// Not judged yet.
    pub proof: Option<String>,
}

impl FromRequestParts<App> for Proved {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let Source(source) = Source::from_request_parts(parts, app).await?;
        let proof = parts.headers.get(PROOF).and_then(|value| value.to_str().ok());
        Ok(Self {
            source,
            proof: proof.map(str::to_owned),
        })
    }
}

/// The last hop that is not one of our proxies. `X-Forwarded-For` of anybody else is only a claim.
///
/// Read from the right, where our proxies write; before a hop that is no address anything may have been made up.
fn client_of(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    // Listening on `[::]`, an IPv4 peer comes as `::ffff:10.0.0.1`.
    let peer = peer.to_canonical();
    if !proxies.contains(&peer) {
        return peer;
    }
    let hops = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok());
    let hops: Vec<&str> = hops.flat_map(|hops| hops.split(',')).collect();
    hops.into_iter()
        .rev()
        .map_while(address_of)
        .find(|hop| !proxies.contains(hop))
        .unwrap_or(peer)
}

/// A hop as proxies write them: `192.0.2.1`, `192.0.2.1:443`, `2001:db8::1`, `[2001:db8::1]:443`.
fn address_of(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let address = hop.parse::<IpAddr>().ok();
    let address = address.or_else(|| hop.parse::<SocketAddr>().ok().map(|hop| hop.ip()));
    address.map(|address| address.to_canonical())
}

fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forwarded_addresses_count_only_behind_our_proxies() {
        let ip = |text: &str| text.parse::<IpAddr>().unwrap();
        let mut headers = HeaderMap::new();
        headers.insert(
            "x-forwarded-for",
            "203.0.113.9, 198.51.100.7, 10.0.0.2".parse().unwrap(),
        );
        let proxies = [ip("10.0.0.1"), ip("10.0.0.2")];
        assert_eq!(client_of(ip("10.0.0.1"), &headers, &proxies), ip("198.51.100.7"));
        assert_eq!(client_of(ip("192.0.2.1"), &headers, &proxies), ip("192.0.2.1"));
        assert_eq!(
            client_of(ip("::ffff:10.0.0.1"), &headers, &proxies),
            ip("198.51.100.7")
        );
        let seen = |hops: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("x-forwarded-for", hops.parse().unwrap());
            client_of(ip("10.0.0.1"), &headers, &proxies)
        };
        assert_eq!(seen("203.0.113.9, 198.51.100.7:5678"), ip("198.51.100.7"));
        assert_eq!(
            seen("203.0.113.9, [2001:db8::7]:443, 10.0.0.2"),
            ip("2001:db8::7")
        );
        // A claim before what cannot be read is no better than none.
        assert_eq!(seen("203.0.113.9, unknown"), ip("10.0.0.1"));
        assert_eq!(network(ip("2001:db8:1:2:3:4:5:6")), ip("2001:db8:1:2::"));
        assert_eq!(network(ip("::ffff:192.0.2.1")), ip("192.0.2.1"));
    }
}
