//! A cycle as a page to read.

use super::super::table;
use crate::{
    app::{codebook::Codebook, lang::Lang},
    insight::account::Account,
    notebook::{Notebook, cycle::Criterion},
    text::{account as text, cycle as words, fields, figures},
};

/// How the page is written.
pub(in super::super) struct Page {
    /// The language.
    pub lang: Lang,
    /// The themes of the alliance.
    pub themes: Codebook,
}

impl Page {
    /// The page.
    pub(super) fn write(&self, notebook: &Notebook, account: &Account<'_>) -> String {
        let mut out = String::new();
        table::wrapped(&mut out, 0, &text::head(self.lang, notebook, account));
        self.challenge(&mut out, account);
        self.theory(&mut out, account);
        self.actions(&mut out, account);
        self.learnings(&mut out, notebook, account);
        title(&mut out, text::INDICATORS.of(self.lang));
        for figure in &account.figures {
            table::wrapped(&mut out, 2, &text::figure(self.lang, figure));
        }
        out
    }

    fn challenge(&self, out: &mut String, account: &Account<'_>) {
        let challenge = &account.cycle.challenge;
        title(out, text::CHALLENGE.of(self.lang));
        table::wrapped(out, 2, text::or_nothing(self.lang, challenge.text.as_str()));
        let criteria = [
            (text::URGENT, challenge.urgent, &challenge.urgent_because),
            (text::RELEVANT, challenge.relevant, &challenge.relevant_because),
            (text::IN_SCOPE, challenge.in_scope, &challenge.in_scope_because),
        ];
        for (name, answer, because) in criteria {
            let because = if because.is_empty() { String::new() } else { format!(": {}", because.as_str()) };
            let answer = self.answer(answer);
            table::wrapped(out, 2, &format!("{} {answer}{because}", name.of(self.lang)));
        }
    }

    fn answer(&self, answer: Criterion) -> &'static str {
        fields::criterion(answer).of(self.lang)
    }

    fn theory(&self, out: &mut String, account: &Account<'_>) {
        let cycle = account.cycle;
        title(out, &text::theory(self.lang, cycle.closing.as_ref()));
        for (label, part) in text::parts(self.lang).into_iter().zip(crate::insight::account::parts(&cycle.theory)) {
            table::wrapped(out, 2, &format!("{label} {}", text::or_nothing(self.lang, part.as_str())));
        }
        for driver in &cycle.drivers {
            table::wrapped(out, 2 * usize::from(driver.level.max(1)), &format!("- {}", driver.text.as_str()));
        }
    }

    fn actions(&self, out: &mut String, account: &Account<'_>) {
        title(out, &text::actions(self.lang, account));
        for action in &account.actions {
            let state = fields::action_state(&action.state).of(self.lang);
            let due = action.due.map(|due| figures::day(self.lang, due));
            let fate = action.decided.as_ref().map(|decided| text::action_fate(decided.fate).of(self.lang).to_owned());
            let who = Some(action.who.as_str().to_owned()).filter(|who| !who.is_empty());
            let parts = [Some(action.what.as_str().to_owned()), who, due, Some(state.to_owned()), fate];
            table::wrapped(out, 2, &parts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
        }
    }

    fn learnings(&self, out: &mut String, notebook: &Notebook, account: &Account<'_>) {
        title(out, &text::learnings(self.lang, account, &self.themes));
        for learning in &account.learnings {
            table::wrapped(out, 2, learning.statement.as_str());
            table::wrapped(out, 4, &text::rests_on(self.lang, notebook, learning, &self.themes));
            if !learning.quote.is_empty() {
                table::wrapped(out, 4, &words::quoted(learning.quote.as_str()));
            }
        }
    }
}

fn title(out: &mut String, title: &str) {
    out.push('\n');
    table::wrapped(out, 0, title);
}
