//! `tep completions SHELL`: what a shell needs to complete commands, with the help in the chosen language.

use super::{answer::Answer, args::Completions, words};
use crate::app::lang::Lang;

/// The script.
pub(super) fn run(lang: Lang, args: &Completions) -> Answer {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut words::command(lang), "tep", &mut script);
    Answer::done(String::from_utf8_lossy(&script).into_owned())
}
