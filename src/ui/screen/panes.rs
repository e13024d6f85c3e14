//! The panes of actions and learnings, and what all panes share: title, filter, rows of the visible window only.

use ratatui::layout::Rect;

use crate::{
    app::{
        App,
        form::wrap,
        list::{ListState, Window},
        open_notebook::{OpenNotebook, Pane},
    },
    notebook::{
        Notebook,
        action::{Action, StateName},
        learning::Learning,
        problem::Field,
    },
    text::{counts, fields, figures, learnings, places, places::word},
    ui::{
        Canvas,
        pen::{below, indent, row, start},
        theme::{MARKER, NO_MARKER},
    },
};

/// Draws the title line of a pane; gives the area under it.
pub fn titled(canvas: &mut Canvas<'_>, area: Rect, (title, counts): (&str, &str), focused: bool) -> Rect {
    let style = canvas.theme.frame(focused);
    let line = row(area, 0);
    let sign = if focused { '━' } else { '─' };
    canvas.pen.rule(line, sign, style);
    let name = if focused { canvas.theme.title() } else { canvas.theme.plain() };
    let rest = canvas.pen.pieces(indent(line, 1), &[(" ", style), (title, name), (" ", style)]);
    if !counts.is_empty() {
        canvas.pen.pieces(indent(rest, 1), &[(" ", style), (counts, canvas.theme.plain()), (" ", style)]);
    }
    below(area, 1)
}

/// Draws what is searched for, if anything is; the real cursor stands where it is typed.
pub fn filter_line<K: Copy + Eq>(canvas: &mut Canvas<'_>, area: Rect, list: &ListState<K>) {
    if !list.typing && !list.is_filtered() {
        return;
    }
    let label = format!("{}: ", word::SEARCH.of(canvas.lang));
    let rest = canvas.pen.text(indent(area, 2), &label, canvas.theme.key());
    let (visible, column) = list.filter.window(usize::from(rest.width));
    let style = if list.is_old() { canvas.theme.selected(true) } else { canvas.theme.title() };
    let after = canvas.pen.text(rest, visible, style);
    if list.typing {
        canvas.cursor = start(indent(rest, u16::try_from(column).unwrap_or(0)));
    } else {
        let hint = format!(" · {}", word::ESC_SHOWS_ALL.of(canvas.lang));
        canvas.pen.text(after, &hint, canvas.theme.quiet());
    }
}

/// Whether a list of a pane has a filter to show.
fn has_filter<K: Copy + Eq>(list: &ListState<K>) -> bool {
    list.typing || list.is_filtered()
}

/// A pane's list: takes off the filter line, then draws the rows of the visible window with `draw`.
///
/// Gives the window, for the app to learn how long a page is.
pub fn rows<K: Copy + Eq>(
    canvas: &mut Canvas<'_>,
    area: Rect,
    shown: (&ListState<K>, bool, [&str; 2]),
    draw: impl FnMut(&mut Canvas<'_>, Rect, usize, bool),
) -> Window {
    rows_with_cut(canvas, area, shown, None, draw).0
}

/// Where the line is that cuts a list.
#[derive(Debug, Clone, Copy)]
pub enum Cut {
    /// Between the items on the screen: here.
    Here(Rect),
    /// Among items that the page does not show; the row at the foot is kept for words about it.
    Away(Rect),
}

/// The same with a line between the items, after so many of them: gives its place too. The page is as long where the line
/// is not on it, so that nothing jumps when it comes.
pub fn rows_with_cut<K: Copy + Eq>(
    canvas: &mut Canvas<'_>,
    area: Rect,
    (list, focused, [empty, nothing_found]): (&ListState<K>, bool, [&str; 2]),
    cut: Option<usize>,
    mut draw: impl FnMut(&mut Canvas<'_>, Rect, usize, bool),
) -> (Window, Option<Cut>) {
    let area = if has_filter(list) {
        filter_line(canvas, row(area, 0), list);
        below(area, 1)
    } else {
        area
    };
    let height = usize::from(area.height).saturating_sub(usize::from(cut.is_some()));
    let window = Window { top: list.top(height), height };
    let is_seen = |cut: usize| (window.top..=window.top + height).contains(&cut);
    let here = cut.filter(|cut| is_seen(*cut));
    let line_of = |at: usize| row(area, u16::try_from(at - window.top).unwrap_or(u16::MAX));
    if list.entries().is_empty() {
        let sentence = if list.is_filtered() { nothing_found } else { empty };
        paragraph(canvas, indent(area, 2), sentence);
        if focused && !list.typing {
            canvas.cursor = start(area);
        }
    }
    for (at, entry) in list.entries().iter().enumerate().skip(window.top).take(height) {
        let place = line_of(at + usize::from(here.is_some_and(|cut| at >= cut)));
        let selected = at == list.at();
        let marker = if selected { MARKER } else { NO_MARKER };
        let rest = canvas.pen.text(place, marker, canvas.theme.plain());
        draw(canvas, rest, entry.index, selected && focused);
        if selected && focused && !list.typing {
            canvas.cursor = start(place);
        }
    }
    let away = cut.map(|_| Cut::Away(line_of(window.top + height)));
    (window, here.map(|cut| Cut::Here(line_of(cut))).or(away))
}

/// A text over as many rows as it needs; gives the area under it.
pub fn paragraph(canvas: &mut Canvas<'_>, area: Rect, text: &str) -> Rect {
    let quiet = canvas.theme.plain();
    let mut used = 0;
    for (at, range) in wrap::wrap(text, usize::from(area.width.max(1))).into_iter().enumerate() {
        let at = u16::try_from(at).unwrap_or(u16::MAX);
        if at >= area.height {
            break;
        }
        canvas.pen.text(row(area, at), text.get(range).unwrap_or("").trim_end(), quiet);
        used = at + 1;
    }
    below(area, used)
}

/// Draws the pane of actions.
pub fn actions(canvas: &mut Canvas<'_>, area: Rect, app: &App, open: &OpenNotebook) {
    let (lang, today) = (canvas.lang, app.now.today);
    let shown = open.actions.entries();
    let items: Vec<&Action> = shown.iter().filter_map(|entry| open.notebook().actions.get(entry.key)).collect();
    let overdue = items.iter().filter(|action| action.is_overdue(today)).count();
    let sums = if overdue == 0 {
        shown.len().to_string()
    } else {
        format!("{} · {}", shown.len(), counts::overdue(lang, overdue))
    };
    let focused = open.focus == Pane::Actions && open.card.is_none();
    let title = places::pane(Pane::Actions).of(lang);
    let words = [word::NO_ACTIONS, places::nothing_found(Pane::Actions)].map(|words| words.of(lang));
    let body = titled(canvas, area, (title, &sums), focused);
    let window = rows(canvas, body, (&open.actions, focused, words), |canvas, place, at, selected| {
        if let Some(action) = items.get(at) {
            action_row(canvas, place, (action, selected), app);
        }
    });
    canvas.seen.panes[1] = window;
}

fn action_row(canvas: &mut Canvas<'_>, area: Rect, (action, selected): (&Action, bool), app: &App) {
    let today = app.now.today;
    let due = action.due.map_or_else(|| "—".to_owned(), |due| figures::short_day(canvas.lang, due, today));
    let overdue = action.is_overdue(today);
    let (sign, style) = match action.state.name() {
        _ if overdue => ("! ", canvas.theme.trouble()),
        StateName::Planned | StateName::Doing => ("  ", canvas.theme.plain()),
        StateName::Done => ("✓ ", canvas.theme.good()),
        StateName::Dropped => ("– ", canvas.theme.quiet()),
    };
    let wide = area.width >= 60;
    let columns = if wide { 40 } else { 10 };
    let what = Rect { width: area.width.saturating_sub(columns), ..area };
    let rest = canvas.pen.text(what, sign, style);
    let mut name = canvas.theme.selected(selected);
    if !action.is_open() {
        name = name.patch(canvas.theme.quiet());
    }
    canvas.pen.text(rest, action.what.as_str(), name);
    let mut cells = indent(area, what.width + 1);
    if wide {
        canvas.pen.text(Rect { width: 15, ..cells }, action.who.as_str(), canvas.theme.plain());
        cells = indent(cells, 16);
    }
    canvas.pen.text(Rect { width: cells.width.min(10), ..cells }, &due, style);
    if wide {
        let state = match action.start.filter(|start| action.is_open() && *start > today) {
            Some(start) => counts::begins(canvas.lang, start, today),
            None => fields::action_state(&action.state).of(canvas.lang).to_owned(),
        };
        canvas.pen.text(indent(cells, 11), &state, canvas.theme.quiet());
    }
}

/// Draws the pane of learnings.
pub fn learnings(canvas: &mut Canvas<'_>, area: Rect, app: &App, open: &OpenNotebook) {
    let lang = canvas.lang;
    let shown = open.learnings.entries();
    let items: Vec<&Learning> = shown.iter().filter_map(|entry| open.notebook().learnings.get(entry.key)).collect();
    let focused = open.focus == Pane::Learnings && open.card.is_none();
    let title = places::pane(Pane::Learnings).of(lang);
    let body = titled(canvas, area, (title, &shown.len().to_string()), focused);
    let quote_rows = if open.main_pane() == Pane::Learnings && body.height >= 10 { 6 } else { 0 };
    let list = Rect { height: body.height - quote_rows, ..body };
    let words = [word::NO_LEARNINGS, places::nothing_found(Pane::Learnings)].map(|words| words.of(lang));
    let window = rows(canvas, list, (&open.learnings, focused, words), |canvas, place, at, selected| {
        if let Some(learning) = items.get(at) {
            learning_row(canvas, place, learning, selected);
        }
    });
    canvas.seen.panes[2] = window;
    if let Some(learning) = items.get(open.learnings.at()).filter(|_| quote_rows > 0) {
        quote(canvas, indent(below(body, list.height), 2), app, (open.notebook(), learning));
    }
}

fn learning_row(canvas: &mut Canvas<'_>, area: Rect, learning: &Learning, selected: bool) {
    let voice = format!(" ({})", fields::voice(learning.voice).of(canvas.lang));
    let rest = canvas.pen.right(area, &voice, canvas.theme.quiet());
    canvas.pen.text(rest, learning.statement.as_str(), canvas.theme.selected(selected));
}

/// The words behind the selected learning: quote, themes, evidence.
fn quote(canvas: &mut Canvas<'_>, area: Rect, app: &App, (notebook, learning): (&Notebook, &Learning)) {
    let lang = canvas.lang;
    let label = fields::label(Field::Theme).of(lang);
    let themes = format!("{label}: {}", learnings::themes(lang, app.themes(), learning));
    let words = learning.quote.as_str().trim_matches(['«', '»']);
    let words = if words.is_empty() { String::new() } else { format!("«{words}»") };
    let evidence = learnings::evidence(lang, notebook, learning);
    let (plain, quiet) = (canvas.theme.plain(), canvas.theme.quiet());
    let mut rest = area;
    // What is long gives way to what comes after it; the last part takes what is left.
    let parts = [
        (learning.statement.as_str(), 2, plain),
        (&themes, 2, quiet),
        (&words, 2, plain),
        (&evidence, area.height, quiet),
    ];
    for (part, rows, style) in parts {
        if !part.is_empty() {
            let after = paragraph(canvas, Rect { height: rest.height.min(rows), ..rest }, part);
            if style == quiet {
                canvas.pen.style(Rect { height: after.y.saturating_sub(rest.y), ..rest }, quiet);
            }
            rest = Rect { height: area.bottom().saturating_sub(after.y), ..after };
        }
    }
}
