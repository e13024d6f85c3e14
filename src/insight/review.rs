//! The data review: every student with attendance, reasons and follow-up, in the order of need.
//!
//! Owns the rows and their order. The team decides what to do with them.

use std::{cell::OnceCell, cmp::Ordering, collections::HashMap};

use chrono::NaiveDate;

use super::reason::{self, Attended, Facts, Reason};
use crate::{
    notebook::{
        Notebook,
        contact::{Contact, ContactResult},
        id::Id,
        months::Months,
        personal::Reveal,
        student::Student,
    },
    rules::{
        attendance::{self, Band, Scale},
        calendar::{Month, school_year},
        course::Course,
        spelling,
    },
};

/// One student in ten, where the team has not said how many it can follow (domain rules, validation at 10 %).
pub const DEFAULT_CAPACITY_DIVISOR: usize = 10;

/// All students of a notebook on one day.
#[derive(Debug, Clone, Default)]
pub struct Review {
    /// The school year that is looked at: this one, or the last one with data.
    pub year: i32,
    /// One row per student, in the order of need.
    pub rows: Vec<Row>,
    /// How many are here: enrolled now.
    pub enrolled: usize,
    /// How many have a reason to be looked at.
    pub flagged: usize,
    /// How many the team can follow.
    pub capacity: usize,
}

/// What the review knows of one student.
#[derive(Clone)]
pub struct Row {
    /// Who.
    pub student: Id<Student>,
    /// What a shared screen shows.
    pub code: String,
    /// The course.
    pub course: Course,
    /// Whether the student is here: who has left stays in the list, and in no sum.
    pub is_here: bool,
    /// Attendance of the year, where known.
    pub attended: Option<Attended>,
    /// The band of the Ministry's scale.
    pub band: Band,
    /// Class days in a row to be back at 85 %.
    pub to_recover: u32,
    /// The last contact.
    pub last_contact: Option<NaiveDate>,
    /// When the next step is due.
    pub next: Option<NaiveDate>,
    /// Why the student is on the list; empty for the others.
    pub reasons: Vec<Reason>,
    /// How much: the weight of the reasons together, and whether nobody has followed them up.
    need: (u32, bool),
    /// The [`search_text`], made by the first search: a screen that opens has none yet.
    search: OnceCell<String>,
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The search text holds names.
        f.debug_struct("Row").field("code", &self.code).field("band", &self.band).finish_non_exhaustive()
    }
}

impl Row {
    /// Whether there is a reason to look.
    pub fn is_flagged(&self) -> bool {
        !self.reasons.is_empty()
    }

    /// Whether every word of an already folded query is found in the names, the code or the course; `notebook` is the
    /// one that was reviewed.
    pub fn matches(&self, notebook: &Notebook, folded: &str) -> bool {
        let text = || notebook.students.get(self.student).map(search_text).unwrap_or_default();
        folded.is_empty() || spelling::contains_folded(self.search.get_or_init(text), folded)
    }

    /// The graver case first; within a course by code, so that no name has a say.
    fn by_need(&self, other: &Self) -> Ordering {
        let rest = || (&self.course, &self.code, self.student).cmp(&(&other.course, &other.code, other.student));
        other.need.cmp(&self.need).then_with(rest)
    }
}

/// The last contact of a student and the day of the next step that it set.
#[derive(Debug, Clone, Copy, Default)]
struct FollowUp {
    last: Option<NaiveDate>,
    next: Option<NaiveDate>,
}

/// Reviews a notebook as of a day.
pub fn review(notebook: &Notebook, today: NaiveDate) -> Review {
    let year = year_with_data(notebook.students.iter().map(|student| &student.attendance), today);
    let follow_ups = follow_ups(notebook);
    let mut rows: Vec<Row> = notebook
        .students
        .iter()
        .map(|student| row(student, follow_ups.get(&student.id).copied().unwrap_or_default(), year, today))
        .collect();
    rows.sort_unstable_by(Row::by_need);
    let flagged = rows.iter().filter(|row| row.is_flagged()).count();
    let enrolled = rows.iter().filter(|row| row.is_here).count();
    Review { year, enrolled, flagged, capacity: capacity(notebook, enrolled), rows }
}

/// How many students the team can follow: what it said, or one in ten of those who are here.
fn capacity(notebook: &Notebook, enrolled: usize) -> usize {
    notebook.school.capacity.map_or_else(|| enrolled.div_ceil(DEFAULT_CAPACITY_DIVISOR), usize::from)
}

/// The school year to look at: that of `today` if any month of it is known, else the last one before it.
pub fn year_with_data<'a>(attendance: impl Iterator<Item = &'a Months>, today: NaiveDate) -> i32 {
    let now = school_year(today);
    let last = attendance.filter_map(|months| months.iter().next_back());
    last.map(|(month, _)| month.year()).filter(|year| *year <= now).max().unwrap_or(now)
}

/// What was done last with each student, and what is due. A call that nobody answered does not settle a day that was
/// set before; reaching somebody, or another day, does.
fn follow_ups(notebook: &Notebook) -> HashMap<Id<Student>, FollowUp> {
    let mut in_order: Vec<&Contact> = notebook.contacts.iter().collect();
    in_order.sort_by_key(|contact| (contact.on, contact.id));
    let mut all: HashMap<Id<Student>, FollowUp> = HashMap::new();
    for contact in in_order {
        let entry = all.entry(contact.student).or_default();
        entry.last = Some(contact.on);
        if contact.next.is_some() || contact.result == ContactResult::Reached {
            entry.next = contact.next;
        }
    }
    all
}

fn row(student: &Student, follow_up: FollowUp, year: i32, today: NaiveDate) -> Row {
    let facts = Facts { status: student.status(), attendance: &student.attendance, grades: &student.grades };
    let until = Month::of(today);
    let attended = reason::of_year(&student.attendance, year, until);
    let mut reasons = reason::reasons(facts, year, until);
    if !reasons.is_empty() {
        reasons.extend(of_follow_up(follow_up, year, today));
    }
    Row {
        student: student.id,
        course: student.course.clone(),
        is_here: student.status().is_here(),
        band: attended.map_or(Band::NoData, |attended| Scale::MINISTRY.band(attended.days)),
        to_recover: attended.map_or(0, |attended| attendance::days_to_recover(attended.days)),
        attended,
        last_contact: follow_up.last,
        next: follow_up.next,
        search: OnceCell::new(),
        code: student.code(),
        need: need(&reasons),
        reasons,
    }
}

fn need(reasons: &[Reason]) -> (u32, bool) {
    let gravity = reasons.iter().map(|reason| u32::from(reason.gravity())).sum();
    (gravity, reasons.iter().any(|reason| matches!(reason, Reason::NoFollowUp { .. })))
}

fn of_follow_up(follow_up: FollowUp, year: i32, today: NaiveDate) -> Option<Reason> {
    match follow_up {
        FollowUp { last: Some(last), next: Some(due) } if due < today && school_year(last) >= year => {
            Some(Reason::FollowUpOverdue { due })
        }
        FollowUp { last: Some(last), .. } if school_year(last) >= year => None,
        FollowUp { last, .. } => Some(Reason::NoFollowUp { last }),
    }
}

/// Names, code and course, folded: what a search looks at and nobody sees.
pub fn search_text(student: &Student) -> String {
    let leave = Reveal::ToMatch;
    let parts = [
        student.given_names.reveal(leave),
        student.paternal_surname.reveal(leave),
        student.maternal_surname.reveal(leave),
        student.full_name.reveal(leave),
        &student.code(),
    ];
    spelling::fold(&format!("{} {}", parts.join(" "), student.course))
}
