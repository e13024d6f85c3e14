//! Whether the totals that a file writes are what its rows give.

use csv::StringRecord;

use crate::exchange::field::{self, Field};
use crate::exchange::layout::Layout;
use crate::exchange::value::{self, Told};

/// Sums of the columns that can be added up: of the present block, and of all rows.
#[derive(Debug)]
pub(super) struct Sums {
    columns: Vec<Column>,
}

#[derive(Debug)]
struct Column {
    place: usize,
    block: i64,
    all: i64,
    /// Every cell so far was a whole number.
    whole: bool,
}

impl Sums {
    /// The columns of a sheet that count days.
    pub(super) fn of(layout: &Layout) -> Self {
        let adds = |field| {
            matches!(
                field,
                Field::Absences | Field::Attended | Field::Justified | Field::MonthAttended(_) | Field::Held
            )
        };
        let columns = layout.columns.iter().filter(|bound| adds(bound.field) && !layout.ministry);
        let columns = columns.map(|bound| Column { place: bound.place, block: 0, all: 0, whole: true });
        Self { columns: columns.collect() }
    }

    /// Adds a row.
    pub(super) fn add(&mut self, cells: &StringRecord, _layout: &Layout) {
        for column in &mut self.columns {
            match cells.get(column.place).map(value::number::whole) {
                Some(Told::Value(number)) => {
                    column.block = column.block.saturating_add(number);
                    column.all = column.all.saturating_add(number);
                }
                Some(Told::Nonsense) => column.whole = false,
                _ => {}
            }
        }
    }

    /// Whether a total says something else than its rows; afterwards a new block begins. An average is no sum.
    pub(super) fn disagree(&mut self, cells: &StringRecord, _layout: &Layout) -> bool {
        let words: Vec<String> = cells.iter().flat_map(field::words).collect();
        let is_average = words.iter().any(|word| matches!(word.as_str(), "promedio" | "promedios" | "prom" | "media"));
        let mut disagree = false;
        for column in &mut self.columns {
            let said = cells.get(column.place).map(value::number::whole);
            if let (Some(Told::Value(said)), true, false) = (said, column.whole, is_average) {
                disagree |= said != column.block && said != column.all;
            }
            column.block = 0;
        }
        disagree
    }
}
