//! Lists to mark in forms: what they choose among.
//!
//! Owns keys and what the search finds them by. Names belong to the view.

use serde::{Deserialize, Serialize};

use super::Row;
use crate::{
    app::{
        codebook::Codebook,
        form::{Field as Input, FormField, MultiField, MultiOption},
    },
    insight::review,
    notebook::{
        Notebook,
        id::Id,
        learning::{Learning, Theme},
        problem::Field,
        student::Student,
    },
};

/// What can be marked in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Pick {
    /// A student.
    Student(Id<Student>),
    /// A theme, by its place among those that the form offers.
    Theme(usize),
}

/// Many students, found by what the review's search finds: names, code, course.
pub(super) fn students(label: Field, notebook: &Notebook, chosen: &[Id<Student>]) -> Row {
    let mut options: Vec<(&Student, String)> =
        notebook.students.iter().map(|student| (student, review::search_text(student))).collect();
    options.sort_by_cached_key(|(student, _)| (student.course.clone(), student.code()));
    let options = options.into_iter().map(|(student, folded)| MultiOption { key: Pick::Student(student.id), folded });
    let chosen = chosen.iter().copied().map(Pick::Student).collect();
    FormField::new(label, Input::Multi(MultiField::new(options.collect(), chosen)))
}

/// The themes of a learning, the first chosen one first.
pub(super) fn themes(offered: &[Theme], codebook: &Codebook, old: Option<&Learning>) -> Row {
    let option = |(at, theme)| MultiOption { key: Pick::Theme(at), folded: codebook.search_text(theme) };
    let place = |theme: &Theme| offered.iter().position(|one| one == theme).map(Pick::Theme);
    let mut chosen: Vec<Pick> = Vec::new();
    for pick in old.into_iter().flat_map(Learning::themes).filter_map(place) {
        if !chosen.contains(&pick) {
            chosen.push(pick);
        }
    }
    let options = offered.iter().enumerate().map(option).collect();
    FormField::new(Field::Theme, Input::Multi(MultiField::new(options, chosen)))
}
