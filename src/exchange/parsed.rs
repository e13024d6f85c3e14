//! What reading a table gives: rows, and everything that was rejected, doubted or left out, as typed values.
//! Never sentences: those live in `text`; the codes here are the contract of `tep import --json`.

use super::column::Column;
use super::kind::Kind;
use super::monthly::MonthlyRow;
use super::roster::RosterRow;
use super::source::Encoding;

/// One file, read.
#[derive(Debug)]
pub struct Parsed {
    /// Which table it is, by its header.
    pub kind: Kind,
    /// How its letters were written.
    pub encoding: Encoding,
    /// What stands between its cells.
    pub separator: char,
    /// Rows under the header that hold something, rejected ones included.
    pub rows: usize,
    /// Rows that could not be used, in the order of the file.
    pub rejected: Vec<Rejected>,
    /// Doubts and repairs on single rows, in the order of the file.
    pub warnings: Vec<Warning>,
    /// What was left out or lost for the file as a whole.
    pub notes: Vec<Note>,
    /// The rows, in the order of the file, one per student and school (and month).
    pub content: Content,
}

/// The typed rows of one kind of table.
#[derive(Debug)]
pub enum Content {
    /// Days attended and held in a month.
    Monthly(Vec<MonthlyRow>),
    /// Who is enrolled.
    Roster(Vec<RosterRow>),
}

impl Content {
    /// How many rows stay after duplicates were resolved.
    pub fn len(&self) -> usize {
        match self {
            Self::Monthly(rows) => rows.len(),
            Self::Roster(rows) => rows.len(),
        }
    }

    /// Whether no row stays.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A row that was not used. Rows count records from 1, blank ones and the header included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rejected {
    /// The record's number.
    pub row: usize,
    /// Why it was not used.
    pub reason: Reason,
}

/// A doubt or a repair on a row that was used, or that lost against its duplicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Warning {
    /// The record's number.
    pub row: usize,
    /// What was found.
    pub code: WarningCode,
}

/// Declares a field-less enum and the stable name of each value.
macro_rules! codes {
    ($(#[$outer:meta])* $name:ident { $($(#[$inner:meta])* $value:ident = $code:literal,)+ }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$inner])* $value,)+ }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$value,)+];

            /// The stable name that other programs rely on.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$value => $code,)+ }
            }
        }
    };
}

codes! {
    /// Why a row was not used.
    Reason {
        /// It ends before a column that the kind requires, or the file was cut inside it.
        RowShort = "row_short",
        /// It has more cells than the header: a separator inside a name without quotes has moved its values.
        RowLong = "row_long",
        /// A quote opens in it and does not close before the line ends.
        QuoteUnclosed = "quote_unclosed",
        /// It does not say which school.
        RbdMissing = "rbd_missing",
        /// Its school is not a number.
        RbdInvalid = "rbd_invalid",
        /// It does not say which student (Ministry's mask of the RUN).
        MrunMissing = "mrun_missing",
        /// Its MRUN is not a number.
        MrunInvalid = "mrun_invalid",
        /// It does not say which student (RUN or IPE).
        RunMissing = "run_missing",
        /// Its RUN cannot be one.
        RunInvalid = "run_invalid",
        /// Its year is missing or is none that a school could have.
        YearOutOfRange = "year_out_of_range",
        /// Its month is missing or not 1 to 12.
        MonthOutOfRange = "month_out_of_range",
        /// A day count is not a whole number.
        DaysNotANumber = "days_not_a_number",
        /// A day count is longer than a month.
        DaysOutOfRange = "days_out_of_range",
        /// More days attended than days held.
        MoreAttendedThanHeld = "more_attended_than_held",
        /// Its school has no notebook, and none was to be created.
        NotebookMissing = "notebook_missing",
        /// The notebook of its school cannot be changed now (damaged, of a newer version, or refused the change).
        NotebookClosed = "notebook_closed",
    }
}

codes! {
    /// What was doubted or repaired on a row.
    WarningCode {
        /// Another row of this student, school and month was kept instead.
        MrunDuplicate = "mrun_duplicate",
        /// Another row of this student and school was kept instead: the same, or enrolled where this one is withdrawn.
        RunDuplicate = "run_duplicate",
        /// A later row of this student and school says something else and was kept.
        RunDuplicateConflict = "run_duplicate_conflict",
        /// The check digit does not belong to the RUN; kept as written.
        RunDigitWrong = "run_digit_wrong",
        /// The RUN came without check digit; the digit was computed.
        RunWithoutDigit = "run_without_digit",
        /// The row ends early; the missing cells are unknown.
        RowShort = "row_short",
        /// Something is written beyond the last column; it was not read.
        ExtraColumns = "extra_columns",
        /// A day count is empty: the attendance of the month is unknown.
        DaysMissing = "days_missing",
        /// The rate in the file is not the one that the days give; the days stand.
        RateContradictsDays = "rate_contradicts_days",
        /// The codes of teaching and grade give no course that is known; they are kept.
        CourseUnknown = "course_unknown",
        /// The gender is written in a way that is not known.
        GenderUnknown = "gender_unknown",
        /// A date or birth month cannot be; left empty.
        DateInvalid = "date_invalid",
        /// A mail address cannot be one; left empty.
        EmailInvalid = "email_invalid",
        /// A phone lost digits (Excel's rounding, or too few); left empty, never guessed.
        PhoneDigitsLost = "phone_digits_lost",
        /// An average outside 1.0 to 7.0; left empty.
        GradeOutOfRange = "grade_out_of_range",
        /// An annual attendance outside 0 to 100 percent; left empty.
        AttendanceOutOfRange = "attendance_out_of_range",
    }
}

codes! {
    /// What concerns the file as a whole.
    Note {
        /// The ethnic group of each student was not read: sensitive data (Ley 19.628, 21.719) that no rule here needs.
        EthnicityDropped = "ethnicity_dropped",
        /// The home address and commune were not read: nothing here needs them.
        AddressDropped = "address_dropped",
        /// Some letters could not be read in the encoding that the file announces.
        LettersLost = "letters_lost",
        /// A column appears twice in the header; the first was read.
        ColumnRepeated = "column_repeated",
        /// A school's check digit does not belong to its RBD: 5 of 2,789 in the Ministry's own directory.
        RbdDigitWrong = "rbd_digit_wrong",
    }
}

/// Why a file as a whole could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Nothing in it.
    #[error("empty_file")]
    EmptyFile,
    /// Not a text with separated cells.
    #[error("not_a_table")]
    NotATable(Looks),
    /// A header and nothing below.
    #[error("no_rows")]
    NoRows,
    /// No column says which student a row is about.
    #[error("no_student_column")]
    NoStudentColumn,
    /// Larger than is read at once.
    #[error("too_large")]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The largest size that is read.
        limit: u64,
    },
    /// A table about students, but none that is known.
    #[error("unknown_kind")]
    UnknownKind {
        /// The kind that it comes nearest to, and the required columns that it lacks.
        nearest: Option<(Kind, Vec<Column>)>,
    },
}

impl ReadError {
    /// The stable name that other programs rely on.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::EmptyFile => "empty_file",
            Self::NotATable(_) => "not_a_table",
            Self::NoRows => "no_rows",
            Self::NoStudentColumn => "no_student_column",
            Self::TooLarge { .. } => "too_large",
            Self::UnknownKind { .. } => "unknown_kind",
        }
    }
}

/// What a file that is not a table looks like, so that a person can be told what to do with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looks {
    /// An Excel or `LibreOffice` workbook.
    Workbook,
    /// A packed file (ZIP, RAR, gzip).
    Archive,
    /// A web page, perhaps named `.xls`.
    WebPage,
    /// An image, a PDF or something else that is not text.
    Binary,
    /// Text without columns.
    Prose,
}

/// What is gathered while the rows of a file are read.
#[derive(Debug, Default)]
pub(super) struct Log {
    /// Rows with something in them.
    pub(super) rows: usize,
    /// Rows not used.
    pub(super) rejected: Vec<Rejected>,
    /// Doubts and repairs.
    pub(super) warnings: Vec<Warning>,
    /// For the file as a whole.
    pub(super) notes: Vec<Note>,
}

impl Log {
    /// Remembers a row that is not used.
    pub(super) fn reject(&mut self, row: usize, reason: Reason) {
        self.rejected.push(Rejected { row, reason });
    }

    /// Remembers a doubt.
    pub(super) fn warn(&mut self, row: usize, code: WarningCode) {
        self.warnings.push(Warning { row, code });
    }

    /// Remembers something about the file, once.
    pub(super) fn note(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }
}
