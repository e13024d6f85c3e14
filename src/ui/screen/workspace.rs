//! The workspace of steps 1 and 2: the infographic, or challenge and theory of action.

use ratatui::layout::Rect;

use super::{infographic, panes};
use crate::{
    app::{
        App,
        open_notebook::{OpenNotebook, Pane},
    },
    notebook::{
        cycle::{Cycle, Step},
        problem::Field,
        safe_text::SafeText,
    },
    text::{cycle, fields, figures},
    ui::{
        Canvas,
        pen::{below, indent, row, start},
    },
};

/// Draws the workspace.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, app: &App, open: &OpenNotebook) {
    let step = open.step();
    let focused = open.focus == Pane::Workspace && open.card.is_none();
    let page = (step == Step::Infographic).then(|| infographic::write(canvas, below(area, 1), open));
    let seen = page.as_ref().map(|page| infographic::seen(canvas.lang, page, below(area, 1), open));
    let title = (cycle::step(step).of(canvas.lang), seen.as_deref().unwrap_or_default());
    let body = panes::titled(canvas, area, title, focused);
    if focused {
        canvas.cursor = start(body);
    }
    if let Some(page) = page {
        infographic::draw(canvas, body, &page, open);
        return;
    }
    if let Some(cycle) = open.cycle() {
        challenge(canvas, indent(body, 2), app, cycle);
    }
}

fn challenge(canvas: &mut Canvas<'_>, area: Rect, app: &App, cycle: &Cycle) {
    let challenge = &cycle.challenge;
    let rest = labelled(canvas, area, Field::Challenge, &challenge.text);
    let criteria = [
        (Field::Urgent, challenge.urgent),
        (Field::Relevant, challenge.relevant),
        (Field::InScope, challenge.in_scope),
    ];
    let criteria = criteria.map(|(field, answer)| {
        format!("{} {}", fields::label(field).of(canvas.lang), fields::criterion(answer).of(canvas.lang))
    });
    canvas.pen.text(row(rest, 0), &criteria.join("   "), canvas.theme.plain());
    let rest = below(rest, 2);
    let theory = &cycle.theory;
    let rest = labelled(canvas, rest, Field::If, &theory.if_we);
    let rest = labelled(canvas, rest, Field::Then, &theory.then);
    let rest = labelled(canvas, rest, Field::Because, &theory.because);
    let rest = labelled(canvas, rest, Field::Sign, &theory.sign);
    if let Some(day) = theory.seen_by {
        let label = fields::label(Field::SeenBy).of(canvas.lang);
        let style = if day < app.now.today { canvas.theme.trouble() } else { canvas.theme.plain() };
        canvas.pen.text(row(rest, 0), &format!("{label} {}", figures::day(canvas.lang, day)), style);
    }
}

/// A label with its text, over as many rows as it needs; gives the area under it.
fn labelled(canvas: &mut Canvas<'_>, area: Rect, field: Field, text: &SafeText) -> Rect {
    let label = fields::label(field).of(canvas.lang);
    let shown = if text.is_empty() { "—" } else { text.as_str() };
    let sentence = format!("{label}: {shown}");
    let rest = panes::paragraph(canvas, area, &sentence);
    // The label stands out over the first row of the paragraph.
    canvas.pen.text(row(area, 0), label, canvas.theme.title());
    rest
}
