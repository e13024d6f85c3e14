//! `tep keys`: the key table, a chapter for every place.

use std::fmt::Write;

use super::{
    answer::Answer,
    args::Keys,
    table::{self, Side},
};
use crate::{
    app::{
        keymap::{BINDINGS, Binding, Context},
        lang::Lang,
    },
    text::{commands, places},
};

/// The key tables in a language; as JSON one object per row of the table.
pub(super) fn run(lang: Lang, args: &Keys) -> Answer {
    if args.json { Answer::json(&rows(lang)) } else { page(lang) }
}

fn rows(lang: Lang) -> serde_json::Value {
    let row = |binding: &Binding| {
        serde_json::json!({
            "context": code(&format!("{:?}", binding.context)),
            "command": code(&format!("{:?}", binding.command)),
            "keys": binding.keys.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "name": commands::help(lang, binding.command),
        })
    };
    BINDINGS.iter().map(row).collect()
}

/// A name of the code as other programs get it: `GoToStep(Data)` is `go-to-step-data`.
fn code(name: &str) -> String {
    let mut code = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        let begins = letter.is_ascii_uppercase() && !code.is_empty() && !code.ends_with('-');
        match letter {
            '(' => code.push('-'),
            letter if letter.is_ascii_alphanumeric() => {
                if begins {
                    code.push('-');
                }
                code.push(letter.to_ascii_lowercase());
            }
            _ => {}
        }
    }
    code
}

fn page(lang: Lang) -> Answer {
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
