//! Whether a row has as many cells as its header.

use csv::StringRecord;

use super::Plan;
use crate::exchange::book::LineState;
use crate::exchange::codes::{Doubt, Reason};
use crate::exchange::field::Field;
use crate::exchange::log::Log;
use crate::exchange::value::{self, Told};

/// Doubts a row that is too short or too long; refuses one whose values have moved, or that was cut.
pub(super) fn check(
    plan: &Plan<'_>,
    row: u32,
    cells: &StringRecord,
    state: LineState,
    log: &mut Log,
) -> Result<(), Reason> {
    let layout = plan.layout;
    if !plan.ragged {
        return Ok(());
    }
    if cells.len() < layout.width {
        let lacks = |place: usize| place >= cells.len();
        let codes_lack =
            layout.ministry && layout.columns.iter().any(|bound| needed(bound.field) && lacks(bound.place));
        // Where the file was cut, the last value may be half of itself.
        if codes_lack || (layout.ministry && state == LineState::Last) {
            return Err(Reason::RowShort);
        }
        log.warn(row, Doubt::RowShort);
    } else if cells.iter().skip(layout.extent).any(|cell| !value::is_blank(cell)) {
        if moved(plan, cells) {
            return Err(Reason::RowLong);
        }
        log.warn(row, Doubt::ExtraColumns);
    }
    Ok(())
}

/// What the Ministry's tables are nothing without.
const fn needed(field: Field) -> bool {
    matches!(field, Field::Mrun | Field::Rbd | Field::Year | Field::Month | Field::Attended | Field::Held)
}

/// Whether a separator in an unquoted name has moved the values: a number stands where none can be read.
fn moved(plan: &Plan<'_>, cells: &StringRecord) -> bool {
    plan.layout.columns.iter().any(|bound| {
        let Some(cell) = cells.get(bound.place) else { return false };
        match bound.field {
            Field::Mrun | Field::Rbd | Field::Attended | Field::Held | Field::Absences => {
                value::number::whole(cell) == Told::Nonsense
            }
            Field::Attendance | Field::Average | Field::MonthPercent(_) | Field::Rate => {
                value::number::decimal(cell) == Told::Nonsense
            }
            _ => false,
        }
    })
}
