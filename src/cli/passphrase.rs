//! A passphrase from whoever sits there: typed and not shown, or the first line of what is piped in. Never an argument and
//! never a variable: other programs see those.

use std::io::{self, BufRead, IsTerminal, Read};

use crate::{app::lang::Lang, text::handover as text};

/// Longest passphrase that is read.
const LONGEST: u64 = 1024;

/// A new passphrase, asked for twice where it is typed; none where the two are not the same.
pub(super) fn choose(lang: Lang) -> Option<String> {
    let first = ask(text::PASSPHRASE.of(lang));
    if !io::stdin().is_terminal() {
        return Some(first);
    }
    (ask(text::AGAIN.of(lang)) == first).then_some(first)
}

/// The passphrase of a file that is sealed already.
pub(super) fn recall(lang: Lang) -> String {
    ask(text::PASSPHRASE.of(lang))
}

/// Nothing typed, and nothing to read from, is an empty passphrase.
fn ask(prompt: &str) -> String {
    if io::stdin().is_terminal() {
        return rpassword::prompt_password(prompt).unwrap_or_default();
    }
    let mut line = String::new();
    let _ = io::stdin().lock().take(LONGEST).read_line(&mut line);
    line.trim_end_matches(['\r', '\n']).to_owned()
}
