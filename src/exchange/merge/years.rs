//! School years of a student: course, how it went, how it ended; and grades, which belong to a year.
//! What is known at the end of a year stands before what lists said during it.

use super::super::codes::{Kind, Outcome};
use super::super::record::Hundredths;
use super::super::route::{END, ENROLMENT, NOW, Row};
use super::figures::days;
use crate::notebook::extra::Extra;
use crate::notebook::safe_text::SafeText;
use crate::notebook::student::{Concept, Grade, Student};
use crate::notebook::years::StudentYear;
use crate::rules::calendar::{Month, school_year};
use crate::rules::course::Course;
use crate::rules::decimal::{Average, Percent};
use crate::rules::grades::Mark;
use crate::rules::status::YearEnd;

/// Takes in course, results and grades.
pub(super) fn take(student: &mut Student, row: &Row<'_>) {
    let told = row.record.course.as_ref().filter(|course| course.is_stated());
    // Who to call, and what was handed in: such lists are not of one year, and course names in them are often old.
    if matches!(row.reading.kind, Kind::Contacts | Kind::Engagement) {
        if let Some(told) = told.filter(|_| !student.course.is_stated()) {
            student.course = told.clone();
        }
    } else {
        year(student, row, told);
    }
    grades(student, row);
}

fn year(student: &mut Student, row: &Row<'_>, told: Option<&Course>) {
    let newest = last_year(student);
    let is_newest = newest.is_none_or(|newest| row.year >= newest);
    let since = known_moment(student, row.year);
    let begun = begun(student, row.year, newest);
    let at = student.years.iter().position(|year| year.year == row.year && year.rbd.is_none());
    let mut known = at.and_then(|at| student.years.get(at)).cloned().unwrap_or(begun);
    let counts = |known: &Course| !known.is_stated() || since.is_none_or(|since| row.moment() >= since);
    if let Some(told) = told.filter(|_| counts(&known.course)) {
        known.course = told.clone();
        if is_newest || !student.course.is_stated() {
            student.course = told.clone();
        }
    }
    known.enrolled |= row.reading.kind == Kind::Enrolment;
    results(&mut known, row);
    match at.and_then(|at| student.years.get_mut(at)) {
        Some(year) => *year = known,
        None => {
            let place = student.years.partition_point(|year| (year.year, year.rbd) < (known.year, known.rbd));
            student.years.insert(place, known);
        }
    }
}

/// A year of which something else is known already, as attendance that an older version of the notebook took in.
fn begun(student: &Student, year: i32, newest: Option<i32>) -> StudentYear {
    let mut begun = StudentYear::new(year, None);
    if newest == Some(year) {
        begun.course = student.course.clone();
    }
    begun
}

/// Takes in the figures that are about the year. After it has ended only its final results replace what is known.
fn results(known: &mut StudentYear, row: &Row<'_>) {
    let record = row.record;
    let is_open = known.outcome.is_none() || row.moment() == END;
    if about_year(row.reading.kind) && record.month.is_none() {
        // Who left has no attendance of the year: a zero there says nothing.
        let percent = record.attendance.filter(|percent| *percent > 0 || !has_left(row));
        take_in(&mut known.attendance, percent.and_then(Percent::from_parts), is_open);
        take_in(&mut known.days, days(record.attended, record.held, record.absences), is_open);
    }
    take_in(&mut known.average, record.average.and_then(Average::from_parts), is_open);
    if let Some(outcome) = record.outcome {
        known.outcome = Some(year_end(outcome));
    }
}

fn take_in<T>(known: &mut Option<T>, told: Option<T>, is_open: bool) {
    if told.is_some() && (is_open || known.is_none()) {
        *known = told;
    }
}

/// Whether the attendance of a row is that of its year, and not a figure of the day.
pub(super) const fn about_year(kind: Kind) -> bool {
    match kind {
        Kind::Roster | Kind::AnnualAttendance | Kind::Rendimiento | Kind::Enrolment | Kind::Outcome => true,
        Kind::Attendance
        | Kind::MonthlyAttendance
        | Kind::DailyAttendance
        | Kind::Grades
        | Kind::Contacts
        | Kind::Engagement
        | Kind::SchoolTotals => false,
    }
}

/// Whether a row says that the student is not in the school any more.
pub(super) fn has_left(row: &Row<'_>) -> bool {
    row.has_left() || row.record.outcome.is_some_and(|outcome| year_end(outcome).left_as().is_some())
}

/// An outcome of a table as the notebook keeps it.
pub(super) const fn year_end(outcome: Outcome) -> YearEnd {
    match outcome {
        Outcome::Promoted => YearEnd::Promoted,
        Outcome::Failed => YearEnd::Failed,
        Outcome::Withdrawn => YearEnd::Withdrawn,
        Outcome::Transferred => YearEnd::Transferred,
        Outcome::DroppedOut => YearEnd::DroppedOut,
    }
}

/// The last school year of which something is known.
pub(in crate::exchange) fn last_year(student: &Student) -> Option<i32> {
    let attended = newest_month(student).map(Month::school_year);
    let dated = student.history.iter().filter_map(|entry| entry.since.map(school_year).or(entry.year)).max();
    let listed = student.years.iter().filter(|year| year.rbd.is_none()).map(|year| year.year).max();
    attended.max(dated).max(listed)
}

fn newest_month(student: &Student) -> Option<Month> {
    student.attendance.iter().map(|(month, _)| month).chain(student.reported.iter().filter_map(|told| told.month)).max()
}

/// The newest moment of a school year of which something is known, as [`Row::moment`] counts them.
fn known_moment(student: &Student, year: i32) -> Option<u8> {
    let days = student.attendance.iter().map(|(month, _)| month);
    let months = days.chain(student.reported.iter().filter_map(|told| told.month));
    let month = months.filter(|month| month.school_year() == year).max();
    let month = month.and_then(|month| u8::try_from(2 * month.month()).ok());
    let known = student.years.iter().find(|known| known.year == year && known.rbd.is_none());
    let of_year = known.and_then(|known| {
        let has_figures = known.attendance.is_some() || known.days.is_some() || known.average.is_some();
        match (known.outcome, has_figures) {
            (Some(_), _) => Some(END),
            (None, true) => Some(NOW),
            (None, false) => known.enrolled.then_some(ENROLMENT),
        }
    });
    month.max(of_year)
}

fn grades(student: &mut Student, row: &Row<'_>) {
    let Some(more) = &row.record.more else { return };
    let subject = |at: u16| row.reading.subjects.get(usize::from(at)).map(|name| SafeText::line(name));
    for (at, mark) in &more.grades {
        if let Some((subject, mark)) = subject(*at).zip(mark.and_then(tenths)) {
            grade(&mut student.grades, row.year, subject, mark);
        }
    }
    for (at, concept) in &more.concepts {
        if let Some((subject, concept)) = subject(*at).zip(concept.clone()) {
            self::concept(&mut student.concepts, row.year, subject, concept);
        }
    }
}

/// A grade has one decimal; a second one is rounded half up, as schools do.
fn tenths(hundredths: Hundredths) -> Option<Mark> {
    u8::try_from(hundredths.saturating_add(5) / 10).ok().and_then(Mark::from_tenths)
}

fn grade(grades: &mut Vec<Grade>, year: i32, subject: SafeText, mark: Mark) {
    match grades.iter_mut().find(|known| known.year == year && known.subject == subject) {
        Some(known) => known.mark = mark,
        None => grades.push(Grade { year, subject, mark, extra: Extra::new() }),
    }
}

fn concept(concepts: &mut Vec<Concept>, year: i32, subject: SafeText, concept: SafeText) {
    match concepts.iter_mut().find(|known| known.year == year && known.subject == subject) {
        Some(known) => known.concept = concept,
        None => concepts.push(Concept { year, subject, concept, extra: Extra::new() }),
    }
}
