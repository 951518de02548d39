//! Markup as one text, for lists that a slow phone draws while somebody types or taps: the browser reads it in one go, where
//! a node and a closure for each part would be hundreds of calls. What is not ours is always escaped: plain markup can only
//! be written down in the source.

/// Markup being written.
#[derive(Default)]
pub struct Html(String);

impl Html {
    /// Nothing yet.
    pub const fn new() -> Self {
        Self(String::new())
    }

    /// Tags, as they stand in the source.
    pub fn tags(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Words between tags, or in an attribute inside double quotes.
    pub fn words(&mut self, words: &str) -> &mut Self {
        for letter in words.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                other => self.0.push(other),
            }
        }
        self
    }

    /// Words between two tags.
    pub fn within(&mut self, open: &'static str, words: &str, close: &'static str) -> &mut Self {
        self.tags(open).words(words).tags(close)
    }

    /// What was written elsewhere.
    pub fn add(&mut self, other: &Self) -> &mut Self {
        self.0.push_str(&other.0);
        self
    }

    /// Whether nothing has been written.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text.
    pub fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn nothing_that_is_not_ours_becomes_a_tag() {
        let mut html = Html::new();
        html.within("<p title=\"", "\" onclick=\"x", "\">")
            .within("<b>", "<script>&", "</b></p>");
        assert_eq!(
            html.finish(),
            "<p title=\"&quot; onclick=&quot;x\"><b>&lt;script&gt;&amp;</b></p>"
        );
    }
}
