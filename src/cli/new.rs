//! `tep new RBD --name NAME`: an empty notebook of a school.

use super::{answer::Answer, args::New, setup, setup::Setup, trouble::Trouble};
use crate::{
    notebook::{Notebook, id::Ids, safe_text::SafeText, school::School},
    rules::identity::Rbd,
    run::{author, clock::Clock},
    text::cli::print,
};

/// Makes the notebook and says where it is.
pub(super) fn run(setup: &Setup, args: &New) -> Result<Answer, Trouble> {
    let school = school(args)?;
    let shelf = setup.shelf()?;
    if setup::has(&shelf, true)? {
        return Err(Trouble::PracticeHere(shelf.dir().to_owned()));
    }
    let notebook = Notebook::new(Ids::Random.next(Clock::System.now().at), school);
    let now = Clock::System.now().at;
    let mut keeper = shelf.create(notebook, &author::here(), now)?;
    keeper.close(now)?;
    Ok(Answer::done(print::made(setup.lang, &keeper.notebook().school, keeper.path())))
}

fn school(args: &New) -> Result<School, Trouble> {
    let rbd = match Rbd::parse(&args.rbd) {
        Ok((rbd, None)) => rbd,
        Ok((rbd, Some(digit))) => return Err(Trouble::WrongDigit { rbd, digit }),
        Err(problem) => return Err(Trouble::NoRbd { given: args.rbd.clone(), problem }),
    };
    let name = SafeText::line(&args.name);
    if name.is_empty() {
        return Err(Trouble::NoName);
    }
    let mut school = School::new(rbd, name);
    school.commune = SafeText::line(args.commune.as_deref().unwrap_or_default());
    Ok(school)
}
