//! The picture of the main screen, drawn by the real program at the practice alliance's largest school.
//!
//! Shared by the example that writes it and the test that compares it, so that the picture never shows what the program
//! does not.

#![expect(clippy::expect_used, reason = "a practice alliance without schools has no picture")]

#[path = "../../tests/support/mod.rs"]
mod support;
#[path = "svg.rs"]
mod svg;

use support::Person;
use tep_notebook::{app::lang::Lang, demo, ui::theme::Theme};

/// Where the picture stands in the repository.
pub const FILE: &str = "examples/main-screen.svg";

const TITLE: &str = "TEP Notebook: the main screen";
const DESCRIPTION: &str = "A terminal of 80 by 24 characters, in Spanish. On top the school, its cycle and the five steps \
     with step 3, data, in brackets and its guiding questions. Below, the priority list of students with course, \
     attendance, days needed to reach 85 %, last contact and reasons; under it the planned actions and the learnings, \
     and at the foot the keys. Students are shown as initials with a short code. The school and all people are invented.";

/// The picture, on a fixed day of 2021.
///
/// # Panics
/// Where the program does not reach its main screen.
pub fn picture() -> String {
    let largest = demo::SCHOOLS.iter().max_by_key(|school| school.students).expect("the practice alliance has schools");
    let notebook = demo::notebook(largest).expect("the practice alliance can be made");
    let mut person = Person::with(Lang::Es, (80, 24), Theme::Colour, &[notebook]);
    person.keys("<Enter>").sees("[3 Datos]").sees("DATOS INVENTADOS");
    svg::picture(person.screen.buffer(), TITLE, DESCRIPTION)
}
