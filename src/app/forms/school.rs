//! A notebook for another school.

use super::{
    Flaw, Flaws, Sheet,
    answers::{Answers, flaws},
    line,
};
use crate::{
    app::effect::NewSchool,
    notebook::{
        problem::{Field, Problem},
        safe_text::SafeText,
    },
    rules::identity::Rbd,
};

/// The empty form.
pub fn sheet() -> Sheet {
    let empty = SafeText::default();
    Sheet::new(vec![
        line(Field::Rbd, &empty).required(),
        line(Field::SchoolName, &empty).required(),
        line(Field::Commune, &empty),
    ])
}

/// The school of a filled form. A check digit that does not agree is refused here: a person is there to look again.
pub fn read(answers: &Answers<'_>) -> Result<NewSchool, Flaws> {
    let empty = SafeText::default();
    let name = answers.line(Field::SchoolName, &empty);
    let mut wrong = Flaws::new();
    let rbd = answers.line(Field::Rbd, &empty);
    let rbd = parse_rbd(rbd.as_str()).map_err(|flaw| wrong.push((Some(Field::Rbd), flaw)));
    if name.is_empty() {
        wrong.extend(flaws([Problem::Missing(Field::SchoolName)]));
    }
    match rbd {
        Ok(rbd) if wrong.is_empty() => Ok(NewSchool { rbd, name, commune: answers.line(Field::Commune, &empty) }),
        _ => Err(wrong),
    }
}

/// A number with a check digit that agrees, or without one.
pub(super) fn parse_rbd(text: &str) -> Result<Rbd, Flaw> {
    match Rbd::parse(text) {
        Ok((rbd, None)) => Ok(rbd),
        Ok((_, Some(digit))) => Err(Flaw::RbdDigit(digit)),
        Err(problem) => Err(Flaw::Rbd(problem)),
    }
}
