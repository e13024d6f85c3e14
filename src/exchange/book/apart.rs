//! A row that became one quoted cell, with the quotes inside doubled, taken apart again: what Excel writes when it opened a
//! text with a separator that is not its own. Never changes a row that is written as it should be.

use csv::StringRecord;

/// The cells of a line that is one quoted cell, or was one before one of its two outer quotes was lost; `usual` is the
/// number of cells that rows have.
pub fn take(line: &str, separator: char, usual: usize) -> Option<StringRecord> {
    let opened = line.strip_prefix('"');
    let rest = opened.unwrap_or(line);
    let closed = rest.strip_suffix('"');
    let body = closed.unwrap_or(rest);
    let doubled = body.contains('"');
    if usual < 2 || !all_doubled(body) {
        return None;
    }
    let whole = opened.is_some() && closed.is_some();
    if !whole && (!doubled || opened.is_none() && closed.is_none()) {
        return None;
    }
    let cells = cells(&body.replace("\"\"", "\""), separator)?;
    let close = whole && doubled && cells.len() > usual / 2 && cells.len() > 1;
    (cells.len() == usual || close).then_some(cells)
}

/// How many cells a row has, counted inside its only cell if that is quoted text with separators.
pub fn inner_width(cells: &StringRecord, separator: char) -> usize {
    match cells.get(0) {
        Some(only) if cells.len() == 1 && only.contains(separator) => {
            self::cells(only, separator).map_or(1, |cells| cells.len())
        }
        _ => cells.len(),
    }
}

/// Whether every quote stands beside another one.
fn all_doubled(text: &str) -> bool {
    let mut run = 0_usize;
    for byte in text.bytes() {
        if byte == b'"' {
            run += 1;
        } else if run % 2 == 1 {
            return false;
        } else {
            run = 0;
        }
    }
    run.is_multiple_of(2)
}

/// The cells of a text; none if it is more than one row, or a quote does not close, or closes in the midst of a cell.
fn cells(text: &str, separator: char) -> Option<StringRecord> {
    let (mut cells, mut cell) = (StringRecord::new(), String::new());
    let mut rest = text;
    loop {
        cell.clear();
        if let Some(mut quoted) = rest.strip_prefix('"') {
            loop {
                let (before, after) = quoted.split_once('"')?;
                cell.push_str(before);
                quoted = after;
                let Some(after) = quoted.strip_prefix('"') else { break };
                cell.push('"');
                quoted = after;
            }
            rest = quoted;
        } else {
            let (before, after) = rest.split_at(rest.find(separator).unwrap_or(rest.len()));
            if before.contains(['\n', '\r']) {
                return None;
            }
            cell.push_str(before);
            rest = after;
        }
        cells.push_field(&cell);
        match rest.strip_prefix(separator) {
            Some(after) => rest = after,
            None => return rest.is_empty().then_some(cells),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(line: &str, usual: usize) -> Option<Vec<String>> {
        Some(take(line, ';', usual)?.iter().map(String::from).collect())
    }

    #[test]
    fn a_doubly_quoted_row_gives_its_cells_even_when_an_outer_quote_is_lost() {
        let cells = Some(vec!["GP".to_owned(), "F".into(), "1; 2".into(), "6".into()]);
        assert_eq!(taken(r#""GP;""F"";""1; 2"";6""#, 4), cells);
        assert_eq!(taken(r#"GP;""F"";""1; 2"";6""#, 4), cells);
        assert_eq!(taken(r#""GP;""F"";""1; 2"";6"#, 4), cells);
        assert_eq!(taken(r#""GP;F;x;6""#, 4), Some(vec!["GP".into(), "F".into(), "x".into(), "6".into()]));
    }

    #[test]
    fn a_row_that_is_right_is_left_alone() {
        for line in
            [r#""GP";"F";"x""#, r#"1;"LICEO ""A""; ANEXO""#, r#"Tubo 6";a;b"#, r#"a;b;6""#, r#""Nota; ver""#, "a;b;c"]
        {
            assert_eq!(taken(line, 3), None, "{line}");
        }
    }
}
