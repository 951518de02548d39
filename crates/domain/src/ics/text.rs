//! Content lines: escaping and folding.

/// Octets a line may have without its line break (RFC 5545 §3.1).
const LINE_OCTETS: usize = 75;

/// TEXT values: backslash, semicolon, comma and line breaks are escaped, other control characters left out (§3.3.11).
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Values that are not TEXT (UID, URL): nothing is escaped, but nothing may start a new line either.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// Values of parameters, between quotation marks: they can hold anything but such marks (§3.2).
pub(super) fn quoted(text: &str) -> String {
    plain(text).replace('"', "'")
}

/// Appends a line, folded so that no piece is longer than 75 octets and no character is cut.
pub(super) fn fold(out: &mut String, line: &str) {
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > LINE_OCTETS {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(c);
        octets += c.len_utf8();
    }
    out.push_str("\r\n");
}
