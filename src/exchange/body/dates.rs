//! Dates of a row: none, one, or one that cannot be.

use chrono::NaiveDate;

use super::Plan;
use crate::exchange::codes::Doubt;
use crate::exchange::layout::Bound;
use crate::exchange::log::Log;
use crate::exchange::value::date::{self, DateTold};

/// The date in a cell; one that cannot be, or lies in the future, is doubted and left out.
pub(super) fn read(plan: &Plan<'_>, row: u32, bound: &Bound, cell: &str, log: &mut Log) -> Option<NaiveDate> {
    match date::read(cell, plan.today) {
        DateTold::Value(date) => return Some(date),
        DateTold::Nothing => {}
        DateTold::Invalid => log.doubt(row, Doubt::DateInvalid, &bound.header),
        DateTold::Future => log.doubt(row, Doubt::DateFuture, &bound.header),
    }
    None
}
