//! The command line with every word in one language: `clap` speaks English only, so all it would say is replaced.

use clap::{Arg, Command, CommandFactory};

use super::args::Given;
use crate::{app::lang::Lang, text::cli::help};

/// The command line of `tep` in a language.
pub(super) fn command(lang: Lang) -> Command {
    said(Given::command(), lang)
}

fn said(command: Command, lang: Lang) -> Command {
    let name = command.get_name().to_owned();
    let subcommands: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command = command
        .mut_args(|arg| described(arg, lang))
        .help_template(template(lang))
        .override_usage(usage(&name, lang))
        .subcommand_help_heading(help::COMMANDS.of(lang))
        .subcommand_value_name(help::COMMAND.of(lang));
    if let Some(about) = help::about(&name) {
        command = command.about(about.of(lang));
    }
    if let Some(after) = help::after(&name) {
        command = command.after_help(after.of(lang));
    }
    for sub in subcommands {
        command = command.mut_subcommand(sub, |sub| said(sub, lang));
    }
    command
}

fn template(lang: Lang) -> String {
    format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}", help::USAGE.of(lang))
}

fn usage(name: &str, lang: Lang) -> String {
    let rest = help::usage(name).map_or("", |usage| usage.of(lang));
    let words = if name == "tep" { format!("tep {rest}") } else { format!("tep {name} {rest}") };
    words.trim_end().to_owned()
}

fn described(arg: Arg, lang: Lang) -> Arg {
    let id = arg.get_id().as_str().to_owned();
    let heading = if arg.is_positional() {
        help::ARGUMENTS
    } else if arg.is_global_set() || id == "version" {
        help::COMMON
    } else {
        help::OPTIONS
    };
    let mut arg = arg.help_heading(heading.of(lang));
    if let Some(words) = help::arg(&id) {
        arg = arg.help(words.of(lang));
    }
    match help::value(&id) {
        Some(value) => arg.value_name(value.of(lang)).hide_possible_values(true).hide_default_value(true),
        None => arg,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Calls back for the program and each of its commands.
    fn each(command: &Command, look: &mut impl FnMut(&Command)) {
        look(command);
        command.get_subcommands().for_each(|sub| each(sub, look));
    }

    #[test]
    fn nobody_meets_an_option_without_help_in_their_language() {
        let mut looked = 0;
        each(&Given::command(), &mut |command| {
            let name = command.get_name();
            for words in [help::about(name), help::usage(name)] {
                let words = words.unwrap_or_else(|| panic!("`{name}` has no help"));
                assert!(words.es.is_empty() == words.en.is_empty(), "{name}");
            }
            for arg in command.get_arguments() {
                let id = arg.get_id().as_str();
                let words = help::arg(id).unwrap_or_else(|| panic!("`{name} {id}` has no help"));
                assert!(!words.es.is_empty() && !words.en.is_empty() && words.es != words.en, "{name} {id}");
                assert_eq!(arg.get_action().takes_values(), help::value(id).is_some(), "{name} {id}");
                looked += 1;
            }
        });
        assert!(looked > 20, "{looked}");
    }

    #[test]
    fn the_usage_line_names_every_option_of_its_command() {
        each(&Given::command(), &mut |command| {
            let usage = Lang::ALL.map(|lang| usage(command.get_name(), lang));
            for arg in command.get_arguments().filter(|arg| !arg.is_global_set() && !arg.is_positional()) {
                let long = format!("--{}", arg.get_long().unwrap());
                if long != "--version" {
                    assert!(usage.iter().all(|usage| usage.contains(&long)), "{usage:?} {long}");
                }
            }
        });
    }

    #[test]
    fn the_help_has_no_word_of_the_other_language() {
        for (lang, foreign) in [
            (Lang::Es, ["Usage", "Options", "Arguments", "Print help", "possible values", "SCHOOL"]),
            (Lang::En, ["Uso", "Opciones", "Argumentos", "Muestra", "posibles", "ESCUELA"]),
        ] {
            let mut program = command(lang);
            program.build();
            each(&program, &mut |command| {
                let help = command.clone().render_long_help().to_string();
                for word in foreign {
                    assert!(!help.contains(word), "{word}: {help}");
                }
            });
        }
    }

    #[test]
    fn the_command_line_is_consistent() {
        for lang in Lang::ALL {
            command(lang).debug_assert();
        }
    }
}
