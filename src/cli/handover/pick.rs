//! Who is meant, and what is said of them.

use crate::{
    cli::args::HandOver as Args,
    notebook::{Notebook, personal::Reveal, safe_text::SafeText, student::Student, transfer::Prompt},
    rules::{
        course::{Course, Grade},
        identity::Run,
        status::Status,
    },
    text::handover::NotPicked,
};

/// The student who is meant, or those of a grade who are here or on the way.
pub(super) fn students<'n>(notebook: &'n Notebook, args: &Args) -> Result<Vec<&'n Student>, NotPicked> {
    match (&args.student, &args.grade) {
        (Some(wanted), _) => one(notebook, wanted).map(|student| vec![student]),
        (None, Some(grade)) => of_grade(notebook, grade, args.confirm),
        (None, None) => Err(NotPicked::Nobody),
    }
}

/// By code, RUN or id. Never chooses between two.
fn one<'n>(notebook: &'n Notebook, wanted: &str) -> Result<&'n Student, NotPicked> {
    let run = Run::parse(wanted).ok();
    let is_meant = |student: &&Student| {
        let has_run = |run: &Run| student.run.as_ref().is_some_and(|own| own.reveal(Reveal::ToMatch) == run);
        student.code().eq_ignore_ascii_case(wanted)
            || student.id.to_string() == wanted
            || run.as_ref().is_some_and(has_run)
    };
    let mut found = notebook.students.iter().filter(is_meant);
    match (found.next(), found.next()) {
        (Some(student), None) => Ok(student),
        (Some(_), Some(_)) => Err(NotPicked::Several),
        _ => Err(NotPicked::Nobody),
    }
}

fn of_grade<'n>(notebook: &'n Notebook, wanted: &str, to_confirm: bool) -> Result<Vec<&'n Student>, NotPicked> {
    let grade = Course::parse(wanted).map(|course| course.grade()).ok();
    let Some(grade) = grade.filter(|grade| *grade != Grade::Unstated) else { return Err(NotPicked::NoGrade) };
    // Who left in another way is not on the way to the next school.
    let is_meant = |student: &&Student| match student.status() {
        Status::TransferredUnconfirmed => student.course.grade() == grade,
        Status::Enrolled => student.course.grade() == grade && !to_confirm,
        _ => false,
    };
    let mut found: Vec<&Student> = notebook.students.iter().filter(is_meant).collect();
    found.sort_by(|one, other| (&one.course, one.id).cmp(&(&other.course, other.id)));
    if found.is_empty() { Err(NotPicked::EmptyGrade) } else { Ok(found) }
}

/// Reads `strengths=Dibuja muy bien`.
pub(super) fn prompt(said: &str) -> Option<(Prompt, SafeText)> {
    let (name, answer) = said.split_once('=')?;
    let prompt = Prompt::ALL.into_iter().find(|prompt| prompt.name() == name.trim())?;
    Some((prompt, SafeText::note(answer.trim())))
}
