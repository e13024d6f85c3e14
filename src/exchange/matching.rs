//! Which student of a notebook a row is about: by RUN or IPE as written, else by MRUN. Name, birth and course only raise
//! a question.
//! Never takes a wrong digit for the right one, and never one of two numbers for the other, unless a person says so.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::answers::Likeness;
use super::record::{Birth, Record};
use super::route::Row;
use crate::notebook::Notebook;
use crate::notebook::id::Id;
use crate::notebook::personal::{Personal, Reveal};
use crate::notebook::student::Student;
use crate::rules::calendar::Month;
use crate::rules::identity::Run;
use crate::rules::spelling;

/// What can be said of a row without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// It is about this student.
    Known(Id<Student>),
    /// It is about nobody that is known.
    New,
    /// It may be about this student.
    Perhaps(Id<Student>, Likeness),
    /// It may be about one of several.
    Unclear,
}

/// The students of a notebook as they are after the rows so far, and how to find them.
pub(super) struct People<'n> {
    notebook: &'n Notebook,
    /// Those that rows have named.
    pub(super) named: BTreeMap<Id<Student>, Student>,
    runs: HashMap<Run, Id<Student>>,
    numbers: HashMap<u32, Id<Student>>,
    mruns: HashMap<u32, Id<Student>>,
    names: HashMap<String, Vec<Id<Student>>>,
    /// Which file has named whom, and for which time.
    by_file: HashSet<(usize, Id<Student>)>,
    by_time: HashSet<(usize, i32, Option<u8>, Id<Student>)>,
}

impl<'n> People<'n> {
    pub(super) fn of(notebook: &'n Notebook) -> Self {
        let mut people = Self {
            notebook,
            named: BTreeMap::new(),
            runs: HashMap::new(),
            numbers: HashMap::new(),
            mruns: HashMap::new(),
            names: HashMap::new(),
            by_file: HashSet::new(),
            by_time: HashSet::new(),
        };
        for student in &notebook.students {
            people.index(student);
        }
        people
    }

    /// A number that two students have in a notebook (by another hand) stays with the first of them.
    fn index(&mut self, student: &Student) {
        for run in student.run.iter().chain(&student.aliases).map(|run| *run.reveal(Reveal::ToMatch)) {
            self.runs.entry(run).or_insert(student.id);
            self.numbers.entry(run.number()).or_insert(student.id);
        }
        if let Some(mrun) = student.mrun {
            self.mruns.entry(mrun).or_insert(student.id);
        }
        if let Some(name) = name_of(student) {
            let namesakes = self.names.entry(name).or_default();
            if !namesakes.contains(&student.id) {
                namesakes.push(student.id);
            }
        }
    }

    /// A student as after the rows so far.
    pub(super) fn get(&self, id: Id<Student>) -> Option<&Student> {
        self.named.get(&id).or_else(|| self.notebook.students.get(id))
    }

    /// Whether somebody else has this mask.
    pub(super) fn has_mrun(&self, mrun: Option<u32>, but: Id<Student>) -> bool {
        mrun.and_then(|mrun| self.mruns.get(&mrun)).is_some_and(|id| *id != but)
    }

    /// A student as after the rows so far, to be put back.
    pub(super) fn take(&mut self, id: Id<Student>) -> Option<Student> {
        self.named.remove(&id).or_else(|| self.notebook.students.get(id).cloned())
    }

    /// Takes note of a student as after a row.
    pub(super) fn put(&mut self, row: &Row<'_>, student: Student) {
        self.index(&student);
        self.by_file.insert((row.asked.file, student.id));
        self.by_time.insert((row.asked.file, row.year, row.record.month, student.id));
        self.named.insert(student.id, student);
    }

    /// Who a row is about.
    pub(super) fn find(&self, row: &Row<'_>) -> Found {
        let record = row.record;
        if let Some(id) = record.run.and_then(|run| self.runs.get(&run)) {
            return Found::Known(*id);
        }
        let by_mrun = record.mrun.and_then(|mrun| self.mruns.get(&mrun)).and_then(|id| self.get(*id));
        if let Some(student) = by_mrun {
            let two_runs = own_run(student).zip(record.run).is_some_and(|(own, run)| likeness(own, run).is_none());
            return if two_runs { Found::Unclear } else { Found::Known(student.id) };
        }
        self.by_digit(row).unwrap_or_else(|| self.by_name(row))
    }

    /// Somebody with the same number and another digit.
    fn by_digit(&self, row: &Row<'_>) -> Option<Found> {
        let number = row.record.run?.number();
        let student = self.numbers.get(&number).and_then(|id| self.get(*id))?;
        let other_name = name_of(student).zip(name(row.record)).is_some_and(|(own, told)| own != told);
        // A list that names both means two.
        let is_other = other_name || self.by_file.contains(&(row.asked.file, student.id));
        (!is_other).then_some(Found::Perhaps(student.id, Likeness::RunDigit))
    }

    fn by_name(&self, row: &Row<'_>) -> Found {
        let Some(namesakes) = name(row.record).and_then(|name| self.names.get(&name)) else { return Found::New };
        let is_alike = |student: &&Student| is_alike(student, row.record);
        let alike = namesakes.iter().filter_map(|id| self.get(*id)).filter(is_alike);
        let mut alike: Vec<(&Student, Found)> = alike
            .map(|student| (student, self.likeness(student, row)))
            .filter(|(_, found)| *found != Found::New)
            .collect();
        if let Some((_, same)) = alike.iter().find(|(_, found)| matches!(found, Found::Known(_) | Found::Unclear)) {
            return *same;
        }
        if alike.len() > 1 {
            let is_closer = |student: &Student| same_course(student, row.record);
            if alike.iter().any(|(student, _)| is_closer(student)) {
                alike.retain(|(student, _)| is_closer(student));
            }
        }
        match alike.as_slice() {
            [] => Found::New,
            [(_, found)] => *found,
            _ => Found::Unclear,
        }
    }

    /// Whether the file of a row names a student for the same time.
    fn is_listed_then(&self, row: &Row<'_>, student: &Student) -> bool {
        self.by_time.contains(&(row.asked.file, row.year, row.record.month, student.id))
    }

    /// What the numbers say of a row and somebody of the same name, birth and course.
    fn likeness(&self, student: &Student, row: &Row<'_>) -> Found {
        let (record, is_listed) = (row.record, self.by_file.contains(&(row.asked.file, student.id)));
        if record.mrun.is_some() && student.mrun.is_some() {
            return Found::New;
        }
        match (own_run(student), record.run) {
            (Some(own), Some(run)) => match likeness(own, run) {
                // The list itself says both numbers of one child.
                Some(Likeness::IpeAndRun) if is_listed && is_sure(student, record) => Found::Known(student.id),
                Some(likeness) if likeness == Likeness::IpeAndRun || !is_listed => Found::Perhaps(student.id, likeness),
                _ => Found::New,
            },
            // Nobody has a number that could tell them apart.
            (None, None) if is_twin(student, record) => {
                if self.is_listed_then(row, student) {
                    Found::Unclear
                } else {
                    Found::Known(student.id)
                }
            }
            _ if self.is_listed_then(row, student) => Found::New,
            _ => Found::Perhaps(student.id, Likeness::NameOnly),
        }
    }
}

/// What two numbers may have to do with one another; none for two good numbers of one kind.
pub(super) fn likeness(own: Run, run: Run) -> Option<Likeness> {
    if own.is_ipe() != run.is_ipe() {
        Some(Likeness::IpeAndRun)
    } else if own.is_valid() && run.is_valid() {
        None
    } else {
        Some(Likeness::RunDigit)
    }
}

fn own_run(student: &Student) -> Option<Run> {
    student.run.as_ref().map(|run| *run.reveal(Reveal::ToMatch))
}

/// Whether both are in one course, or nothing is known of either.
fn same_course(student: &Student, record: &Record) -> bool {
    let told = record.course.as_ref().filter(|course| course.is_stated());
    told.map_or(!student.course.is_stated(), |course| student.course == *course)
}

/// Whether birth, or else the course, is the same as well as the name. Of somebody without any number nothing more can
/// be asked than that they are not born on another day: the course changes.
fn is_alike(student: &Student, record: &Record) -> bool {
    let has_number = record.run.is_some() || record.mrun.is_some();
    same_birth(student, record)
        .unwrap_or_else(|| !has_number || student.course.is_stated() && same_course(student, record))
}

/// Whether birth and course are known and the same.
fn is_sure(student: &Student, record: &Record) -> bool {
    let has_days = student.born.is_some() && matches!(record.birth, Some(Birth::Day(_)));
    has_days && same_birth(student, record) == Some(true) && same_course(student, record)
}

/// Whether neither has a number, and all that is known of birth and course is the same.
fn is_twin(student: &Student, record: &Record) -> bool {
    let has_number = [student.run.is_some(), student.mrun.is_some(), record.run.is_some(), record.mrun.is_some()];
    let both_know = (student.born.is_some() || student.birth_month.is_some()) == record.birth.is_some();
    !has_number.contains(&true)
        && both_know
        && same_birth(student, record) != Some(false)
        && same_course(student, record)
}

/// Whether two are born on one day, or in one month where only that is known; none where one is unknown.
fn same_birth(student: &Student, record: &Record) -> Option<bool> {
    let own = student.born.map(Month::of).or(student.birth_month)?;
    match (student.born, record.birth?) {
        (Some(own), Birth::Day(day)) => Some(own == day),
        (None, Birth::Day(day)) => Some(own == Month::of(day)),
        (_, Birth::Month(month)) => Some(own == month),
    }
}

/// The words of a name without accents and capitals, in alphabetical order: lists turn names about. One word is no name.
fn key<'p>(parts: impl IntoIterator<Item = &'p Personal>) -> Option<String> {
    let text: Vec<&str> = parts.into_iter().map(|part| part.reveal(Reveal::ToMatch)).collect();
    let folded = spelling::fold(&text.join(" "));
    let mut words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    (words.len() > 1).then(|| words.join(" "))
}

fn name_of(student: &Student) -> Option<String> {
    if !student.has_name() {
        return None;
    }
    key([&student.given_names, &student.paternal_surname, &student.maternal_surname])
        .or_else(|| key([&student.full_name]))
}

/// The name of a row as it is compared; none where it says no name.
pub(super) fn name(record: &Record) -> Option<String> {
    let more = record.more.as_ref()?;
    let both = [&more.paternal_surname, &more.maternal_surname];
    let surnames = both.into_iter().chain(both.iter().all(|name| name.is_empty()).then_some(&more.surnames));
    key(surnames.chain([&more.given_names])).or_else(|| key([&more.full_name]))
}

#[cfg(test)]
mod tests;
