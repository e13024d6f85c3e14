//! The data review: every student with attendance, reasons and follow-up, in the order of need, cut where the team's
//! capacity ends.
//!
//! Owns the rows and their order. The team decides what to do with them, and its pins go before any rule.

use std::{cell::OnceCell, cmp::Ordering};

use chrono::NaiveDate;

use super::{
    attended::{Attended, Recent},
    courses::{self, CourseFigure},
    follow_up::{self, FollowUp},
    lens::{self, Facts, Lens},
    reason::{FOLLOW_UP, Finding, LOOK_AGAIN, OVERDUE, Reason, Role},
};
use crate::{
    notebook::{
        Notebook,
        attention::{Attention, AttentionKind},
        closing::Closing,
        cycle::Cycle,
        id::Id,
        limits::Limits,
        personal::Reveal,
        student::Student,
    },
    rules::{
        attendance::{self, Band, Scale, Share},
        calendar::school_year,
        course::Course,
        spelling,
        status::Status,
    },
};

/// One student in ten, where the team has not said how many it can follow (domain rules, validation at 10 %).
pub const DEFAULT_CAPACITY_DIVISOR: usize = 10;

/// All students of a notebook on one day; whom it knows only from later is not among them.
#[derive(Debug, Clone, Default)]
pub struct Review {
    /// The school year that is looked at: this one, or the last one with data.
    pub year: i32,
    /// One row per student of that day, in the order of need.
    pub rows: Vec<Row>,
    /// How many are here: enrolled now.
    pub enrolled: usize,
    /// How many have a reason to be looked at.
    pub flagged: usize,
    /// How many the team can follow.
    pub capacity: usize,
    /// How many are in the list: the first rows.
    pub listed: usize,
    /// How many have a reason and do not fit in it: the next rows.
    pub remainder: usize,
    /// Why these two are not as many as have a reason.
    pub apart: Apart,
    /// Courses to look at, worst first; and how many courses have data.
    pub courses: (Vec<CourseFigure>, usize),
}

/// Who makes list and remainder more or fewer than those who have a reason: `listed + remainder + to_check + aside` is
/// `flagged + unflagged`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Apart {
    /// Have a reason and stand outside, until somebody has found out whether they are still in the school.
    pub to_check: usize,
    /// Have a reason and were set aside by the team.
    pub aside: usize,
    /// Have none, and stand in the list because the team wants it so.
    pub unflagged: usize,
}

/// Where a student stands in the review; the order of the variants is the order of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// In the list because the team wants it so.
    Pinned,
    /// Has a reason to be looked at.
    Flagged,
    /// Set aside by the team for a while.
    Aside,
    /// May no longer be in the school: to be found out, outside the list.
    CheckEnrolment,
    /// Nothing calls for a look.
    Quiet,
    /// Is not here any more.
    Gone,
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
    /// The status on the day.
    pub status: Status,
    /// Whether the student is here: who has left stays in the rows, and in no sum.
    pub is_here: bool,
    /// Attendance of the year, where known.
    pub attended: Option<Attended>,
    /// Attendance of the last class days, where known.
    pub recent: Option<Recent>,
    /// The band of the Ministry's scale.
    pub band: Band,
    /// Class days in a row to be back at 85 %; 0 where that cannot be said.
    pub to_recover: u32,
    /// Class days that the year still has.
    pub days_left: u32,
    /// The last contact, or the attempt at one.
    pub last_contact: Option<NaiveDate>,
    /// Whether that was an attempt, and nobody was reached since.
    pub is_attempt: bool,
    /// When the next step is due.
    pub next: Option<NaiveDate>,
    /// Whether anything was written down since the student is on the list, or this year for one who is not.
    pub followed_up: bool,
    /// Why the student is on the list; empty for the others.
    pub reasons: Vec<Reason>,
    /// Where the student stands.
    pub place: Place,
    /// The day to look again at what the team decided, while that holds.
    pub again: Option<NaiveDate>,
    /// Whether the student is in the list.
    pub in_list: bool,
    /// The weight of the reasons together, whether nobody is with the student, and the recent fall.
    need: (u32, bool, u32),
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
    /// Whether a rule calls for a look.
    pub fn is_flagged(&self) -> bool {
        self.flags().next().is_some()
    }

    /// What the rules found, without what was done since.
    pub fn flags(&self) -> impl Iterator<Item = Reason> + '_ {
        self.reasons.iter().copied().filter(|reason| reason.role() != Role::FollowUp)
    }

    /// Whether one more absence would make attendance grave.
    pub fn at_edge(&self) -> bool {
        self.days().is_some_and(attendance::at_edge)
    }

    /// Whether the year still has the class days that it takes to be back at 85 %.
    pub fn can_recover(&self) -> bool {
        self.to_recover <= self.days_left
    }

    /// The days of the year, where they are known as days.
    pub fn days(&self) -> Option<attendance::Days> {
        self.attended.filter(|attended| attended.is_counted()).and_then(|attended| attended.share.days())
    }

    /// Whether every word of an already folded query is found in the names, the code or the course; `notebook` is the
    /// one that was reviewed.
    pub fn matches(&self, notebook: &Notebook, folded: &str) -> bool {
        let text = || notebook.students.get(self.student).map(search_text).unwrap_or_default();
        folded.is_empty() || spelling::contains_folded(self.search.get_or_init(text), folded)
    }

    /// By place; the graver case first, then the one that nobody is with, then the one that fell lately, then the one who
    /// came least. Within a course by the part of the id that chance made: no name has a say, nor the order of a list of
    /// names.
    fn by_need(&self, other: &Self) -> Ordering {
        let share = |row: &Self| row.attended.map(|attended| attended.share);
        let chance = |row: &Self| row.student.uuid().as_u64_pair().1;
        let rest = || (&self.course, chance(self)).cmp(&(&other.course, chance(other)));
        self.place
            .cmp(&other.place)
            .then_with(|| other.need.cmp(&self.need))
            .then_with(|| Share::lower_first(share(self), share(other)))
            .then_with(rest)
    }
}

/// Reviews a notebook today, by the thresholds that the team has set.
pub fn review(notebook: &Notebook, today: NaiveDate) -> Review {
    let school = &notebook.school;
    review_by(notebook, today, (&school.limits, school.capacity))
}

/// Reviews a notebook as of a day that may lie in a closed cycle: then by the thresholds that this cycle used, since changing
/// a setting never rewrites history. Says them too.
pub fn review_as_of(notebook: &Notebook, day: NaiveDate) -> (Review, Limits) {
    let used =
        notebook.closed_cycle_on(day).and_then(|cycle| cycle.closing.as_ref()).map(|closing| &closing.thresholds);
    let school = &notebook.school;
    let (limits, capacity) =
        used.map_or_else(|| (school.limits.clone(), school.capacity), |used| (used.limits(), used.capacity));
    (review_by(notebook, day, (&limits, capacity)), limits)
}

/// Reviews a notebook as a cycle sees it: a closed one on its last day and by its own thresholds, the open one today.
pub fn of_cycle(notebook: &Notebook, cycle: &Cycle, today: NaiveDate) -> Review {
    match &cycle.closing {
        Some(Closing { on, thresholds, .. }) => review_by(notebook, *on, (&thresholds.limits(), thresholds.capacity)),
        None => review(notebook, today),
    }
}

/// The school year that a review of the day looks at.
pub fn year(notebook: &Notebook, today: NaiveDate) -> i32 {
    lens::year_of(notebook.students.iter().map(|student| Facts::of(student, today)), today)
}

fn review_by(notebook: &Notebook, today: NaiveDate, (limits, capacity): (&Limits, Option<u16>)) -> Review {
    let facts = notebook.students.iter().map(|student| Facts::of(student, today));
    let lens = Lens::new(&notebook.school, facts, today).by(limits);
    let follow_ups = follow_up::follow_ups(notebook, today);
    let mut rows: Vec<Row> = notebook
        .students
        .iter()
        .filter_map(|student| row(&lens, student, follow_ups.get(&student.id).copied().unwrap_or_default()))
        .collect();
    rows.sort_unstable_by(Row::by_need);
    let enrolled = rows.iter().filter(|row| row.is_here).count();
    // One in ten of those who are here, where the team has not said how many it can follow.
    let capacity = capacity.map_or_else(|| enrolled.div_ceil(DEFAULT_CAPACITY_DIVISOR), usize::from);
    let (listed, remainder) = cut(&mut rows, capacity);
    let flagged = rows.iter().filter(|row| row.is_flagged()).count();
    let apart = apart(&rows);
    let courses = courses::to_look_at(&rows, limits.course_expected);
    Review { year: lens.year, enrolled, flagged, capacity, listed, remainder, apart, courses, rows }
}

fn apart(rows: &[Row]) -> Apart {
    let of = |place, is_flagged| rows.iter().filter(|row| row.place == place && row.is_flagged() == is_flagged).count();
    Apart {
        to_check: of(Place::CheckEnrolment, true),
        aside: of(Place::Aside, true),
        unflagged: of(Place::Pinned, false),
    }
}

/// Cuts the list where the capacity ends; a team that pinned more than that has them all. Says how many are in it and how
/// many with a reason are not.
fn cut(rows: &mut [Row], capacity: usize) -> (usize, usize) {
    let pinned = rows.iter().take_while(|row| row.place == Place::Pinned).count();
    let wanted = rows.iter().take_while(|row| row.place <= Place::Flagged).count();
    let listed = wanted.min(capacity.max(pinned));
    rows.iter_mut().take(listed).for_each(|row| row.in_list = true);
    (listed, wanted - listed)
}

fn row(lens: &Lens<'_>, student: &Student, follow_up: FollowUp) -> Option<Row> {
    let facts = Facts::of(student, lens.today);
    let status = facts.status?;
    let attended = lens.attended(facts);
    let mut reasons = lens.flags(facts, attended);
    let since = lens.flagged_since(facts, &reasons);
    let followed_up = follow_up.is_with_since(since);
    let recent = lens.recent(facts);
    let attention = student.attention.as_ref().filter(|attention| attention.on <= lens.today);
    let decided = attention.filter(|attention| attention.holds(lens.today));
    let place = place(status, &reasons, decided);
    let gravity = reasons.iter().map(|reason| u32::from(reason.gravity())).sum();
    // What only tells where a student comes from asks for no follow-up.
    let at = reasons.iter().take_while(|reason| reason.role() == Role::Changeable).count();
    if at > 0 {
        reasons.splice(at..at, of_follow_up(lens, follow_up, (since, followed_up)));
    }
    if let Some(due) = attention.filter(|attention| attention.is_due(lens.today)) {
        reasons.push(Reason { rule: LOOK_AGAIN, finding: Finding::LookAgain { on: due.again } });
    }
    let counted = attended.filter(|attended| attended.is_counted()).and_then(|attended| attended.share.days());
    Some(Row {
        student: student.id,
        course: student.course.clone(),
        status,
        is_here: status.is_here(),
        band: Scale::MINISTRY.band_of(attended.map(|attended| attended.share)),
        to_recover: counted.map_or(0, attendance::days_to_recover),
        days_left: lens.left(facts.grade),
        attended,
        last_contact: follow_up.last,
        is_attempt: follow_up.is_attempt(),
        next: follow_up.next,
        followed_up,
        search: OnceCell::new(),
        code: student.code(),
        need: (gravity, !followed_up, recent.map_or(0, |recent| recent.fall)),
        recent,
        reasons,
        place,
        again: decided.map(|decided| decided.again),
        in_list: false,
    })
}

fn place(status: Status, flags: &[Reason], attention: Option<&Attention>) -> Place {
    // Who left stays outside, but for a hand-over that nobody confirmed: a transfer must not become a dropout unseen.
    if !status.is_here() && flags.is_empty() {
        return Place::Gone;
    }
    match attention.map(|attention| attention.kind) {
        Some(AttentionKind::Pinned) => Place::Pinned,
        Some(AttentionKind::SetAside) => Place::Aside,
        None if flags.iter().any(|flag| matches!(flag.finding, Finding::NotSeen { .. })) => Place::CheckEnrolment,
        None if flags.is_empty() => Place::Quiet,
        None => Place::Flagged,
    }
}

/// What is late, or else that nobody is with the student.
fn of_follow_up(lens: &Lens<'_>, follow_up: FollowUp, (since, followed_up): (NaiveDate, bool)) -> Option<Reason> {
    let last = follow_up.last;
    if let (Some(logged), Some(due)) = (follow_up.last_logged, follow_up.next)
        && due < lens.today
        && school_year(logged) >= lens.year
    {
        return Some(Reason { rule: OVERDUE, finding: Finding::FollowUpOverdue { due } });
    }
    (!followed_up).then_some(Reason { rule: FOLLOW_UP, finding: Finding::NoFollowUp { since, last } })
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
