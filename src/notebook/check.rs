//! The rules of the notebook: what an edit may not leave behind.
//!
//! Owns the rules that need no date but the ones in the notebook. Answers with typed problems, never with words.

use std::collections::HashMap;

use super::{
    Notebook,
    action::{Action, ActionState},
    contact::Contact,
    cycle::Cycle,
    edit::{Change, Edit, Swap},
    id::Id,
    learning::Learning,
    problem::{Field, Kind, Problem},
    school::School,
    student::Student,
};

/// What is wrong with the notebook after an edit was put in its place; looks only at what the edit touched.
///
/// One look at a shelf by binary search for each reference of each change, and one walk over the notebook for all removed
/// students together: an import of a whole school, or taking it back, stays `n log n`. Changes of cycles walk over the
/// cycles; a school has a handful, and a deed of a team changes two at most.
pub(super) fn after(notebook: &Notebook, edit: &Edit) -> Vec<Problem> {
    let uses = Uses::of_removed(notebook, edit);
    edit.changes.iter().flat_map(|change| of_change(notebook, &uses, change)).collect()
}

fn of_change(notebook: &Notebook, uses: &Uses, change: &Change) -> Vec<Problem> {
    match change {
        Change::School(Swap { before, after: Some(school) }) => school_problems(before.as_deref(), school),
        Change::Student(Swap { before: Some(student), after: None }) => uses.of(student.id),
        Change::Student(Swap { before, after: Some(student) }) => {
            let mut problems = attention_problems(before.as_deref(), student);
            problems.extend(weeks_problems(before.as_deref(), student));
            problems
        }
        Change::Contact(Swap { after: Some(contact), .. }) => contact_problems(notebook, contact),
        Change::Cycle(swap) => cycle_problems(notebook, swap),
        Change::Action(swap) => action_problems(notebook, swap),
        Change::Learning(swap) => learning_problems(notebook, swap),
        Change::School(_)
        | Change::Margin(_)
        | Change::Member(_)
        | Change::Student(Swap { after: None, .. })
        | Change::Contact(_)
        | Change::Meeting(_) => Vec::new(),
    }
}

/// What points at the students that an edit removes: how many contacts, actions and cycles.
struct Uses(HashMap<Id<Student>, [usize; 3]>);

impl Uses {
    const KINDS: [Kind; 3] = [Kind::Contact, Kind::Action, Kind::Cycle];

    fn of_removed(notebook: &Notebook, edit: &Edit) -> Self {
        let removed = edit.changes.iter().filter_map(|change| match change {
            Change::Student(Swap { before: Some(student), after: None }) => Some((student.id, [0; 3])),
            _ => None,
        });
        let mut uses = Self(removed.collect());
        if uses.0.is_empty() {
            return uses;
        }
        for contact in &notebook.contacts {
            uses.count(&[contact.student], |[contacts, _, _]| contacts);
        }
        for action in &notebook.actions {
            uses.count(&action.students, |[_, actions, _]| actions);
        }
        for cycle in &notebook.cycles {
            uses.count(&cycle.focus, |[_, _, cycles]| cycles);
        }
        uses
    }

    /// Counts an item that points at students: once for each of them, even where it names one twice.
    fn count(&mut self, students: &[Id<Student>], which: fn(&mut [usize; 3]) -> &mut usize) {
        let mut named: Vec<_> = students.iter().filter(|student| self.0.contains_key(student)).collect();
        named.sort_unstable();
        named.dedup();
        for student in named {
            if let Some(counts) = self.0.get_mut(student) {
                *which(counts) += 1;
            }
        }
    }

    fn of(&self, student: Id<Student>) -> Vec<Problem> {
        let counts = self.0.get(&student).copied().unwrap_or_default();
        let used = Self::KINDS.into_iter().zip(counts).filter(|(_, count)| *count > 0);
        used.map(|(by, count)| Problem::StillUsed { kind: Kind::Student, by, count }).collect()
    }
}

fn school_problems(before: Option<&School>, school: &School) -> Vec<Problem> {
    let mut problems = Vec::new();
    if school.name.is_empty() {
        problems.push(Problem::Missing(Field::SchoolName));
    }
    let is_new = before.is_none_or(|before| before.calendars != school.calendars);
    for calendar in school.calendars.iter().filter(|_| is_new) {
        if calendar.to < calendar.from {
            problems.push(Problem::Before { field: Field::ClassesTo, than: Field::ClassesFrom });
        }
        if calendar.winter.is_some_and(|(from, to)| to < from) {
            problems.push(Problem::Before { field: Field::WinterTo, than: Field::WinterFrom });
        }
    }
    let known = before.map(|before| before.run_charts.baselines.as_slice()).unwrap_or_default();
    for baseline in school.run_charts.baselines.iter().filter(|baseline| !known.contains(baseline)) {
        if baseline.to < baseline.from {
            problems.push(Problem::Before { field: Field::BaselineTo, than: Field::BaselineFrom });
        }
        if baseline.reason.is_empty() {
            problems.push(Problem::Missing(Field::Reason));
        }
    }
    problems
}

/// A decision about a student's place needs a reason and a day to look again that comes after it. One that stands already,
/// from another hand, is not questioned when something else of the student changes.
fn attention_problems(before: Option<&Student>, student: &Student) -> Vec<Problem> {
    let is_new = before.is_none_or(|before| before.attention != student.attention);
    let Some(attention) = student.attention.as_ref().filter(|_| is_new) else { return Vec::new() };
    let mut problems = Vec::new();
    if attention.reason.is_empty() {
        problems.push(Problem::Missing(Field::Reason));
    }
    if attention.again <= attention.on {
        problems.push(Problem::Before { field: Field::Again, than: Field::On });
    }
    problems
}

/// Weeks are those of their month: together they have its days. What stands already, from another hand, is not questioned.
fn weeks_problems(before: Option<&Student>, student: &Student) -> Vec<Problem> {
    let told = |student: &Student, month| (student.weeks.get(month), student.attendance.get(month));
    let is_new = |month| before.is_none_or(|before| told(before, month) != told(student, month));
    let wrong = student.weeks.iter().filter(|(month, parts)| student.attendance.get(*month) != Some(parts.total()));
    wrong.filter(|(month, _)| is_new(*month)).map(|(month, _)| Problem::WeeksOfAnother { month }).collect()
}

fn contact_problems(notebook: &Notebook, contact: &Contact) -> Vec<Problem> {
    let mut problems = unknown_students(notebook, &[contact.student]);
    if contact.next.is_some_and(|next| next < contact.on) {
        problems.push(Problem::Before { field: Field::Next, than: Field::On });
    }
    if !contact.kind.results().contains(&contact.result) {
        problems.push(Problem::ResultOfAnother(contact.kind));
    }
    problems
}

fn unknown_students(notebook: &Notebook, students: &[Id<Student>]) -> Vec<Problem> {
    let all_known = students.iter().all(|student| notebook.students.contains(*student));
    if all_known { Vec::new() } else { vec![Problem::Unknown(Kind::Student)] }
}

fn cycle_problems(notebook: &Notebook, swap: &Swap<Cycle>) -> Vec<Problem> {
    let Some(cycle) = &swap.after else { return cycle_removed(notebook, swap) };
    let mut problems = unknown_students(notebook, &cycle.focus);
    if notebook.cycles.iter().any(|other| other.id != cycle.id && other.number == cycle.number) {
        problems.push(Problem::CycleNumberTaken { number: cycle.number });
    }
    if let Some(open) = notebook.cycles.iter().find(|other| other.id != cycle.id && other.is_open() && cycle.is_open())
    {
        problems.push(Problem::CycleAlreadyOpen { number: open.number });
    }
    if let Some(closing) = &cycle.closing {
        if closing.reason.is_empty() {
            problems.push(Problem::Missing(Field::Reason));
        }
        if closing.on < cycle.opened {
            problems.push(Problem::Before { field: Field::On, than: Field::CycleName });
        }
    }
    problems
}

fn cycle_removed(notebook: &Notebook, swap: &Swap<Cycle>) -> Vec<Problem> {
    let Some(cycle) = &swap.before else { return Vec::new() };
    let still_used = |by, count| (count > 0).then_some(Problem::StillUsed { kind: Kind::Cycle, by, count });
    [
        still_used(Kind::Action, notebook.actions_of(cycle.id).count()),
        still_used(Kind::Learning, notebook.learnings_of(cycle.id).count()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn action_problems(notebook: &Notebook, swap: &Swap<Action>) -> Vec<Problem> {
    let closed = swap.before.as_ref().and_then(|before| closed_cycle(notebook, before.cycle));
    let Some(action) = &swap.after else { return closed.into_iter().collect() };
    let mut problems = unknown_students(notebook, &action.students);
    problems.extend(closed);
    if action.what.is_empty() {
        problems.push(Problem::Missing(Field::What));
    }
    if matches!(&action.state, ActionState::Dropped { reason, .. } if reason.is_empty()) {
        problems.push(Problem::Missing(Field::Reason));
    }
    problems.extend(span_problems(swap.before.as_deref(), action));
    problems.extend(unknown_cycle(notebook, action.cycle));
    problems
}

/// Nothing ends before it begins. Days that stand already, from another hand, are not questioned when something else of the
/// action changes.
fn span_problems(before: Option<&Action>, action: &Action) -> Vec<Problem> {
    let days = |action: &Action| (action.start, action.due, action.ended());
    let Some(start) = action.start.filter(|_| before.map(days) != Some(days(action))) else { return Vec::new() };
    [(Field::Due, action.due), (Field::Ended, action.ended())]
        .into_iter()
        .filter(|(_, end)| end.is_some_and(|end| end < start))
        .map(|(field, _)| Problem::Before { field, than: Field::Start })
        .collect()
}

fn learning_problems(notebook: &Notebook, swap: &Swap<Learning>) -> Vec<Problem> {
    let closed = swap.before.as_ref().and_then(|before| closed_cycle(notebook, before.cycle));
    let Some(learning) = &swap.after else { return closed.into_iter().collect() };
    let mut problems: Vec<Problem> = unknown_cycle(notebook, learning.cycle).into_iter().collect();
    problems.extend(closed);
    if learning.statement.is_empty() {
        problems.push(Problem::Missing(Field::Statement));
    }
    problems
}

/// A closed cycle's record stays as it is: what is in it is no longer changed or removed.
fn closed_cycle(notebook: &Notebook, cycle: Id<Cycle>) -> Option<Problem> {
    let closed = notebook.cycles.get(cycle).filter(|cycle| !cycle.is_open())?;
    Some(Problem::CycleClosed { number: closed.number })
}

fn unknown_cycle(notebook: &Notebook, cycle: Id<Cycle>) -> Option<Problem> {
    (!notebook.cycles.contains(cycle)).then_some(Problem::Unknown(Kind::Cycle))
}
