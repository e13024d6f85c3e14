//! What a shelf needs to know of a notebook, read without the rest: no names, no texts, no contacts.
//!
//! Owns the light shapes of the same format. Never written back, and never a second place for a rule.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, de::IgnoredAny};

use super::{
    Notebook,
    action::{Action, ActionState},
    cycle::{Cycle, Step},
    extra::Extra,
    id::Id,
    months::Months,
    reported::Reported,
    safe_text::SafeText,
    school::School,
    standing::Standing,
    student::{Grade, StatusEntry, Student},
    years::StudentYear,
};
use crate::rules::{calendar::Month, course::Course, day, grades::Mark, identity::Rbd, status::Status};

/// A notebook in outline.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Outline {
    /// The notebook's id.
    pub id: Id<Notebook>,
    /// Something that every reader of the file must know first.
    #[serde(default)]
    pub notice: SafeText,
    /// The school and its settings.
    pub school: School,
    /// Improvement cycles, by id.
    #[serde(default)]
    pub cycles: Vec<CycleLine>,
    /// Planned actions, by id.
    #[serde(default)]
    pub actions: Vec<ActionLine>,
    /// Meetings, by id.
    #[serde(default)]
    pub meetings: Vec<MeetingLine>,
    /// Students, by id.
    #[serde(default)]
    pub students: Vec<StudentLine>,
}

/// A cycle in outline.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct CycleLine {
    /// The cycle's id.
    pub id: Id<Cycle>,
    /// First, second, … of this school.
    pub number: u16,
    /// The step the team is at.
    pub step: Step,
    /// Whether the team still works in it.
    #[serde(default = "yes", rename = "closing", deserialize_with = "is_absent")]
    pub is_open: bool,
}

/// A planned action in outline.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ActionLine {
    /// The action's id.
    pub id: Id<Action>,
    /// The cycle it belongs to.
    pub cycle: Id<Cycle>,
    /// The day by which it is done.
    #[serde(default)]
    pub due: Option<NaiveDate>,
    /// How far it is.
    pub state: ActionState,
}

/// A meeting in outline.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct MeetingLine {
    /// The day.
    pub on: NaiveDate,
}

/// A student in outline.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct StudentLine {
    /// The student's id.
    pub id: Id<Student>,
    /// The course this year.
    pub course: Course,
    /// The day of birth, for the age of the grade.
    #[serde(default, deserialize_with = "day::read_or_null")]
    pub born: Option<NaiveDate>,
    /// The month of birth, where the day is not known.
    #[serde(default)]
    pub birth_month: Option<Month>,
    /// Attendance by month.
    #[serde(default)]
    pub attendance: Months,
    /// Attendance that lists report without days of a month.
    #[serde(default)]
    pub reported: Vec<Reported>,
    /// School years.
    #[serde(default)]
    pub years: Vec<StudentYear>,
    /// Grades of all subjects; their names are not read.
    #[serde(default, deserialize_with = "marks")]
    pub grades: Vec<Grade>,
    /// The status history.
    #[serde(default)]
    pub history: Vec<StatusEntry>,
    /// Hand-overs to other schools and from them; what was told is not read.
    #[serde(default)]
    pub transfers: Vec<TransferLine>,
}

impl StudentLine {
    /// The status on a day; none where the notebook knows the student only from later.
    pub fn status_on(&self, day: NaiveDate) -> Option<Status> {
        let Self { history, attendance, reported, years, .. } = self;
        Standing { history, attendance, reported, years }.on(day)
    }
}

/// A hand-over in outline.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct TransferLine {
    /// The school that receives, where known.
    #[serde(default)]
    pub to: Option<Rbd>,
    /// The day on which it was sent.
    #[serde(deserialize_with = "day::read")]
    pub sent: NaiveDate,
    /// Whether nobody has taken it in.
    #[serde(default = "yes", rename = "received", deserialize_with = "is_absent")]
    is_not_received: bool,
    /// Whether nobody has confirmed it.
    #[serde(default = "yes", rename = "confirmed", deserialize_with = "is_absent")]
    is_not_confirmed: bool,
}

impl TransferLine {
    /// Whether nobody has said yet that the student is there.
    pub const fn is_open(&self) -> bool {
        self.is_not_received && self.is_not_confirmed
    }
}

impl Outline {
    /// The open cycle, or else the last one.
    pub fn current_cycle(&self) -> Option<&CycleLine> {
        self.cycles.iter().max_by_key(|cycle| (cycle.is_open, cycle.number))
    }
}

fn yes() -> bool {
    true
}

fn is_absent<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    Option::<IgnoredAny>::deserialize(deserializer).map(|closing| closing.is_none())
}

/// Marks without the words: the subject stays empty.
fn marks<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Grade>, D::Error> {
    #[derive(Deserialize)]
    struct Entry {
        year: i32,
        mark: Mark,
    }
    let entries = Vec::<Entry>::deserialize(deserializer)?;
    let grade = |Entry { year, mark }| Grade { year, subject: SafeText::default(), mark, extra: Extra::new() };
    Ok(entries.into_iter().map(grade).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shelf_shows_what_the_notebook_says() {
        let id = "01890000-0000-7000-8000-00000000000";
        let json = format!(
            r#"{{"format":"tep-notebook","version":1,"id":"{id}1","school":{{"rbd":99001,"name":"Escuela inventada"}},
            "cycles":[{{"id":"{id}2","number":1,"opened":"2020-03-02","step":"learnings","closing":{{"on":"2020-07-01"}}}},
            {{"id":"{id}3","number":2,"opened":"2020-07-02","step":"data","challenge":{{}}}}],
            "meetings":[{{"id":"{id}4","on":"2020-05-05"}},{{"id":"{id}5","on":"2020-04-04"}}],
            "students":[{{"id":"{id}6","course":"7B-A","given_names":"Ana","attendance":{{"2020-03":[10,12]}},
            "history":[{{"status":"enrolled"}},{{"status":"withdrawn"}}],
            "transfers":[{{"sent":"2020-04-01","confirmed":"2020-04-20"}},{{"sent":"2020-05-01"}}]}},{{"id":"{id}7","course":"7B-A"}}],
            "contacts":[{{"anything":[1,2,3]}}]}}"#
        );
        let outline: Outline = serde_json::from_str(&json).unwrap();
        let current = outline.current_cycle().unwrap();
        assert_eq!((current.number, current.is_open, current.step), (2, true, Step::Data));
        assert_eq!(outline.meetings.iter().map(|meeting| meeting.on).max(), NaiveDate::from_ymd_opt(2020, 5, 5));
        let [first, second] = outline.students.as_slice() else { panic!("two students") };
        assert_eq!(first.attendance.iter().count(), 1);
        let day = "2020-05-05".parse().unwrap();
        assert_ne!(first.status_on(day), second.status_on(day));
        let open: Vec<bool> = first.transfers.iter().map(TransferLine::is_open).collect();
        assert_eq!(open, [false, true]);
    }
}
