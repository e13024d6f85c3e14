//! From an error of the argument parser to a sentence. Never shows the parser's own words, which are English only.

use std::ffi::OsString;

use clap::{
    Command, Error,
    error::{ContextKind, ContextValue, ErrorKind},
};

use crate::{app::lang::Lang, text::cli::misuse};

/// What is wrong with the arguments, and where the right way is shown.
pub(super) fn sentence(error: &Error, command: &Command, given: &[OsString], lang: Lang) -> String {
    let told = told(error, lang);
    format!("{told} {}", misuse::see_help(lang, &named(command, given)))
}

fn told(error: &Error, lang: Lang) -> String {
    let arg = first(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = first(error, ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::UnknownArgument | ErrorKind::TooManyValues => {
            misuse::unknown_option(lang, arg, first(error, ContextKind::SuggestedArg))
        }
        ErrorKind::InvalidSubcommand => {
            let given = first(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            misuse::unknown_command(lang, given, first(error, ContextKind::SuggestedSubcommand))
        }
        ErrorKind::MissingRequiredArgument => misuse::missing(lang, all(error, ContextKind::InvalidArg)),
        ErrorKind::InvalidValue if value.is_empty() => misuse::no_value(lang, arg),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => misuse::no_value(lang, arg),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            misuse::bad_value(lang, arg, value, all(error, ContextKind::ValidValue))
        }
        ErrorKind::ArgumentConflict => misuse::twice(lang, arg),
        ErrorKind::InvalidUtf8 => misuse::not_text(lang),
        _ => misuse::not_understood(lang),
    }
}

fn first(error: &Error, kind: ContextKind) -> Option<&str> {
    match error.get(kind)? {
        ContextValue::String(word) => Some(word),
        ContextValue::Strings(words) => words.first().map(String::as_str),
        _ => None,
    }
}

fn all(error: &Error, kind: ContextKind) -> &[String] {
    match error.get(kind) {
        Some(ContextValue::Strings(words)) => words,
        _ => &[],
    }
}

/// The command that was meant: the first word that is one.
fn named(command: &Command, given: &[OsString]) -> String {
    let words = given.iter().skip(1).filter_map(|word| word.to_str());
    let is_command = |word: &&str| command.get_subcommands().any(|sub| sub.get_name() == *word);
    words.into_iter().find(is_command).unwrap_or_default().to_owned()
}
