//! Tables for spreadsheets.

/// Tells spreadsheets that what follows is UTF-8.
pub const MARK: &str = "\u{feff}";

/// No spreadsheet shall take a cell for a formula.
#[must_use]
pub fn plain(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, wanted) in [("=1+1", "'=1+1"), ("@x", "'@x"), ("Mẫu", "Mẫu"), ("", "")] {
            assert_eq!(plain(cell.to_owned()), wanted);
        }
    }
}
