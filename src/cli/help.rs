//! `tep help [COMMAND]`: the same as `--help`, for those who write it that way.

use super::{
    answer::{Answer, Exit},
    args::Help,
    words,
};
use crate::{app::lang::Lang, text::cli::misuse};

/// The help of the program or of a command.
pub(super) fn run(lang: Lang, args: &Help) -> Answer {
    let mut program = words::command(lang);
    program.build();
    let Some(topic) = &args.topic else { return Answer::done(program.render_help().to_string()) };
    if let Some(command) = program.find_subcommand_mut(topic) {
        return Answer::done(command.render_help().to_string());
    }
    let told = misuse::unknown_command(lang, topic, None);
    let said = vec![format!("{told} {}", misuse::see_help(lang, ""))];
    Answer { said, exit: Exit::Misuse, ..Answer::default() }
}
