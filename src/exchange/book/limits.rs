//! How much of a file is read: limits that no list of a school comes near, and that no file made to harm can pass.
//!
//! The largest school of the country has some 5,000 students; a region's month of attendance is 240,000 rows of text.

use crate::exchange::codes::{Measure, ReadError, TooLarge};

/// Bytes of a file. Rendimiento of a region (240,000 rows of 37 columns) is 45 MB; the national files (300 MB to 1 GB) are
/// refused before they are read.
pub const BYTES: u64 = 64 * 1024 * 1024;
/// Bytes of a workbook or a page: both are several times larger once they are open.
pub const BOOK_BYTES: u64 = 32 * 1024 * 1024;
/// Parts of a packed workbook, and sheets of any; a workbook of forty sheets has about a hundred parts.
pub const PARTS: u64 = 1_000;
/// Bytes of a packed workbook once unpacked: two million cells are about 80 MB of XML.
pub const UNPACKED: u64 = 128 * 1024 * 1024;
/// Rows of a sheet. An old workbook ends at 65,536; whoever has more has the Ministry's text.
pub const ROWS: u64 = 100_000;
/// Columns of a sheet. A year of days and marks is about 200.
pub const COLUMNS: u64 = 500;
/// Cells of all sheets, blank ones between others included.
pub const CELLS: u64 = 2_000_000;
/// Bytes of one cell; Excel's own limit is 32,767 letters.
pub const CELL: u64 = 64 * 1024;

/// Refuses what is larger than its limit.
pub fn check(what: Measure, found: u64) -> Result<(), ReadError> {
    let limit = match what {
        Measure::Bytes => BYTES,
        Measure::Parts => PARTS,
        Measure::Unpacked => UNPACKED,
        Measure::Rows => ROWS,
        Measure::Columns => COLUMNS,
        Measure::Cells => CELLS,
        Measure::Cell => CELL,
    };
    if found > limit { Err(ReadError::TooLarge(TooLarge { what, limit })) } else { Ok(()) }
}

/// Refuses a workbook or a page that is too large to be opened.
pub fn check_book(bytes: usize) -> Result<(), ReadError> {
    if bytes as u64 > BOOK_BYTES {
        return Err(ReadError::TooLarge(TooLarge { what: Measure::Bytes, limit: BOOK_BYTES }));
    }
    Ok(())
}
