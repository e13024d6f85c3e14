//! The rules at work: what a student's data call for, in a school year, as of a day, by the thresholds of a notebook.
//!
//! Pure and the same for an open notebook and for one line of the shelf. Knows nothing of follow-up or of the order.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::{
    arrival::OnTheWay,
    attended::{Attended, Recent, Sources},
    path,
    reason::{CRITICAL, ENROLMENT, FAILED, Finding, GRAVE, Reason, UNKNOWN},
};
use crate::{
    notebook::{
        limits::Limits,
        outline::StudentLine,
        school::School,
        student::{Grade, Student},
    },
    rules::{
        age::{self, Born, OVER_AGE},
        attendance::{self, Days, Share, trend::FALL},
        calendar::{Month, school_year},
        classes::{RECENT, SchoolCalendar},
        course,
        promotion::{self, Unmet},
        status::Status,
    },
};

/// What the rules look at, wherever it was read from.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The status on the day; none of whom the notebook knows only from later.
    pub status: Option<Status>,
    /// Whether the student is on the way to another school, and since when.
    pub on_the_way: Option<OnTheWay>,
    /// The grade of the course.
    pub grade: course::Grade,
    /// When the student was born, where known.
    pub born: Option<Born>,
    /// Where attendance is looked for.
    pub sources: Sources<'a>,
    /// Marks by subject.
    pub marks: &'a [Grade],
}

impl<'a> Facts<'a> {
    /// Of a student on a day.
    pub fn of(student: &'a Student, today: NaiveDate) -> Self {
        Self {
            status: student.status_on(today),
            on_the_way: OnTheWay::of(student, today),
            grade: student.course.grade(),
            born: born(student.born, student.birth_month),
            sources: Sources { months: &student.attendance, reported: &student.reported, years: &student.years },
            marks: &student.grades,
        }
    }

    /// Of a student in outline.
    pub fn of_line(student: &'a StudentLine, today: NaiveDate) -> Self {
        Self {
            status: student.status_on(today),
            on_the_way: OnTheWay::of_line(student, today),
            grade: student.course.grade(),
            born: born(student.born, student.birth_month),
            sources: Sources { months: &student.attendance, reported: &student.reported, years: &student.years },
            marks: &student.grades,
        }
    }
}

fn born(day: Option<NaiveDate>, month: Option<Month>) -> Option<Born> {
    day.map(Born::On).or_else(|| month.map(Born::In))
}

/// The school year of a day if anything of it is known, else the last one before it.
pub fn year_of<'a>(students: impl Iterator<Item = Facts<'a>>, today: NaiveDate) -> i32 {
    let now = school_year(today);
    students.filter_map(|facts| facts.sources.last_year(now)).max().unwrap_or(now)
}

/// A school year, a day, and the thresholds by which students are looked at.
#[derive(Debug)]
pub struct Lens<'a> {
    /// The school year.
    pub year: i32,
    /// The day.
    pub today: NaiveDate,
    /// The last month that counts.
    pub until: Month,
    school: &'a School,
    limits: &'a Limits,
    calendar: Cow<'a, SchoolCalendar>,
    /// The months of the last class days with data.
    window: Option<(Month, Month)>,
    /// Class days left: of most grades, and of 4° medio.
    left: [u32; 2],
}

impl<'a> Lens<'a> {
    /// Looks at the [school year](year_of) of a day.
    pub fn new<'b>(school: &'a School, students: impl Iterator<Item = Facts<'b>> + Clone, today: NaiveDate) -> Self {
        let year = year_of(students.clone(), today);
        let until = Month::of(today);
        let calendar = school.calendar(year);
        let latest =
            students.filter_map(|facts| facts.sources.of_year(year, until).next_back()).map(|(month, _)| month);
        let window = latest.max().and_then(|month| calendar.recent(month.last_day().min(today), RECENT.threshold));
        let left =
            [course::Grade::Unstated, course::Grade::Secondary(4)].map(|grade| calendar.left_after(today, grade));
        let window = window.map(|(from, until)| (Month::of(from), Month::of(until)));
        Self { year, today, until, school, limits: &school.limits, calendar, window, left }
    }

    /// The same by other thresholds: those that a closed cycle used.
    #[must_use]
    pub fn by(self, limits: &'a Limits) -> Self {
        Self { limits, ..self }
    }

    /// The first day of the school year.
    pub fn first_day(&self) -> NaiveDate {
        self.calendar.from
    }

    /// Class days that the year still has for a grade.
    pub fn left(&self, grade: course::Grade) -> u32 {
        let [most, last] = self.left;
        if grade == course::Grade::Secondary(4) { last } else { most }
    }

    /// Attendance of the year.
    pub fn attended(&self, facts: Facts<'_>) -> Option<Attended> {
        facts.sources.attended(self.year, self.until, self.today)
    }

    /// Attendance of the last class days.
    pub fn recent(&self, facts: Facts<'_>) -> Option<Recent> {
        facts.sources.recent(self.year, self.window?)
    }

    /// The flags of a student, those that can be changed first; none for somebody who is not here, but for one of whom
    /// the receiving school has not said that they are there. Who may no longer be in the school has this one question and
    /// no other flag.
    pub fn flags(&self, facts: Facts<'_>, attended: Option<Attended>) -> Vec<Reason> {
        if !facts.status.is_some_and(Status::is_here) {
            let asked = facts.on_the_way.filter(|way| way.is_asked_in(self.year));
            return asked.and_then(|way| way.reason(self.school, self.today)).into_iter().collect();
        }
        if let Some(not_seen) = self.not_seen(facts) {
            return vec![not_seen];
        }
        let mut flags = Vec::new();
        flags.extend(self.of_attendance(attended));
        flags.extend(self.falling(facts));
        flags.extend(self.failed(facts));
        flags.extend(self.promotion(facts, attended));
        flags.extend(self.over_age(facts));
        if !flags.is_empty() {
            flags.extend(path::reasons(facts, self.year));
        }
        flags
    }

    fn of_attendance(&self, attended: Option<Attended>) -> Option<Reason> {
        let reason = |rule, finding| Some(Reason { rule, finding });
        let Some(attended) = attended else { return reason(UNKNOWN, Finding::NoAttendance { year: self.year }) };
        let limits = self.limits;
        if attended.share.is_below(limits.critical_below) {
            return reason(CRITICAL.at(limits.critical_below), Finding::CriticalAttendance(attended));
        }
        if attended.share.is_below(limits.grave_below) {
            return reason(GRAVE.at(limits.grave_below), Finding::GraveAttendance(attended));
        }
        let days = attended.share.days().filter(|_| attended.is_counted());
        days.filter(|days| attendance::at_edge(*days))
            .and_then(|_| reason(attendance::EDGE, Finding::AtTheEdge(attended)))
    }

    /// A month at 0 %, the last one, when it is over or all that is known; or more class days than the limit.
    fn not_seen(&self, facts: Facts<'_>) -> Option<Reason> {
        let known = || facts.sources.of_year(self.year, self.until);
        let (until, _) = known().next_back().filter(|(_, days)| days.attended() == 0)?;
        let absent = known().rev().take_while(|(_, days)| days.attended() == 0);
        let (from, days) = absent.clone().fold((until, Days::default()), |(_, sum), (month, days)| (month, sum + days));
        let is_all = || known().count() == absent.count();
        let limit = self.limits.absent_days;
        let is_long = days.held() >= limit || is_all() || self.calendar.is_over(until, self.today);
        let finding = Finding::NotSeen { days: days.held(), from, until };
        is_long.then(|| Reason { rule: ENROLMENT.at(limit), finding })
    }

    fn falling(&self, facts: Facts<'_>) -> Option<Reason> {
        let slope = facts.sources.slope(self.year, self.until).filter(|slope| slope.falls_by(self.limits.falls_by))?;
        let (until, _) = facts.sources.of_year(self.year, self.until).next_back()?;
        let rule = FALL.at(self.limits.falls_by);
        Some(Reason { rule, finding: Finding::Falling { slope: slope.hundredths(), until } })
    }

    /// Marks of this year, or of the year before while this one has none.
    fn failed(&self, facts: Facts<'_>) -> Option<Reason> {
        let years = self.year - 1..=self.year;
        let year = facts.marks.iter().map(|grade| grade.year).filter(|at| years.contains(at)).max()?;
        let count = facts.marks.iter().filter(|grade| grade.year == year && !grade.mark.passes()).count();
        let limit = self.limits.failed_subjects.max(1);
        let reason = Reason { rule: FAILED.at(limit), finding: Finding::FailedSubjects { count, year } };
        (count >= usize::from(limit)).then_some(reason)
    }

    /// Decreto 67 as things stand: for courses of young people, and while marks of this year are known.
    fn promotion(&self, facts: Facts<'_>, attended: Option<Attended>) -> Option<Reason> {
        use course::Grade::{Basic, Secondary, Unstated};
        let applies = matches!(facts.grade, Basic(_) | Secondary(_) | Unstated);
        let marks = || facts.marks.iter().filter(|grade| grade.year == self.year).map(|grade| grade.mark);
        if !applies || marks().next().is_none() {
            return None;
        }
        let share: Option<Share> = attended.map(|attended| attended.share);
        let unmet: Unmet = promotion::by_marks(marks()).or_else(|| share.and_then(promotion::by_attendance))?;
        let finding = Finding::RequiresAnalysis { unmet, share, year: self.year };
        Some(Reason { rule: unmet.rule(), finding })
    }

    fn over_age(&self, facts: Facts<'_>) -> Option<Reason> {
        let years = age::years_over(facts.born?, facts.grade, self.year)?;
        let limit = self.limits.over_age.max(1);
        let reason = Reason { rule: OVER_AGE.at(limit), finding: Finding::OverAge { years, year: self.year } };
        (years >= limit).then_some(reason)
    }

    /// Since when a student is on the list: the first day of the month with which the attendance rules began to call for
    /// a look and have ever since; for everything else the beginning of the year. What is written down in that month was
    /// written while it happened.
    pub fn flagged_since(&self, facts: Facts<'_>, flags: &[Reason]) -> NaiveDate {
        let of_month = |month: Month| month.first_day().max(self.first_day()).min(self.today.max(self.first_day()));
        match flags.first().map(|flag| flag.finding) {
            Some(Finding::NotSeen { from, .. }) => of_month(from),
            Some(Finding::CriticalAttendance(_) | Finding::GraveAttendance(_) | Finding::AtTheEdge(_)) => {
                self.attendance_since(facts).map_or_else(|| self.first_day(), of_month)
            }
            Some(Finding::Falling { until, .. }) => of_month(until),
            Some(Finding::Unconfirmed { since, .. }) => since,
            _ => self.first_day(),
        }
    }

    fn attendance_since(&self, facts: Facts<'_>) -> Option<Month> {
        let (mut sum, mut since) = (Days::default(), None);
        for (month, days) in facts.sources.of_year(self.year, self.until) {
            sum = sum + days;
            let calls = sum.is_below(self.limits.grave_below) || attendance::at_edge(sum);
            since = calls.then(|| since.unwrap_or(month));
        }
        since
    }
}
