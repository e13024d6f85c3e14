//! Contact analysis: with whom, by which way and with which result a team was in contact, over some days.
//!
//! Owns the counts, each with how many students it is about. A course that nobody was in contact with is a row with zero,
//! never a missing one; work that was reviewed stands apart, since it is no contact.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::contact_rate::{ContactRate, contact_rate, enrolled};
use crate::{
    notebook::{
        Notebook,
        contact::{Contact, ContactKind, ContactResult},
        id::Id,
        student::Student,
    },
    rules::course::Course,
};

/// A team's contacts over some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactAnalysis {
    /// The rate, with its days.
    pub rate: ContactRate,
    /// All contacts with students enrolled on the last day.
    pub all: Tally,
    /// By course, every course with somebody enrolled; the students of all together are those of the rate.
    pub courses: Vec<CourseTally>,
    /// By the way in which they were made, every one.
    pub kinds: Vec<(ContactKind, Tally)>,
    /// By result, every one.
    pub results: Vec<(ContactResult, Tally)>,
    /// Reviews of students' work, by result, every one.
    pub work: Vec<(ContactResult, Tally)>,
    /// Records about students who are not enrolled any more: in no count above.
    pub of_gone: usize,
}

/// Records of some kind, and whom they are about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Records.
    pub records: usize,
    /// Of those, contacts in which somebody was reached.
    pub reached: usize,
    /// Students whom the records are about, each counted once.
    pub students: usize,
    /// Of those, reached at least once.
    pub students_reached: usize,
}

/// The contacts of a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseTally {
    /// The course, on the last day.
    pub course: Course,
    /// Students enrolled in it.
    pub enrolled: usize,
    /// Its contacts.
    pub tally: Tally,
}

/// Records while they are counted.
#[derive(Debug, Default)]
struct Count {
    records: usize,
    reached: usize,
    students: BTreeSet<Id<Student>>,
    students_reached: BTreeSet<Id<Student>>,
}

impl Count {
    fn add(&mut self, contact: &Contact) {
        self.records += 1;
        self.students.insert(contact.student);
        if contact.is_reached() {
            self.reached += 1;
            self.students_reached.insert(contact.student);
        }
    }

    fn of<'a>(contacts: impl IntoIterator<Item = &'a Contact>) -> Tally {
        let mut count = Self::default();
        contacts.into_iter().for_each(|contact| count.add(contact));
        count.tally()
    }

    fn tally(&self) -> Tally {
        Tally {
            records: self.records,
            reached: self.reached,
            students: self.students.len(),
            students_reached: self.students_reached.len(),
        }
    }
}

/// Analyses the contacts of the last so many days, as of one.
pub fn contact_analysis(notebook: &Notebook, days: u16, today: NaiveDate) -> ContactAnalysis {
    let rate = contact_rate(notebook, days, today);
    let within: Vec<&Contact> = notebook.contacts.iter().filter(|contact| rate.window.contains(contact.on)).collect();
    let here: BTreeMap<Id<Student>, &Course> =
        enrolled(notebook, today).map(|student| (student.id, &student.course)).collect();
    let (of_here, of_gone): (Vec<&Contact>, Vec<&Contact>) =
        within.into_iter().partition(|contact| here.contains_key(&contact.student));
    let (contacts, work): (Vec<&Contact>, Vec<&Contact>) =
        of_here.into_iter().partition(|contact| contact.kind.is_contact());
    let by_result = |among: &[&Contact], result: ContactResult| {
        (result, Count::of(among.iter().copied().filter(|contact| contact.result == result)))
    };
    ContactAnalysis {
        rate,
        all: Count::of(contacts.iter().copied()),
        courses: by_course(&here, &contacts),
        kinds: ContactKind::CONTACTS
            .map(|kind| (kind, Count::of(contacts.iter().copied().filter(|contact| contact.kind == kind))))
            .to_vec(),
        results: ContactResult::OF_CONTACT.map(|result| by_result(&contacts, result)).to_vec(),
        work: ContactResult::OF_WORK.map(|result| by_result(&work, result)).to_vec(),
        of_gone: of_gone.len(),
    }
}

fn by_course(here: &BTreeMap<Id<Student>, &Course>, contacts: &[&Contact]) -> Vec<CourseTally> {
    let mut courses: BTreeMap<&Course, (usize, Count)> = BTreeMap::new();
    for course in here.values() {
        courses.entry(course).or_default().0 += 1;
    }
    for contact in contacts {
        if let Some((_, count)) = here.get(&contact.student).and_then(|course| courses.get_mut(course)) {
            count.add(contact);
        }
    }
    let tally = |(course, (enrolled, count)): (&Course, (usize, Count))| CourseTally {
        course: course.clone(),
        enrolled,
        tally: count.tally(),
    };
    courses.into_iter().map(tally).collect()
}
