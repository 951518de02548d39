//! Bars, one below the other, each with its name and its number in words.

use crate::browser::html::Html;

/// How a part of a bar is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// One colour.
    Solid,
    /// Slanted lines.
    Hatched,
    /// Dots.
    Dotted,
    /// The outline alone.
    Open,
}

impl Part {
    const fn markup(self) -> &'static str {
        match self {
            Self::Solid => "<rect height=100% class=chart-solid x=\"",
            Self::Hatched => "<rect height=100% fill=\"url(#chart-hatch)\" x=\"",
            Self::Dotted => "<rect height=100% fill=\"url(#chart-dots)\" x=\"",
            Self::Open => "<rect height=100% class=chart-open x=\"",
        }
    }
}

/// One bar.
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// Its number, in words.
    pub shown: String,
    /// What it is made of.
    pub parts: Vec<(Part, u32)>,
}

/// Writes a list of bars; the longest that is possible is `most` long. With more than one kind of part, `legend` says what
/// each stands for.
pub fn bars(html: &mut Html, bars: &[Bar], most: u32, legend: &[(Part, String)]) {
    if legend.len() > 1 {
        html.tags("<ul class=chart-legend>");
        for (part, words) in legend {
            html.tags("<li><svg width=28 height=16 aria-hidden=true>")
                .tags(part.markup())
                .within("0\" width=\"", "28", "\" /></svg>")
                .words(words)
                .tags("</li>");
        }
        html.tags("</ul>");
    }
    html.tags("<ul class=chart-bars>");
    for bar in bars {
        html.within("<li><span class=chart-label>", &bar.label, "</span> ")
            .within("<b>", &bar.shown, "</b>")
            .tags("<svg class=chart-bar width=100% height=18 aria-hidden=true><rect width=100% height=100% class=chart-track />");
        let mut from = 0.0;
        for (part, value) in bar.parts.iter().filter(|(_, value)| *value > 0) {
            let width = 100.0 * f64::from(*value) / f64::from(most.max(1));
            html.tags(part.markup())
                .words(&percent(from))
                .within("\" width=\"", &percent(width), "\" />");
            from += width;
        }
        html.tags("</svg></li>");
    }
    html.tags("</ul>");
}

/// A length as SVG reads it, whichever language is spoken.
fn percent(value: f64) -> String {
    format!("{:.2}%", value.min(100.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn parts_follow_each_other_and_nothing_is_outside() {
        let one = Bar {
            label: "A < B".into(),
            shown: "40".into(),
            parts: vec![(Part::Solid, 30), (Part::Dotted, 0), (Part::Hatched, 10)],
        };
        let mut html = Html::new();
        bars(&mut html, &[one], 40, &[]);
        let text = html.finish();
        assert!(text.contains("A &lt; B</span> <b>40</b>"), "{text}");
        assert!(
            text.contains("class=chart-solid x=\"0.00%\" width=\"75.00%\""),
            "{text}"
        );
        assert!(
            text.contains("url(#chart-hatch)\" x=\"75.00%\" width=\"25.00%\""),
            "{text}"
        );
        assert!(
            !text.contains("chart-dots") && !text.contains("chart-legend"),
            "{text}"
        );
        assert_eq!(percent(180.0), "100.00%");
    }
}
