//! Which kind of table a header makes; a file's name never decides.

use super::codes::Kind;
use super::field::Field;
use super::layout::Layout;

/// What the table is about; none where no column says which student, or which school, a row is about.
pub(super) fn kind(layout: &Layout) -> Option<Kind> {
    if layout.has(Field::Mrun) {
        return Some(of_ministry(layout));
    }
    let identified = layout.has(Field::Run) || layout.has(Field::ForeignId);
    if layout.ministry && !identified {
        return Some(Kind::SchoolTotals);
    }
    if layout.has_any(Field::identifies) { Some(of_list(layout)) } else { of_nobody(layout) }
}

/// Without anybody's number or name, a list is one of students only where it says how they fare.
fn of_nobody(layout: &Layout) -> Option<Kind> {
    let figures = layout.columns.iter().filter(|bound| matches!(bound.field, Field::Figure(_))).count();
    if layout.has(Field::Outcome) {
        Some(Kind::Outcome)
    } else if layout.has(Field::Absences) || layout.has(Field::Attendance) || layout.has(Field::Attended) {
        Some(Kind::Attendance)
    } else if layout.has_any(|field| matches!(field, Field::Subject(_))) || layout.has(Field::Average) {
        Some(Kind::Grades)
    } else {
        (figures > 1).then_some(Kind::Engagement)
    }
}

fn of_ministry(layout: &Layout) -> Kind {
    let has = |field| layout.has(field);
    if has(Field::Month) && has(Field::Attended) && has(Field::Held) {
        Kind::MonthlyAttendance
    } else if layout.has_any(|field| matches!(field, Field::MonthAttended(_))) {
        Kind::AnnualAttendance
    } else if has(Field::Outcome) || has(Field::OutcomeFine) || has(Field::Average) {
        Kind::Rendimiento
    } else {
        Kind::Enrolment
    }
}

fn of_list(layout: &Layout) -> Kind {
    let has = |field| layout.has(field);
    let dated = [Field::BirthDate, Field::EnrolledOn, Field::RegisteredOn, Field::WithdrawnOn, Field::State]
        .into_iter()
        .any(has);
    let attended =
        [Field::Attendance, Field::Attended, Field::Held, Field::Absences, Field::Justified].into_iter().any(has);
    let reached = has(Field::Phone) || has(Field::Email);
    if layout.has_any(|field| matches!(field, Field::Day(_))) {
        Kind::DailyAttendance
    } else if layout.has_any(|field| matches!(field, Field::MonthPercent(_) | Field::MonthAttended(_)))
        || (has(Field::Month) && attended)
    {
        Kind::MonthlyAttendance
    } else if has(Field::Outcome) || has(Field::OutcomeFine) {
        Kind::Outcome
    } else if layout.has_any(|field| matches!(field, Field::Subject(_))) {
        Kind::Grades
    } else if has(Field::Guardian)
        || has(Field::Relationship)
        || (reached && !dated && !attended && !has(Field::Average))
    {
        Kind::Contacts
    } else if dated || reached {
        Kind::Roster
    } else if attended {
        Kind::Attendance
    } else if layout.has_any(|field| matches!(field, Field::Figure(_))) {
        Kind::Engagement
    } else if has(Field::Average) {
        Kind::Grades
    } else {
        Kind::Roster
    }
}
