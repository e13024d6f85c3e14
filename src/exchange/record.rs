//! One row of a table as typed values: what a file says about one student, or one school.
//! Never a guess: what could not be understood is absent here and doubted in the reading.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::{Gender, Outcome, Standing};
use super::value::daily::DaysOn;
use crate::notebook::personal::Personal;
use crate::notebook::safe_text::SafeText;
use crate::rules::calendar::Month;
use crate::rules::course::Course;
use crate::rules::identity::{Rbd, Run};

/// A percent or an average in hundredths: 8530 is 85.3 %, 540 is an average of 5.4.
pub type Hundredths = u16;

/// What a row says. A field that the file does not have, or leaves blank, is `None`; never zero.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// The row's number in its sheet, from 1, blank ones included.
    pub row: u32,
    /// RUN or IPE, its digit as written (or computed, and doubted).
    pub run: Option<Run>,
    /// The Ministry's mask of the RUN: the same student in every table and year.
    pub mrun: Option<u32>,
    /// The school.
    pub rbd: Option<Rbd>,
    /// School year.
    pub year: Option<u16>,
    /// Course.
    pub course: Option<Course>,
    /// Gender: for showing what the file says only; no notebook keeps it.
    pub gender: Option<Gender>,
    /// Date or month of birth.
    pub birth: Option<Birth>,
    /// Whether the list counts the student as here.
    pub status: Option<Standing>,
    /// How the year ended.
    pub outcome: Option<Outcome>,
    /// Attendance in percent.
    pub attendance: Option<Hundredths>,
    /// Days attended.
    pub attended: Option<u16>,
    /// Days held while the student was enrolled.
    pub held: Option<u16>,
    /// Days missed.
    pub absences: Option<u16>,
    /// Days missed with a reason.
    pub justified: Option<u16>,
    /// Month of the figures above, 1 to 12.
    pub month: Option<u8>,
    /// Average of all grades.
    pub average: Option<Hundredths>,
    /// What few tables have.
    pub more: Option<Box<More>>,
}

/// A date of birth, or as much of it as the Ministry publishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Birth {
    /// The day.
    Day(NaiveDate),
    /// The month alone.
    Month(Month),
}

/// What lists made in schools say, and the Ministry's tables do not.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct More {
    /// Given names.
    pub given_names: Personal,
    /// Father's surname.
    pub paternal_surname: Personal,
    /// Mother's surname.
    pub maternal_surname: Personal,
    /// Both surnames in one cell.
    pub surnames: Personal,
    /// Names and surnames in one cell, in the order in which they stand.
    pub full_name: Personal,
    /// Since when in this course.
    pub enrolled_on: Option<NaiveDate>,
    /// When the enrolment was written down.
    pub registered_on: Option<NaiveDate>,
    /// Since when gone.
    pub withdrawn_on: Option<NaiveDate>,
    /// Attendance by month.
    pub months: Vec<MonthFigure>,
    /// On which days of the month of the row there was class, and on which the student came, where each has a mark.
    pub days: Option<DaysOn>,
    /// Grades, by the place of their subject in the reading.
    pub grades: Vec<(u16, Option<Hundredths>)>,
    /// Concepts (`MB`), by the place of their subject.
    pub concepts: Vec<(u16, Option<SafeText>)>,
    /// Phones as `+56` and nine digits.
    pub phones: Vec<Personal>,
    /// Mail.
    pub email: Personal,
    /// Who answers for the student.
    pub guardian: Personal,
    /// What that person is to the student.
    pub relationship: Option<SafeText>,
    /// A free remark.
    pub remark: Personal,
    /// Any other figure (submissions, ratings, counts of a school), by the place of its name in the reading.
    pub figures: Vec<(u16, Option<Figure>)>,
}

/// Attendance of one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MonthFigure {
    /// The month, 1 to 12.
    pub month: u8,
    /// Days held, where the file says them.
    pub held: Option<u16>,
    /// Days attended, where the file says them.
    pub attended: Option<u16>,
    /// Percent.
    pub attendance: Option<Hundredths>,
}

/// A decimal number as ten-thousandths: exact for every figure met in these tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Figure(pub i64);

impl Record {
    /// What few tables have, to be written into.
    pub fn more_mut(&mut self) -> &mut More {
        self.more.get_or_insert_default()
    }
}

impl fmt::Debug for Record {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Record").field("row", &self.row).field("rbd", &self.rbd).finish_non_exhaustive()
    }
}

impl fmt::Debug for More {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("More(•)")
    }
}
