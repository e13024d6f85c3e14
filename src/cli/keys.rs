//! `tep keys`: the key table, a chapter for every place.

use std::fmt::Write;

use super::{
    answer::Answer,
    table::{self, Side},
};
use crate::{
    app::{
        keymap::{BINDINGS, Context},
        lang::Lang,
    },
    text::{commands, places},
};

/// The key tables in a language.
pub(super) fn run(lang: Lang) -> Answer {
    let mut out = String::new();
    for context in Context::ALL {
        let rows: Vec<[String; 2]> = BINDINGS
            .iter()
            .filter(|binding| binding.context == context)
            .map(|binding| {
                let keys: Vec<String> = binding.keys.iter().map(ToString::to_string).collect();
                [keys.join(", "), commands::help(lang, binding.command).to_owned()]
            })
            .collect();
        let gap = if out.is_empty() { "" } else { "\n" };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{gap}{}", places::context(context).of(lang));
        table::write(&mut out, "  ", [Side::Left, Side::Left], &rows);
    }
    Answer::done(out)
}
