//! The one place that draws random bytes.

/// The operating system gave no random bytes; nothing secret can be made.
#[derive(Debug, thiserror::Error)]
#[error("no random bytes: {0}")]
pub struct NoRandomness(String);

/// A source of unguessable bytes.
pub trait Rng: Send + Sync {
    /// Fills the buffer.
    ///
    /// # Errors
    /// When the source is out of reach.
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoRandomness>;
}

/// The operating system's source.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRng;

impl Rng for SystemRng {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one implementation that all others are given"
    )]
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoRandomness> {
        getrandom::fill(buffer).map_err(|error| NoRandomness(error.to_string()))
    }
}

/// `N` random bytes.
///
/// # Errors
/// As [`Rng::fill`].
pub fn bytes<const N: usize>(rng: &dyn Rng) -> Result<[u8; N], NoRandomness> {
    let mut buffer = [0; N];
    rng.fill(&mut buffer)?;
    Ok(buffer)
}
