//! Two cycles as a page to read.

use super::super::table;
use crate::{
    app::lang::Lang,
    insight::account::{Account, Difference, Tag, diff, parts},
    notebook::Notebook,
    text::account as text,
};

/// How the page is written.
pub(super) struct Page {
    /// The language.
    pub lang: Lang,
}

impl Page {
    /// The page.
    pub(super) fn write(
        &self,
        notebook: &Notebook,
        (first, second): (&Account<'_>, &Account<'_>),
        differences: &[Difference],
    ) -> String {
        let lang = self.lang;
        let mut out = String::new();
        for account in [first, second] {
            table::wrapped(&mut out, 0, &text::head(lang, notebook, account));
        }
        title(&mut out, &text::theory(lang, first.cycle.closing.as_ref()));
        let theories = parts(&first.cycle.theory).into_iter().zip(parts(&second.cycle.theory));
        let mut is_changed = false;
        for (label, (old, new)) in text::parts(lang).into_iter().zip(theories) {
            let pieces = diff(old.as_str(), new.as_str());
            is_changed |= pieces.iter().any(|piece| piece.tag != Tag::Same);
            table::wrapped(&mut out, 2, &format!("{label} {}", text::changed_words(lang, &pieces)));
        }
        table::wrapped(&mut out, 2, if is_changed { text::LEGEND } else { text::SAME_WORDS }.of(lang));
        title(&mut out, text::INDICATORS.of(lang));
        for difference in differences {
            table::wrapped(&mut out, 2, &text::difference(lang, difference));
        }
        table::wrapped(&mut out, 2, text::NO_CAUSE.of(lang));
        for account in [first, second] {
            title(&mut out, &text::cycle_name(lang, account.cycle));
            table::wrapped(&mut out, 2, &text::actions(lang, account));
            table::wrapped(&mut out, 2, &text::contacts(lang, account.contacts));
            table::wrapped(&mut out, 2, &text::learnings(lang, account));
            for learning in &account.learnings {
                table::wrapped(&mut out, 4, learning.statement.as_str());
            }
        }
        out
    }
}

fn title(out: &mut String, title: &str) {
    out.push('\n');
    table::wrapped(out, 0, title);
}
