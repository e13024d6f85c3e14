//! The practice alliance: twelve invented schools with the size of the first year, the same bytes on every machine.
//!
//! Owns all that is invented. Never reads the disk or the clock, and draws from a fixed seed only. Its days are those of
//! 2020 and 2021; "today" is what the reader's clock says, so in the open cycles much is overdue.

mod actions;
mod attendance;
mod contacts;
mod cycles;
mod dice;
mod judging;
mod learnings;
mod meetings;
mod moment;
mod people;
mod plan;
mod students;
mod tutor;
mod weeks;
mod words;

#[cfg(test)]
mod tests;

pub use plan::{DemoSchool, SCHOOLS, Teaches};
pub use tutor::{tutor, tutor_day};

use crate::{
    notebook::{Notebook, safe_text::SafeText, school::School},
    rules::identity::Rbd,
};
use dice::Purpose;
use moment::{Minting, day};

/// The notebooks of the practice alliance by RBD, made one at a time so that memory holds one.
pub fn alliance() -> impl Iterator<Item = Notebook> {
    SCHOOLS.iter().filter_map(notebook)
}

/// The notebook of one school of the practice alliance; none only where a school's number is no RBD.
pub fn notebook(school: &DemoSchool) -> Option<Notebook> {
    let mut header = School::new(Rbd::new(school.rbd)?, SafeText::line(school.name));
    header.commune = SafeText::line(school.commune);
    header.invented = true;
    header.calendars.extend(weeks::calendar(school));
    header.years = judging::published(school);
    let mut notebook = Notebook::new(Minting::new(school.rbd, Purpose::Notebook).next(day(2020, 3, 16)), header);
    notebook.notice = SafeText::note(words::NOTICE);

    let mut students = students::of(school);
    weeks::spread(school, students.iter_mut().map(|enrolled| &mut enrolled.student));
    let spans = cycles::spans(school);
    let mut cycles = cycles::of(school, &students);
    let members = people::of(school);
    let mut actions = actions::of(school, &cycles, &spans);
    let mut learnings = learnings::of(school, &cycles, &spans);
    judging::tell(school, &students, &mut cycles, &mut actions, &mut learnings);
    notebook.actions = actions.into_iter().collect();
    notebook.learnings = learnings.into_iter().collect();
    notebook.meetings = meetings::of(school, &cycles, &spans, &members).into_iter().collect();
    notebook.contacts = contacts::of(school, &students).into_iter().collect();
    notebook.students = students.into_iter().map(|enrolled| enrolled.student).collect();
    notebook.members = members.into_iter().collect();
    notebook.cycles = cycles.into_iter().collect();
    Some(notebook)
}
