//! A reading as a page to read.

use super::super::told::{self, line};
use crate::{
    app::lang::Lang,
    exchange::{Reading, inspect::Totals},
    text::reading as text,
};

/// What the file is, what its figures come to, our names of its columns, and all that was left out or doubted.
pub(super) fn write(lang: Lang, file: &str, reading: &Reading) -> String {
    let mut out = String::new();
    told::understood(&mut out, lang, file, reading);
    for total in text::totals(lang, &Totals::of(reading)) {
        line(&mut out, "  ", &total);
    }
    let twice =
        reading.duplicates.iter().flat_map(|double| double.rows.iter().map(|row| (double.resolved_by, Some(*row))));
    told::group(&mut out, lang, text::TWICE, twice, text::resolved);
    let rejected: Vec<_> = reading.rejected.iter().map(|rejected| (rejected.reason, rejected.row)).collect();
    told::left_out(&mut out, lang, reading, &rejected);
    let width = reading.columns.iter().map(|column| column.name.chars().count()).max().unwrap_or(0);
    line(&mut out, "  ", text::NAMES.of(lang));
    for column in &reading.columns {
        line(&mut out, "    ", &format!("{:width$}  {}", column.name, text::on_one_line(&column.header)));
    }
    out
}
