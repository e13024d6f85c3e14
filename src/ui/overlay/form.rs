//! A form over the whole window: title, hint, fields, what is wrong beside each.

use ratatui::layout::Rect;

use crate::{
    app::{
        App,
        forms::{Flaw, OpenForm, Pick, Task},
        lang::Lang,
    },
    notebook::{id::Id, problem::Field, student::Student},
    text::{cycle, fields, learnings, places::word, problems},
    ui::{
        Canvas,
        field::{self, FormWords},
        pen::{below, indent},
        screen::{panes, students},
    },
};

/// Draws a form.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, app: &App, form: &OpenForm) {
    let title = title(canvas.lang, app, form.task);
    let mut body = panes::titled(canvas, area, (&title, &invented(canvas.lang, app)), true);
    if let Some(hint) = hint(canvas.lang, app, form.task).filter(|_| body.height >= 8) {
        let room = if form.task == Task::CloseCycle { 6 } else { 2 };
        let shown = panes::paragraph(canvas, indent(Rect { height: body.height.min(room), ..body }, 1), &hint);
        let used = shown.y - body.y;
        canvas.pen.style(Rect { height: used, ..body }, canvas.theme.quiet());
        body = below(body, used + 1);
    }
    let lang = canvas.lang;
    let theme = |at: usize| form.themes.get(at).map(|theme| learnings::theme(lang, app.themes(), theme));
    let name = |_: Field, pick: Pick| match pick {
        Pick::Student(id) => student_name(app, id),
        Pick::Theme(at) => theme(at).unwrap_or_default(),
    };
    let place = |at: usize| {
        let place = form.places.get(at).copied().zip(app.open.as_ref());
        place.map(|(place, open)| learnings::seen_in(lang, open.notebook(), place))
    };
    let words = FormWords {
        label: &|field: Field| fields::label(field).of(lang).to_owned(),
        hint: &|field: Field| fields::empty(field).of(lang).to_owned(),
        choice: &|field: Field, at: Option<usize>| match at.and_then(place) {
            Some(place) if field == Field::SeenIn => place,
            _ => choice(lang, field, at),
        },
        option: &name,
        problem: &|_, flaw: &Flaw| problems::flaw(lang, *flaw),
    };
    let styles = canvas.theme.fields();
    let cursor = field::form(body, canvas.pen.buffer(), &form.sheet, &words, &styles);
    canvas.cursor = cursor.or(canvas.cursor);
}

/// How to fill a form; the one that closes a cycle shows the theory of action that it asks about.
fn hint(lang: Lang, app: &App, task: Task) -> Option<String> {
    let hint = fields::hint(task)?.of(lang);
    let cycle = app.open.as_ref().and_then(|open| open.notebook().open_cycle());
    Some(match cycle.filter(|_| task == Task::CloseCycle) {
        Some(cycle) => format!("{}\n{hint}", cycle::theory(lang, &cycle.theory)),
        None => hint.to_owned(),
    })
}

fn invented(lang: Lang, app: &App) -> String {
    let is_invented = match &app.open {
        Some(open) => open.notebook().school.invented,
        None => false,
    };
    if is_invented { word::INVENTED.of(lang).to_owned() } else { String::new() }
}

/// The title says for whom, so that nobody writes on the wrong card.
fn title(lang: Lang, app: &App, task: Task) -> String {
    let name = fields::task(task).of(lang);
    match task {
        Task::Contact(student, _) | Task::Work(student, _) | Task::HandOver(student) | Task::Status(student) => {
            format!("{name} · {}", student_name(app, student))
        }
        _ => name.to_owned(),
    }
}

fn student_name(app: &App, id: Id<Student>) -> String {
    let student = app.open.as_ref().and_then(|open| open.notebook().students.get(id));
    student
        .map(|student| format!("{} {}", student.course, students::name_or_code(student, app.shows_names())))
        .unwrap_or_default()
}

/// The words of an option; a choice that nobody has made yet says so.
fn choice(lang: Lang, field: Field, at: Option<usize>) -> String {
    match at {
        Some(at) => fields::options(lang, field).get(at).cloned().unwrap_or_default(),
        None => fields::NOT_CHOSEN.of(lang).to_owned(),
    }
}
