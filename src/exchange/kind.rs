//! The kinds of tables that are known, each with the columns that make it one, and the search for the header.
//! A new kind is a new file and one line of its table; a file's name never decides.

use csv::StringRecord;

use super::column::{Binding, Column};
use super::parsed::{Content, Log, Looks, Note, ReadError, Reason, WarningCode};
use super::table::{Found, Records, SEPARATORS, announced};
use super::{monthly, roster};

/// A kind of table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The Ministry's declared attendance of a month: one row per student and course.
    MonthlyAttendance,
    /// SIGE's list of students.
    Roster,
}

impl Kind {
    /// The stable name that other programs rely on.
    pub const fn code(self) -> &'static str {
        match self {
            Self::MonthlyAttendance => "monthly_attendance",
            Self::Roster => "roster",
        }
    }

    /// The columns without which a table is not of this kind.
    pub fn required(self) -> &'static [Column] {
        FORMATS.iter().find(|format| format.kind == self).map_or(&[], |format| format.required)
    }
}

/// What makes a table one of a kind, and who reads it.
pub(super) struct Format {
    pub(super) kind: Kind,
    required: &'static [Column],
    pub(super) read: fn(&mut Rows<'_>, &mut Log) -> Content,
}

/// The first whose required columns are all in the header is taken: the more demanding stand first.
const FORMATS: &[Format] = &[
    Format { kind: Kind::MonthlyAttendance, required: monthly::REQUIRED, read: monthly::read },
    Format { kind: Kind::Roster, required: roster::REQUIRED, read: roster::read },
];

/// Which columns say which student a row is about.
const STUDENT: [Column; 2] = [Column::Mrun, Column::Run];

/// How many records may stand above the header (titles, the school's address, `sep=`).
const HEADER_WITHIN: usize = 50;

/// The rows under a header.
pub(super) struct Rows<'t> {
    records: Records<'t>,
    binding: Binding,
    required: &'static [Column],
}

/// One row with its cells by column.
#[derive(Clone, Copy)]
pub(super) struct Row<'r> {
    /// The record's number.
    pub(super) number: usize,
    cells: &'r StringRecord,
    binding: &'r Binding,
}

impl<'r> Row<'r> {
    /// The trimmed cell; `None` when it is blank or the file has no such column.
    pub(super) fn text(&self, column: Column) -> Option<&'r str> {
        let cell = self.cells.get(self.binding.place(column)?)?.trim();
        (!cell.is_empty()).then_some(cell)
    }

    /// Whether the file has the column.
    pub(super) fn has(&self, column: Column) -> bool {
        self.binding.has(column)
    }
}

impl Rows<'_> {
    /// Whether the file has the column.
    pub(super) fn has(&self, column: Column) -> bool {
        self.binding.has(column)
    }

    /// The next row that has all required columns. Blank rows are passed over; those that cannot be used are logged.
    pub(super) fn next(&mut self, log: &mut Log) -> Option<Row<'_>> {
        while !self.settle(log)? {}
        Some(Row { number: self.records.number, cells: &self.records.cells, binding: &self.binding })
    }

    /// Goes one record on and says whether it can be used.
    fn settle(&mut self, log: &mut Log) -> Option<bool> {
        let found = self.records.advance(self.binding.width);
        let number = self.records.number;
        match found {
            Found::End => return None,
            Found::Unclosed => log.reject(number, Reason::QuoteUnclosed),
            Found::Record if blank(&self.records.cells) => return Some(false),
            Found::Record => match self.shape() {
                Ok(doubt) => {
                    if let Some(code) = doubt {
                        log.warn(number, code);
                    }
                    log.rows += 1;
                    return Some(true);
                }
                Err(reason) => log.reject(number, reason),
            },
        }
        log.rows += 1;
        Some(false)
    }

    /// Whether the row has as many cells as the header.
    fn shape(&self) -> Result<Option<WarningCode>, Reason> {
        let (cells, width) = (self.records.cells.len(), self.binding.width);
        if cells < width {
            let lacks = |column: &Column| self.binding.place(*column).is_none_or(|place| place >= cells);
            // Where the file was cut, the last value may be half of itself.
            if self.required.iter().any(lacks) || self.records.cut() {
                return Err(Reason::RowShort);
            }
            return Ok(Some(WarningCode::RowShort));
        }
        let mut beyond = self.records.cells.iter().skip(width);
        // A value right after the last column: a separator in an unquoted name has moved the others by one.
        if beyond.next().is_some_and(|cell| !cell.trim().is_empty()) {
            return Err(Reason::RowLong);
        }
        let more = beyond.any(|cell| !cell.trim().is_empty());
        Ok(more.then_some(WarningCode::ExtraColumns))
    }
}

fn blank(cells: &StringRecord) -> bool {
    cells.iter().all(|cell| cell.trim().is_empty())
}

/// The kind of a table and the rows under its header.
pub(super) struct Opened<'t> {
    pub(super) format: &'static Format,
    pub(super) separator: char,
    pub(super) rows: Rows<'t>,
}

/// Finds the header: the first row, with the first separator, that binds all columns of a kind.
pub(super) fn open<'t>(text: &'t str, log: &mut Log) -> Result<Opened<'t>, ReadError> {
    let told = announced(text);
    let separators = told.as_ref().map_or(SEPARATORS.as_slice(), std::slice::from_ref);
    let mut seen = Seen::default();
    for &separator in separators {
        let mut records = Records::new(text, separator);
        // No width yet: a title with an open quote must still not swallow the header.
        while records.advance(0) != Found::End && records.number <= HEADER_WITHIN {
            let binding = Binding::of(&records.cells);
            let Some(format) = FORMATS.iter().find(|format| binding.missing(format.required).is_empty()) else {
                seen.look_at(&records, &binding);
                continue;
            };
            if binding.repeated {
                log.note(Note::ColumnRepeated);
            }
            let rows = Rows { records, binding, required: format.required };
            return Ok(Opened { format, separator, rows });
        }
    }
    Err(seen.error())
}

/// What was met while no header was found, to say what is wrong with the file.
#[derive(Default)]
struct Seen {
    cells: usize,
    rows: usize,
    student: bool,
    nearest: Option<(Kind, Vec<Column>)>,
}

impl Seen {
    fn look_at(&mut self, records: &Records<'_>, binding: &Binding) {
        let cells = records.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        self.cells = self.cells.max(cells);
        self.rows = self.rows.max(records.number);
        self.student |= STUDENT.iter().any(|column| binding.has(*column));
        for format in FORMATS {
            let missing = binding.missing(format.required);
            let fewest = self.nearest.as_ref().map_or(format.required.len(), |(_, fewest)| fewest.len());
            if missing.len() < fewest && missing.len() * 2 <= format.required.len() {
                self.nearest = Some((format.kind, missing));
            }
        }
    }

    fn error(self) -> ReadError {
        match self {
            Self { cells: 0 | 1, .. } => ReadError::NotATable(Looks::Prose),
            Self { student: false, .. } => ReadError::NoStudentColumn,
            Self { rows: 1, .. } => ReadError::NoRows,
            Self { nearest, .. } => ReadError::UnknownKind { nearest },
        }
    }
}
