//! From the rows of one school to one edit of its notebook.
//! Pure, and never looks beyond this notebook. Never takes a student away because a file does not name them.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::answers::{Answer, Answers, Asked, Likeness, Question};
use super::codes::Kind;
use super::matching::{self, Found, People};
use super::merge;
use super::reading::Who;
use super::report::Students;
use super::route::{Row, SchoolRows};
use super::totals;
use crate::notebook::Notebook;
use crate::notebook::edit::{Change, Deed, Edit};
use crate::notebook::id::Id;
use crate::notebook::safe_text::SafeText;
use crate::notebook::school::School;
use crate::notebook::steps::Making;
use crate::notebook::student::Student;
use crate::rules::course::Course;
use crate::rules::identity::Rbd;

/// What rows would do to a notebook.
#[derive(Debug)]
pub struct Plan {
    /// The change, to be undone as one; `None` when the notebook knows everything already.
    pub edit: Option<Edit>,
    /// How many of the students that the rows name are new, changed or as before.
    pub students: Students,
    /// Students who are here as far as the notebook knows, and are missing from a new list of their course.
    pub absent: Vec<Id<Student>>,
    /// What a person has to say before these rows can be used.
    pub questions: Vec<Question>,
    /// Rows that were not used: those with an open question, and those that may be about several students.
    pub unclear: Vec<Asked>,
}

/// What a school is called of which no file says the name: `RBD 99001-9`.
pub fn unnamed(rbd: Rbd) -> SafeText {
    SafeText::line(&format!("RBD {rbd}"))
}

/// An empty notebook of a school, with the name and commune that the rows say.
pub fn begin(rbd: Rbd, rows: &SchoolRows<'_>, making: &mut Making<'_>) -> Notebook {
    let mut school = School::new(rbd, rows.name.clone().unwrap_or_else(|| unnamed(rbd)));
    school.commune = rows.commune.clone().unwrap_or_default();
    Notebook::new(making.id(), school)
}

/// What the rows change in the notebook of their school. Planning again after the edit was applied gives no edit.
pub fn plan<'n>(notebook: &'n Notebook, rows: &SchoolRows<'n>, answers: &'n Answers, making: &mut Making<'_>) -> Plan {
    let people = People::of(notebook);
    let mut work = Work {
        people,
        answers,
        questions: Vec::new(),
        unclear: Vec::new(),
        waiting: HashSet::new(),
        named_only: HashMap::new(),
        comings: Vec::new(),
    };
    for row in &rows.students {
        if let Some(id) = work.take(row, making) {
            work.comings.extend(merge::has_event(row).then_some((*row, id)));
        }
    }
    work.settle();
    let absent = absent(notebook, rows, &work);
    let Work { people, questions, unclear, .. } = work;
    let mut students = Students::default();
    let mut changes = Vec::from_iter(school_change(&notebook.school, rows));
    for (id, after) in people.named {
        match notebook.students.get(id) {
            None => {
                students.added += 1;
                changes.push(Change::add(after));
            }
            Some(before) if *before == after => students.unchanged += 1,
            Some(before) => {
                students.changed += 1;
                changes.push(Change::replace(before.clone(), after));
            }
        }
    }
    students.absent = absent.len();
    let edit = (!changes.is_empty()).then_some(Edit { deed: Deed::Import, changes });
    Plan { edit, students, absent, questions, unclear }
}

/// Fills in a name and a commune that nobody has given yet, and takes in the figures of the school.
fn school_change(before: &School, rows: &SchoolRows<'_>) -> Option<Change> {
    let mut after = before.clone();
    if let Some(name) = rows.name.as_ref().filter(|_| before.name.is_empty() || before.name == unnamed(before.rbd)) {
        after.name = name.clone();
    }
    if let Some(commune) = rows.commune.as_ref().filter(|_| before.commune.is_empty() && !after.name.is_empty()) {
        after.commune = commune.clone();
    }
    totals::take(&mut after.years, &rows.totals);
    (after != *before).then(|| Change::replace(before.clone(), after))
}

/// What is gathered while rows are taken in.
struct Work<'n> {
    people: People<'n>,
    answers: &'n Answers,
    questions: Vec<Question>,
    unclear: Vec<Asked>,
    /// Numbers of rows that were left out: whoever has one of them is not known before that row is.
    waiting: HashSet<Who>,
    /// Of rows without a number, the first of each name and file.
    named_only: HashMap<(usize, String), Asked>,
    /// Rows that know of coming or leaving.
    comings: Vec<(Row<'n>, Id<Student>)>,
}

impl<'n> Work<'n> {
    /// Takes a row in; gives the student whom it is about.
    fn take(&mut self, row: &Row<'_>, making: &mut Making<'_>) -> Option<Id<Student>> {
        if numbers(row).any(|who| self.waiting.contains(&who)) {
            return self.leave_out(row);
        }
        let student = match self.people.find(row) {
            Found::Known(id) => self.people.take(id),
            Found::New => None,
            Found::Perhaps(id, likeness) => {
                let asked = self.asked_first(row);
                match self.answers.to(asked) {
                    Some(Answer::Same) => self.people.take(id),
                    Some(Answer::Different) => None,
                    None => return self.ask(row, (id, likeness), asked, making),
                }
            }
            Found::Unclear => return self.leave_out(row),
        };
        let mut student = student.unwrap_or_else(|| Student::new(making.id(), Course::unstated()));
        let mrun = student.mrun;
        merge::row(&mut student, row, making.today);
        // A mask that another student has already stays with that one: two are never made one here.
        if self.people.has_mrun(student.mrun, student.id) {
            student.mrun = mrun;
        }
        let id = student.id;
        self.people.put(row, student);
        Some(id)
    }

    /// That somebody left may be news only since another row said that they were back: all are told until none is.
    fn settle(&mut self) {
        for _ in 0..self.comings.len() {
            let mut is_settled = true;
            for (row, id) in &self.comings {
                let Some(student) = self.people.named.get_mut(id) else { continue };
                is_settled &= !merge::event(student, row);
            }
            if is_settled {
                return;
            }
        }
    }

    fn leave_out(&mut self, row: &Row<'_>) -> Option<Id<Student>> {
        self.unclear.push(row.asked);
        self.waiting.extend(numbers(row));
        None
    }

    /// Which row asks for this one: of somebody without a number a file asks once, whatever months it has rows of.
    fn asked_first(&mut self, row: &Row<'_>) -> Asked {
        match matching::name(row.record).filter(|_| numbers(row).next().is_none()) {
            Some(name) => *self.named_only.entry((row.asked.file, name)).or_insert(row.asked),
            None => row.asked,
        }
    }

    /// Asks, unless the answer would make no difference: then the row says only what is known of that student.
    fn ask(
        &mut self,
        row: &Row<'_>,
        (id, likeness): (Id<Student>, Likeness),
        asked: Asked,
        making: &Making<'_>,
    ) -> Option<Id<Student>> {
        let known = self.people.get(id).cloned()?;
        let mut same = known.clone();
        merge::row(&mut same, row, making.today);
        if same == known {
            self.people.put(row, known);
            return Some(id);
        }
        self.leave_out(row);
        if asked == row.asked {
            let known = Box::new(known);
            self.questions.push(Question { asked, row: row.record.row, known, likeness });
        }
        None
    }
}

/// What a row says to identify a student.
fn numbers(row: &Row<'_>) -> impl Iterator<Item = Who> {
    row.record.run.map(Who::Run).into_iter().chain(row.record.mrun.map(Who::Mrun))
}

/// Who is here, and on none of the lists although the newest of them name the course. Told apart by the kind of number:
/// a list of RUNs says nothing about somebody known by MRUN alone.
fn absent(notebook: &Notebook, rows: &SchoolRows<'_>, work: &Work<'_>) -> Vec<Id<Student>> {
    let is_list = |row: &&Row<'_>| matches!(row.reading.kind, Kind::Roster | Kind::Enrolment);
    let Some(year) = rows.students.iter().filter(is_list).map(|row| row.year).max() else { return Vec::new() };
    let newest = || rows.students.iter().filter(is_list).filter(|row| row.year == year);
    let courses: BTreeSet<&Course> = newest().filter_map(|row| row.record.course.as_ref()).collect();
    let has_run = newest().any(|row| row.record.run.is_some());
    let has_mrun = newest().any(|row| row.record.mrun.is_some());
    let asked: BTreeSet<Id<Student>> = work.questions.iter().map(|question| question.known.id).collect();
    let is_missing = |student: &&Student| {
        let is_comparable = (student.run.is_some() && has_run) || (student.mrun.is_some() && has_mrun);
        is_comparable
            && student.status().is_here()
            && courses.contains(&student.course)
            && merge::last_year(student).is_none_or(|last| last <= year)
            && !work.people.named.contains_key(&student.id)
            && !asked.contains(&student.id)
    };
    notebook.students.iter().filter(is_missing).map(|student| student.id).collect()
}

#[cfg(test)]
mod tests;
