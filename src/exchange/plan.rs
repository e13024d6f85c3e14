//! From the rows of one school to one edit of its notebook.
//! Pure, and never looks beyond this notebook. Never takes a student away because a file does not name them.

use std::collections::{BTreeMap, HashMap};

use super::merge;
use super::report::Students;
use super::route::SchoolRows;
use crate::notebook::Notebook;
use crate::notebook::edit::{Change, Deed, Edit};
use crate::notebook::id::Id;
use crate::notebook::personal::Reveal;
use crate::notebook::safe_text::SafeText;
use crate::notebook::school::School;
use crate::notebook::steps::Making;
use crate::notebook::student::Student;
use crate::rules::course::Course;
use crate::rules::identity::{Rbd, Run};

/// What rows would do to a notebook.
#[derive(Debug)]
pub struct Plan {
    /// The change, to be undone as one; `None` when the notebook knows everything already.
    pub edit: Option<Edit>,
    /// How many of the students that the rows name are new, changed or as before.
    pub students: Students,
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

/// What the rows change in the notebook of their school. Students are the same where the RUN (with its digit as
/// written) or else the MRUN is the same. Planning again after the edit was applied gives no edit.
pub fn plan(notebook: &Notebook, rows: &SchoolRows<'_>, making: &mut Making<'_>) -> Plan {
    let mut named = Named::of(notebook);
    for row in &rows.months {
        merge::month(named.by_mrun(row.mrun, making), row);
    }
    for row in &rows.roster {
        merge::listed(named.by_run(row.run, making), row);
    }
    let mut students = Students::default();
    let mut changes = Vec::from_iter(school_change(&notebook.school, rows));
    for (id, after) in named.students {
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
    let edit = (!changes.is_empty()).then_some(Edit { deed: Deed::Import, changes });
    Plan { edit, students }
}

/// Fills in a name and a commune that nobody has given yet.
fn school_change(before: &School, rows: &SchoolRows<'_>) -> Option<Change> {
    let mut after = before.clone();
    if let Some(name) = rows.name.as_ref().filter(|_| before.name.is_empty() || before.name == unnamed(before.rbd)) {
        after.name = name.clone();
    }
    if let Some(commune) = rows.commune.as_ref().filter(|_| before.commune.is_empty() && !after.name.is_empty()) {
        after.commune = commune.clone();
    }
    (after != *before).then(|| Change::replace(before.clone(), after))
}

/// The students that rows have named so far, as they are after them.
struct Named<'n> {
    notebook: &'n Notebook,
    students: BTreeMap<Id<Student>, Student>,
    runs: HashMap<Run, Id<Student>>,
    mruns: HashMap<u32, Id<Student>>,
}

impl<'n> Named<'n> {
    fn of(notebook: &'n Notebook) -> Self {
        let (mut runs, mut mruns) = (HashMap::new(), HashMap::new());
        for student in &notebook.students {
            if let Some(run) = &student.run {
                runs.entry(*run.reveal(Reveal::ToMatch)).or_insert(student.id);
            }
            if let Some(mrun) = student.mrun {
                mruns.entry(mrun).or_insert(student.id);
            }
        }
        Self { notebook, students: BTreeMap::new(), runs, mruns }
    }

    fn by_mrun(&mut self, mrun: u32, making: &mut Making<'_>) -> &mut Student {
        let id = *self.mruns.entry(mrun).or_insert_with(|| making.id());
        self.student(id)
    }

    fn by_run(&mut self, run: Run, making: &mut Making<'_>) -> &mut Student {
        let id = *self.runs.entry(run).or_insert_with(|| making.id());
        self.student(id)
    }

    fn student(&mut self, id: Id<Student>) -> &mut Student {
        let notebook = self.notebook;
        let known = || notebook.students.get(id).cloned();
        self.students.entry(id).or_insert_with(|| known().unwrap_or_else(|| Student::new(id, Course::unstated())))
    }
}

#[cfg(test)]
mod tests;
