//! Step 2: the challenge with its criteria, the theory of action beside what it said last time, and the driver tree. A page
//! that scrolls.

use ratatui::layout::Rect;

use crate::{
    app::{App, open_notebook::OpenNotebook},
    insight::{account, wording},
    notebook::{
        cycle::{Criterion, Cycle},
        problem::Field,
        safe_text::SafeText,
    },
    text::{account as words, cycle as text, fields, figures},
    ui::{Canvas, lines::Page, pen::indent},
};

/// Writes challenge and theory.
pub fn write(canvas: &Canvas<'_>, area: Rect, app: &App, open: &OpenNotebook) -> Page {
    let area = indent(area, 2);
    let mut page = Page::new(area.width.saturating_sub(1), canvas.theme);
    let Some(cycle) = open.cycle() else { return page };
    challenge(&mut page, canvas, cycle);
    theory(&mut page, canvas, app, cycle);
    before(&mut page, canvas, open, cycle);
    drivers(&mut page, canvas, cycle);
    page
}

fn challenge(page: &mut Page, canvas: &Canvas<'_>, cycle: &Cycle) {
    let (lang, plain) = (canvas.lang, canvas.theme.plain());
    let challenge = &cycle.challenge;
    labelled(page, canvas, Field::Challenge, &challenge.text);
    let criteria = [
        (Field::Urgent, challenge.urgent, &challenge.urgent_because),
        (Field::Relevant, challenge.relevant, &challenge.relevant_because),
        (Field::InScope, challenge.in_scope, &challenge.in_scope_because),
    ];
    for (field, answer, because) in criteria {
        let said = format!("{} {}", fields::label(field).of(lang), fields::criterion(answer).of(lang));
        let because = if because.is_empty() { String::new() } else { format!(": {}", because.as_str()) };
        let style = if answer == Criterion::No { canvas.theme.trouble() } else { plain };
        page.text(&format!("  {said}{because}"), style);
    }
}

fn theory(page: &mut Page, canvas: &Canvas<'_>, app: &App, cycle: &Cycle) {
    let (lang, theory) = (canvas.lang, &cycle.theory);
    page.text("", canvas.theme.plain());
    let parts = [
        (Field::If, &theory.if_we),
        (Field::Then, &theory.then),
        (Field::Because, &theory.because),
        (Field::Sign, &theory.sign),
    ];
    for (field, text) in parts {
        labelled(page, canvas, field, text);
    }
    if let Some(day) = theory.seen_by {
        let label = fields::label(Field::SeenBy).of(lang);
        let style = if day < app.now.today { canvas.theme.trouble() } else { canvas.theme.plain() };
        page.text(&format!("{label} {}", figures::day(lang, day)), style);
    }
    for note in wording::notes(theory) {
        page.text(text::note(note).of(lang), canvas.theme.key());
    }
}

/// What the theory said in the cycle before, and which words changed since.
fn before(page: &mut Page, canvas: &Canvas<'_>, open: &OpenNotebook, cycle: &Cycle) {
    let Some((before, _)) = open.cycles_to_compare() else { return };
    let lang = canvas.lang;
    page.title(&words::cycle_name(lang, before), &words::theory(lang, before.closing.as_ref()));
    let pairs = account::parts(&before.theory).into_iter().zip(account::parts(&cycle.theory));
    for (label, (old, new)) in words::parts(lang).into_iter().zip(pairs) {
        let pieces = account::diff(old.as_str(), new.as_str());
        page.text(&format!("{label} {}", words::changed_words(lang, &pieces)), canvas.theme.quiet());
    }
}

fn drivers(page: &mut Page, canvas: &Canvas<'_>, cycle: &Cycle) {
    if cycle.drivers.is_empty() {
        return;
    }
    page.title(fields::label(Field::Drivers).of(canvas.lang), "");
    for driver in &cycle.drivers {
        let blanks = 2 * usize::from(driver.level.saturating_sub(1));
        page.text(&format!("{:blanks$}• {}", "", driver.text.as_str()), canvas.theme.plain());
    }
}

/// A label with its text; a dash where nothing is written.
fn labelled(page: &mut Page, canvas: &Canvas<'_>, field: Field, text: &SafeText) {
    let shown = if text.is_empty() { "—" } else { text.as_str() };
    page.text(&format!("{}: {shown}", fields::label(field).of(canvas.lang)), canvas.theme.plain());
}
