//! The words of the contract: kinds of tables, what is skipped, doubted and rejected, and why a file is refused.
//! Each has one stable name for other programs; sentences for people live in `text`.

use serde::{Deserialize, Serialize};

/// Declares a field-less enum and the stable name of each value, which is also its saved form.
macro_rules! codes {
    ($(#[$outer:meta])* $name:ident { $($(#[$inner:meta])* $value:ident = $code:literal,)+ }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$inner])* #[serde(rename = $code)] $value,)+ }

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
    /// What a table is about.
    Kind {
        /// Who is enrolled: SIGE's list, or a free form.
        Roster = "roster",
        /// One figure of attendance per student.
        Attendance = "attendance",
        /// Attendance by month: the Ministry's, or months across.
        MonthlyAttendance = "monthly_attendance",
        /// The Ministry's attendance of a year.
        AnnualAttendance = "annual_attendance",
        /// A grid of days and marks.
        DailyAttendance = "daily_attendance",
        /// The Ministry's results of a year, per student.
        Rendimiento = "rendimiento",
        /// The Ministry's enrolment of a year, per student.
        Enrolment = "enrolment",
        /// Grades by subject.
        Grades = "grades",
        /// Guardians and how to reach them.
        Contacts = "contacts",
        /// How the year ended for each student.
        Outcome = "outcome",
        /// Submissions, visits, ratings.
        Engagement = "engagement",
        /// Figures of whole schools.
        SchoolTotals = "school_totals",
    }
}

codes! {
    /// What holds the table.
    Container {
        /// Text with separators.
        Csv = "csv",
        /// Excel since 2007.
        Xlsx = "xlsx",
        /// Excel before.
        Xls = "xls",
        /// `LibreOffice`.
        Ods = "ods",
        /// A web page, often named `.xls`.
        Html = "html",
    }
}

codes! {
    /// How the letters of a text are written.
    Encoding {
        /// UTF-8, with or without byte-order mark.
        Utf8 = "utf-8",
        /// Windows-1252, which contains Latin-1: the Ministry's files until 2017 and every second one after.
        Windows1252 = "windows-1252",
        /// UTF-16, little end first: Excel's "Unicode text".
        Utf16Le = "utf-16le",
        /// UTF-16, big end first.
        Utf16Be = "utf-16be",
    }
}

codes! {
    /// Why a row is no record.
    Skip {
        /// Text above the header.
        Title = "title",
        /// Nothing in it.
        Blank = "blank",
        /// The name of the course of the rows below.
        Section = "section",
        /// The upper of two header rows.
        HeaderLevel1 = "header_level_1",
        /// The header once more.
        RepeatedHeader = "repeated_header",
        /// A total, subtotal or average.
        Total = "total",
        /// A note, a source, a signature.
        Footer = "footer",
        /// The line that announces the separator.
        Sep = "sep",
    }
}

codes! {
    /// What was doubted or repaired.
    Doubt {
        /// A mail address cannot be one; left empty.
        EmailInvalid = "email_invalid",
        /// The check digit does not belong to the RUN; kept as written.
        RunDigitWrong = "run_digit_wrong",
        /// The RUN came without check digit; the digit was computed.
        RunWithoutDigit = "run_without_digit",
        /// A student without RUN.
        RunMissing = "run_missing",
        /// Another row of this student was kept: the same, or enrolled where this one is withdrawn.
        RunDuplicate = "run_duplicate",
        /// Two rows of this student say different things; the later was kept.
        RunDuplicateConflict = "run_duplicate_conflict",
        /// Another row of this student, known by MRUN, was kept.
        MrunDuplicate = "mrun_duplicate",
        /// A date that cannot be; left empty.
        DateInvalid = "date_invalid",
        /// A date after today; left empty.
        DateFuture = "date_future",
        /// A grade without its comma (`56`), read as 5,6.
        GradeWithoutComma = "grade_without_comma",
        /// A grade outside 1,0 to 7,0; left empty.
        GradeOutOfRange = "grade_out_of_range",
        /// A phone lost digits; left empty, never guessed.
        PhoneDigitsLost = "phone_digits_lost",
        /// The row ends early; the missing cells are unknown.
        RowShort = "row_short",
        /// Something is written beyond the last column; it was not read.
        ExtraColumns = "extra_columns",
        /// The whole row was one quoted cell; taken apart.
        RowDoubleQuoted = "row_double_quoted",
        /// Letters broken by two encodings were put together again.
        MojibakeRepaired = "mojibake_repaired",
        /// A total in the file is not what its rows give.
        TotalMismatch = "total_mismatch",
        /// A hidden sheet with a table was not read.
        HiddenSheetIgnored = "hidden_sheet_ignored",
        /// A day count is empty: the attendance is unknown.
        DaysMissing = "days_missing",
        /// The rate in the file is not the one that the days give; the days stand.
        RateContradictsDays = "rate_contradicts_days",
        /// The course could not be understood.
        CourseUnknown = "course_unknown",
        /// The gender is written in a way that is not known.
        GenderUnknown = "gender_unknown",
        /// An attendance outside 0 to 100 percent, or no number; left empty.
        AttendanceOutOfRange = "attendance_out_of_range",
        /// A mark of the daily grid that is not known; the day is unknown.
        MarkUnknown = "mark_unknown",
        /// A final situation that is not known; left empty.
        OutcomeUnknown = "outcome_unknown",
        /// A cell that should be a number and is none; left empty.
        NotANumber = "not_a_number",
    }
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
        /// It is of another school than the one that was asked for.
        OtherSchool = "other_school",
        /// It may be one of several students of the notebook; only a person can say which.
        StudentUnclear = "student_unclear",
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

codes! {
    /// Which of two rows of one student stays.
    ResolvedBy {
        /// Both say the same.
        Identical = "identical",
        /// The enrolled one beats the withdrawn one.
        Enrolled = "enrolled",
        /// The later one.
        Last = "last",
        /// The one with more days attended.
        MoreDays = "more_days",
    }
}

codes! {
    /// How the year ended for a student.
    Outcome {
        /// Goes on to the next grade.
        Promoted = "promoted",
        /// Repeats.
        Failed = "failed",
        /// Left the school; where to is not said.
        Withdrawn = "withdrawn",
        /// Went to another school or course.
        Transferred = "transferred",
        /// Left school altogether.
        DroppedOut = "dropped_out",
    }
}

codes! {
    /// Whether a list counts a student as present in the school.
    Standing {
        /// On the list.
        Enrolled = "enrolled",
        /// Has a date of leaving, or is marked as withdrawn.
        Withdrawn = "withdrawn",
    }
}

codes! {
    /// The gender that a list states.
    Gender {
        /// Girl or woman.
        Female = "F",
        /// Boy or man.
        Male = "M",
    }
}

/// Why a file as a whole could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum ReadError {
    /// Nothing in it.
    #[error("empty_file")]
    EmptyFile,
    /// Not a table.
    #[error("not_a_table")]
    NotATable(Looks),
    /// A header and nothing below.
    #[error("no_rows")]
    NoRows,
    /// No column says which student, or which school, a row is about.
    #[error("no_student_column")]
    NoStudentColumn,
    /// Larger than is read at once, in the measure that was exceeded first.
    #[error("too_large")]
    TooLarge(TooLarge),
}

impl ReadError {
    /// The stable name that other programs rely on.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::EmptyFile => "empty_file",
            Self::NotATable(_) => "not_a_table",
            Self::NoRows => "no_rows",
            Self::NoStudentColumn => "no_student_column",
            Self::TooLarge(_) => "too_large",
        }
    }
}

/// What a file that is not a table looks like, so that a person can be told what to do with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Looks {
    /// A workbook that cannot be opened: damaged, or closed by a password.
    ClosedWorkbook,
    /// A packed file (ZIP, RAR, gzip).
    Archive,
    /// A web page without a table.
    WebPage,
    /// An image, a PDF or something else that is not text.
    Binary,
    /// Text without columns.
    Prose,
}

/// A measure and its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TooLarge {
    /// What was measured.
    pub what: Measure,
    /// The most that is read.
    pub limit: u64,
}

/// What can be too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Measure {
    /// Bytes of the file.
    Bytes,
    /// Parts inside a packed workbook.
    Parts,
    /// Bytes of a workbook once unpacked.
    Unpacked,
    /// Rows of a sheet, or the place of its last cell.
    Rows,
    /// Columns of a sheet, or the place of its last cell.
    Columns,
    /// Cells of all sheets.
    Cells,
    /// Bytes of one cell.
    Cell,
}
