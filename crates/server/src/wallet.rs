//! The kinds of papers that can be integrated: read from their file at the start, and answered, one text a language.

use crate::{data, web::packed::Packed};
use eid_domain::{wallet::Kinds, wire::Lang};

/// The kinds, and both languages of them, packed.
#[derive(Clone, Debug)]
pub struct WalletKinds {
    kinds: Kinds,
    vi: Packed,
    en: Packed,
}

impl WalletKinds {
    /// Reads and checks the file.
    ///
    /// # Errors
    /// File, line and reason.
    pub fn load() -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let kinds = data::wallet()?;
        let packed = |lang| serde_json::to_vec(&kinds.view(lang)).map(Packed::best);
        Ok(Self {
            vi: packed(Lang::Vi)?,
            en: packed(Lang::En)?,
            kinds,
        })
    }

    /// One language.
    #[must_use]
    pub const fn in_lang(&self, lang: Lang) -> &Packed {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }

    /// Whether its owner can ask for such a paper here.
    #[must_use]
    pub fn may_be_asked(&self, kind: &str) -> bool {
        self.kinds.to_ask(kind).is_some()
    }

    /// A kind's name; its id where the file does not know it any more.
    #[must_use]
    pub fn name(&self, kind: &str, lang: Lang) -> String {
        let name = self.kinds.find(kind).map(|known| &known.name);
        name.map_or_else(
            || kind.to_owned(),
            |name| match lang {
                Lang::Vi => name.vi.clone(),
                Lang::En => name.en.clone(),
            },
        )
    }
}
