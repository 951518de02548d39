//! What to do when the account cannot be used, as it is answered: read from its file at the start, one text a language.

use crate::{data, web::packed::Packed};
use eid_domain::wire::Lang;

/// Both languages, packed.
#[derive(Clone, Debug)]
pub struct Rescue {
    vi: Packed,
    en: Packed,
}

impl Rescue {
    /// Reads and checks the file.
    ///
    /// # Errors
    /// File, line and reason.
    pub fn load() -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let tree = data::rescue()?;
        let packed = |lang| serde_json::to_vec(&tree.view(lang)).map(Packed::best);
        Ok(Self {
            vi: packed(Lang::Vi)?,
            en: packed(Lang::En)?,
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
}
