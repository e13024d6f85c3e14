//! A student: who, in which course, with which attendance, grades and history.
//!
//! Holds what the work needs and no more: sex, nationality, ethnicity and special needs have no place here, so that no
//! rule can ever use them.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    attention::Attention,
    extra::Extra,
    guardian::Guardian,
    id::Id,
    items::Item,
    months::Months,
    personal::{Personal, PersonalRun, Reveal},
    reported::{Engagement, Reported},
    safe_text::SafeText,
    standing::Standing,
    transfer::Transfer,
    weeks::{Parts, Weeks},
    years::StudentYear,
};
use crate::rules::{
    attendance::Days,
    calendar::{Month, school_year},
    course::Course,
    day,
    grades::Mark,
    status::Status,
    week::Week,
};

/// A student of the school.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Student {
    /// The student's id; the short code on the screen comes from it.
    pub id: Id<Self>,
    /// The course this year, as `7B-A`.
    pub course: Course,
    /// RUN or IPE, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<PersonalRun>,
    /// Other numbers of the same student: an IPE that a RUN replaced, a RUN once written with a wrong digit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<PersonalRun>,
    /// The Ministry's mask of the RUN in open data, where the student came from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mrun: Option<u32>,
    /// Given names.
    #[serde(default, skip_serializing_if = "Personal::is_absent")]
    pub given_names: Personal,
    /// Paternal surname.
    #[serde(default, skip_serializing_if = "Personal::is_absent")]
    pub paternal_surname: Personal,
    /// Maternal surname.
    #[serde(default, skip_serializing_if = "Personal::is_absent")]
    pub maternal_surname: Personal,
    /// Names and surnames in one, where lists do not say which is which.
    #[serde(default, skip_serializing_if = "Personal::is_absent")]
    pub full_name: Personal,
    /// Date of birth, where known.
    #[serde(default, deserialize_with = "day::read_or_null", skip_serializing_if = "Option::is_none")]
    pub born: Option<NaiveDate>,
    /// Month of birth, where the day is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_month: Option<Month>,
    /// Telephones of the family, as written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Personal>,
    /// Electronic mail of the family.
    #[serde(default, skip_serializing_if = "Personal::is_absent")]
    pub email: Personal,
    /// Who answers for the student.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guardians: Vec<Guardian>,
    /// Remarks of lists, as written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<Personal>,
    /// Attendance by month: `[days attended, days held]`.
    #[serde(default, skip_serializing_if = "Months::is_empty")]
    pub attendance: Months,
    /// How the days of a month lie in its weeks, where a daily register told them: `[days attended, days held]` from the
    /// 1st to the first Sunday, from Monday to Sunday, … They never say more than the month.
    #[serde(default, skip_serializing_if = "Weeks::is_empty")]
    pub weeks: Weeks,
    /// Attendance that lists report without days of a month, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reported: Vec<Reported>,
    /// Grades by subject.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grades: Vec<Grade>,
    /// Concepts by subject, where a subject has no grades.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub concepts: Vec<Concept>,
    /// School years, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub years: Vec<StudentYear>,
    /// Figures of engagement, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub engagement: Vec<Engagement>,
    /// Status history, oldest first; empty means enrolled, with no date known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<StatusEntry>,
    /// Hand-overs to other schools and from them, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub transfers: Vec<Transfer>,
    /// What the team decided about the student's place in the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attention: Option<Attention>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Item for Student {
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// One grade: the average of a subject in a school year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Grade {
    /// School year.
    pub year: i32,
    /// Subject, as the school writes it.
    pub subject: SafeText,
    /// The mark, 1.0 to 7.0.
    pub mark: Mark,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One concept: how a subject without grades is judged in a school year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Concept {
    /// School year.
    pub year: i32,
    /// Subject, as the school writes it.
    pub subject: SafeText,
    /// The concept, `MB`.
    pub concept: SafeText,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A status and the day from which it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StatusEntry {
    /// The status.
    pub status: Status,
    /// Since when, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// The school year in which it began, where the day is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl StatusEntry {
    /// The school year in which it began, where known.
    pub fn began(&self) -> Option<i32> {
        self.since.map(school_year).or(self.year)
    }
}

/// Characters of the short code beside initials.
const CODE_WITH_INITIALS: usize = 3;
/// Characters of the short code where there are no names (open data): it stands alone and must tell more apart.
const CODE_ALONE: usize = 5;

impl Student {
    /// A student of whom only id and course are known.
    pub fn new(id: Id<Self>, course: Course) -> Self {
        Self {
            id,
            course,
            run: None,
            aliases: Vec::new(),
            mrun: None,
            given_names: Personal::default(),
            paternal_surname: Personal::default(),
            maternal_surname: Personal::default(),
            full_name: Personal::default(),
            born: None,
            birth_month: None,
            phones: Vec::new(),
            email: Personal::default(),
            guardians: Vec::new(),
            remarks: Vec::new(),
            attendance: Months::default(),
            weeks: Weeks::default(),
            reported: Vec::new(),
            grades: Vec::new(),
            concepts: Vec::new(),
            years: Vec::new(),
            engagement: Vec::new(),
            history: Vec::new(),
            transfers: Vec::new(),
            attention: None,
            extra: Extra::new(),
        }
    }

    /// What a shared screen shows instead of the name: initials and a short code (`MA-k3f`), or the code alone.
    pub fn code(&self) -> String {
        let mut code: String =
            [&self.given_names, &self.paternal_surname].into_iter().filter_map(Personal::initial).collect();
        if code.is_empty() {
            code.extend(self.full_name.initial());
        }
        if code.is_empty() {
            return self.id.short(CODE_ALONE);
        }
        code.push('-');
        code.extend(self.id.letters().take(CODE_WITH_INITIALS));
        code
    }

    /// Records the days of a month. Weeks of another number of days do not belong to it any more.
    pub fn set_month(&mut self, month: Month, days: Days) {
        self.attendance.set(month, days);
        if self.weeks.get(month).is_some_and(|parts| parts.total() != days) {
            self.weeks.remove(month);
        }
    }

    /// Records how the days of a month lie in its weeks; none are left where they do not sum to it.
    pub fn set_weeks(&mut self, month: Month, parts: Parts) {
        let belongs = self.attendance.get(month) == Some(parts.total());
        self.weeks.set(month, if belongs { parts } else { Parts::default() });
    }

    /// Attendance by week, oldest first; a week that lies in two months once. Weeks that do not sum to their month, as
    /// another hand may leave them, are not told.
    pub fn by_week(&self) -> Vec<(Week, Days)> {
        let mut all: Vec<(Week, Days)> = Vec::new();
        let belongs = |(month, parts): &(Month, Parts)| self.attendance.get(*month) == Some(parts.total());
        for (week, days) in self.weeks.iter().filter(belongs).flat_map(|(month, parts)| parts.by_week(month)) {
            match all.last_mut().filter(|(last, _)| *last == week) {
                Some((_, known)) => *known = *known + days,
                None => all.push((week, days)),
            }
        }
        all
    }

    /// The status today.
    pub fn status(&self) -> Status {
        self.history.last().map_or(Status::Enrolled, |entry| entry.status)
    }

    /// The status on a day; none where the notebook knows the student only from later.
    pub fn status_on(&self, day: NaiveDate) -> Option<Status> {
        self.standing().on(day)
    }

    /// Whether the student is enrolled on a day.
    pub fn is_here_on(&self, day: NaiveDate) -> bool {
        self.status_on(day).is_some_and(Status::is_here)
    }

    /// The entry of the history that says the status on a day.
    pub fn entry_on(&self, day: NaiveDate) -> Option<&StatusEntry> {
        self.standing().entry(day)
    }

    fn standing(&self) -> Standing<'_> {
        let Self { history, attendance, reported, years, .. } = self;
        Standing { history, attendance, reported, years }
    }

    /// Whether any name is known.
    pub fn has_name(&self) -> bool {
        [&self.given_names, &self.paternal_surname, &self.maternal_surname, &self.full_name]
            .iter()
            .any(|name| !name.is_empty())
    }

    /// Surnames, then given names; or the name as lists have it, where they do not say which is which. Empty is unknown.
    pub fn name(&self, leave: Reveal) -> String {
        let surnames = [self.paternal_surname.reveal(leave), self.maternal_surname.reveal(leave)];
        let surnames = surnames.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" ");
        match self.given_names.reveal(leave) {
            "" if surnames.is_empty() => self.full_name.reveal(leave).to_owned(),
            "" => surnames,
            given if surnames.is_empty() => given.to_owned(),
            given => format!("{surnames}, {given}"),
        }
    }
}
