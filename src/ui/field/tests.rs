//! What a person would lose on the screen: the cursor, a problem, the field they type in.

use chrono::NaiveDate;
use proptest::prelude::*;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::{Modifier, Style},
};

use super::{FieldStyles, FormWords, Look, choice_field, form, multi_field, text, text_area, text_field};
use crate::app::form::{
    ChoiceField, DateField, Field, Form, FormField, MultiField, MultiOption, Outcome, Setting, TextArea, TextField,
    TextOp,
};

/// Invented people.
const NAMES: [&str; 8] =
    ["Ana Muñoz", "Beto Pérez", "Carla Ñíguez", "Dani Soto", "漢字", "Eva Paz", "Fe Ríos", "Gil Cea"];

fn sample() -> Form<&'static str, &'static str, usize> {
    let option = |(key, name): (usize, &&str)| MultiOption { key, folded: name.to_lowercase() };
    let people = MultiField::new(NAMES.iter().enumerate().map(option).collect(), vec![1, 5]);
    Form::new(vec![
        FormField::new("Acción", Field::Text(TextField::new("Visitar 7B-A"))).required(),
        FormField::new("Nota", Field::Area(TextArea::new("Llamar en la tarde sirve más que en la mañana.\nSí."))),
        FormField::new("Plazo", Field::Date(DateField::new(None))).required(),
        FormField::new("Tipo", Field::Choice(ChoiceField::optional(3, Some(1)))),
        FormField::new("Quiénes", Field::Multi(people)),
    ])
}

fn draw(sheet: &Form<&'static str, &'static str, usize>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let words = FormWords {
        label: &|label: &str| label.to_owned(),
        hint: &|label: &str| if label == "Plazo" { "dd-mm-aaaa".to_owned() } else { String::new() },
        choice: &|_, chosen| chosen.map_or("ninguno".to_owned(), |at| ["visita", "llamada", "reunión"][at].to_owned()),
        option: &|_, key: usize| NAMES[key].to_owned(),
        problem: &|_, problem: &&str| (*problem).to_owned(),
    };
    form(area, buf, sheet, &words, &FieldStyles::default())
}

fn screen(buf: &Buffer) -> Vec<String> {
    let line = |y| (0..buf.area.width).map(|x| buf[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..buf.area.height).map(line).collect()
}

fn at(x: u16, y: u16) -> Position {
    Position { x, y }
}

#[test]
fn a_form_at_sixty_columns() {
    let mut sheet = sample();
    sheet.set_problem("Plazo", Some("Falta el plazo."));
    let mut buf = Buffer::empty(Rect::new(0, 0, 60, 14));
    let cursor = draw(&sheet, buf.area, &mut buf);
    let expected = [
        "> Acción *          Visitar 7B-A",
        "  Nota              Llamar en la tarde sirve más que en la",
        "                    mañana.",
        "                    Sí.",
        "! Plazo *           dd-mm-aaaa",
        "                    ! Falta el plazo.",
        "  Tipo              llamada",
        "  Quiénes           [2] Beto Pérez, Eva Paz",
        "                     [ ] Ana Muñoz",
        "                     [x] Beto Pérez",
        "                     [ ] Carla Ñíguez",
        "                     [ ] Dani Soto",
        "                     [ ] 漢 字",
        "",
    ];
    assert_eq!(screen(&buf), expected);
    assert_eq!(cursor, Some(at(32, 0)));
}

#[test]
fn the_focused_field_is_seen_in_a_low_window_together_with_the_next() {
    let mut sheet = sample();
    sheet.next();
    sheet.next();
    let mut buf = Buffer::empty(Rect::new(0, 0, 60, 3));
    let cursor = draw(&sheet, buf.area, &mut buf);
    assert_eq!(screen(&buf)[..2], ["> Plazo *           dd-mm-aaaa", "  Tipo              llamada"]);
    assert_eq!(cursor, Some(at(20, 0)));
    sheet.next();
    sheet.next();
    buf.reset();
    let cursor = draw(&sheet, buf.area, &mut buf);
    assert_eq!(cursor, Some(at(24, 0)));
    assert_eq!(screen(&buf)[1], "                    >[ ] Ana Muñoz");
}

#[test]
fn a_long_problem_is_told_in_up_to_three_rows() {
    let mut sheet = sample();
    sheet.set_problem("Acción", Some("uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce"));
    let mut buf = Buffer::empty(Rect::new(0, 0, 20, 6));
    let cursor = draw(&sheet, buf.area, &mut buf);
    assert_eq!(
        screen(&buf),
        ["> Acción *", "Visitar 7B-A", "! uno dos tres", "  cuatro cinco seis", "  siete ocho nueve …", "  Nota"]
    );
    assert_eq!(cursor, Some(at(12, 1)));
    // One row is left: it is the one where one types.
    let mut buf = Buffer::empty(Rect::new(0, 0, 20, 1));
    assert_eq!(draw(&sheet, buf.area, &mut buf), Some(at(12, 0)));
    assert_eq!(screen(&buf), ["Visitar 7B-A"]);
}

#[test]
fn the_cursor_of_a_note_stands_where_the_next_letter_goes() {
    let look = Look { focused: true, ..Look::default() };
    let mut area = TextArea::new("uno dos");
    let mut buf = Buffer::empty(Rect::new(0, 0, 8, 3));
    // The row is full: the last column belongs to the cursor.
    assert_eq!(text_area(buf.area, &mut buf, &area, look), Some(at(7, 0)));
    let space = crate::app::form::Space { columns: 8, rows: 3 };
    area.apply(TextOp::Paste(" tres cuatro cinco seis"), space);
    let cursor = text_area(buf.area, &mut buf, &area, look);
    assert_eq!(screen(&buf), ["cuatro", "cinco", "seis"]);
    assert_eq!(cursor, Some(at(4, 2)));
    // Without the focus: the beginning, and a sign that there is more.
    let mut buf = Buffer::empty(Rect::new(0, 0, 8, 3));
    assert_eq!(text_area(buf.area, &mut buf, &area, Look::default()), None);
    assert_eq!(screen(&buf), ["uno dos", "tres", "cuatro …"]);
}

#[test]
fn a_choice_shows_its_options_with_their_digits_and_where_there_is_no_room_that_there_is_more() {
    let look = Look { focused: true, ..Look::default() };
    let name = |at: Option<usize>| at.map_or("ninguna", |at| ["llamada", "mensaje", "visita"][at]).to_owned();
    let shown = |field: &ChoiceField, width: u16| {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, 1));
        let cursor = choice_field(buf.area, &mut buf, (field, &name), look).unwrap();
        (screen(&buf).remove(0), cursor.x)
    };
    assert_eq!(shown(&ChoiceField::new(3, 0), 30), ("[1 llamada] 2 mensaje 3 visita".to_owned(), 1));
    assert_eq!(shown(&ChoiceField::new(3, 1), 30), ("1 llamada [2 mensaje] 3 visita".to_owned(), 11));
    assert_eq!(shown(&ChoiceField::new(3, 2), 28), ("… 2 mensaje [3 visita]".to_owned(), 13));
    assert_eq!(shown(&ChoiceField::optional(3, None), 30), ("1 llamada 2 mensaje 3 visita".to_owned(), 0));
    assert_eq!(shown(&ChoiceField::new(3, 0), 20).0, "  llamada > 1/3");
    assert_eq!(shown(&ChoiceField::new(3, 1), 20).0, "< mensaje > 2/3");
    assert_eq!(shown(&ChoiceField::new(3, 2), 20).0, "< visita   3/3");
    assert_eq!(shown(&ChoiceField::optional(3, Some(0)), 20).0, "< llamada > 1/3");
    assert_eq!(shown(&ChoiceField::optional(3, None), 20), ("  ninguna > 0/3".to_owned(), 2));
}

#[test]
fn a_list_builds_only_the_rows_that_it_shows() {
    let asked = std::cell::Cell::new(0);
    let name = |key: usize| {
        asked.set(asked.get() + 1);
        format!("estudiante {key}")
    };
    let options = (0..2000).map(|key| MultiOption { key, folded: format!("estudiante {key}") }).collect();
    let mut field = MultiField::new(options, (0..2000).collect());
    for _ in 0..1234 {
        field.apply(TextOp::Down, 5);
    }
    let mut buf = Buffer::empty(Rect::new(0, 0, 40, 6));
    let look = Look { focused: true, ..Look::default() };
    assert_eq!(multi_field(buf.area, &mut buf, &field, &name, look), Some(at(7, 0)));
    assert_eq!(screen(&buf)[0], "[2000]                         2000/2000");
    assert!(screen(&buf).contains(&">[x] estudiante 1234".to_owned()), "{:?}", screen(&buf));
    assert_eq!(asked.get(), 5);
}

#[test]
fn the_focus_is_seen_over_the_whole_field() {
    let styles = FieldStyles { focused: Style::new().add_modifier(Modifier::UNDERLINED), ..FieldStyles::default() };
    let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
    text_field(buf.area, &mut buf, &TextField::new("a"), Look { styles, focused: true });
    assert!((0..6).all(|x| buf[(x, 0)].modifier.contains(Modifier::UNDERLINED)));
}

#[test]
fn columns_are_the_same_composed_and_decomposed() {
    for name in ["Peñalolén", "Pen\u{303}alole\u{301}n"] {
        assert_eq!(text::width(name), 9);
        assert_eq!(text::width(&text::pad_right(name, 12)), 12);
        assert_eq!(text::cut(name, 9), name);
        assert_eq!(text::width(&text::cut(name, 8)), 8);
    }
    assert_eq!(text::cut("Peñalolén", 4), "Peñ…");
    assert_eq!(text::cut("Pen\u{303}alolen", 4), "Pen\u{303}…");
    assert_eq!([text::cut("ab", 1), text::cut("ab", 0), text::cut("", 0)], ["…", "", ""]);
    // A wide letter is never halved.
    assert_eq!(text::cut("漢字漢", 4), "漢…");
    assert_eq!(text::pad_right("漢字漢", 4), "漢… ");
    assert_eq!(text::pad_left("85", 4), "  85");
}

proptest! {
    #[test]
    fn a_form_draws_in_any_window_and_keeps_the_cursor_inside(
        (x, y) in (0..5_u16, 0..5_u16),
        (width, height) in prop_oneof![(0..12_u16, 0..8_u16), (0..301_u16, 0..101_u16)],
        (focus, problems, downs) in (0..5_usize, any::<[bool; 5]>(), 0..9_usize),
        typed in any::<String>(),
    ) {
        let mut sheet = sample();
        for (field, problem) in sheet.fields_mut().iter_mut().zip(problems) {
            field.problem = problem.then_some("Falta esto, y la frase que lo dice es larga como un día sin pan.");
        }
        (0..focus).for_each(|_| sheet.next());
        let setting = Setting { today: NaiveDate::MIN, width };
        sheet.apply(TextOp::Paste(&typed), setting);
        (0..downs).for_each(|_| { sheet.apply(TextOp::Down, setting); });
        // An area that sticks out of the buffer is clipped.
        let mut buf = Buffer::empty(Rect::new(2, 2, width, height));
        for area in [buf.area, Rect::new(x, y, width, height)] {
            let inside = area.intersection(buf.area);
            let cursor = draw(&sheet, area, &mut buf);
            prop_assert_eq!(cursor.is_some(), !inside.is_empty());
            prop_assert!(cursor.is_none_or(|place| inside.contains(place)), "{:?} outside {}", cursor, inside);
        }
    }

    #[test]
    fn a_text_is_cut_and_padded_to_its_columns(words in any::<String>(), columns in 0..40_usize) {
        prop_assert!(text::width(&text::cut(&words, columns)) <= columns);
        prop_assert_eq!(text::width(&text::pad_right(&words, columns)), columns);
    }

    #[test]
    fn the_cell_under_the_cursor_is_the_letter_after_it(typed in "[a-zñ漢 ]{0,40}", back in 0..40_usize, width in 2..30_u16) {
        let mut field = TextField::new(&typed);
        (0..back).for_each(|_| { field.apply(TextOp::Left); });
        let mut buf = Buffer::empty(Rect::new(0, 0, width, 1));
        let look = Look { focused: true, ..Look::default() };
        let place = text_field(buf.area, &mut buf, &field, look).unwrap();
        let next = field.text().get(field.cursor()..).unwrap().chars().next().unwrap_or(' ');
        let halved = next == '漢' && place.x + 1 == width;
        prop_assert!(halved || buf[place].symbol() == next.to_string(), "{:?} at {}", screen(&buf), place);
    }
}

#[test]
fn what_is_drawn_up_is_what_up_means() {
    let mut sheet = sample();
    sheet.next();
    let mut buf = Buffer::empty(Rect::new(0, 0, 60, 14));
    let setting = Setting { today: NaiveDate::MIN, width: 60 };
    let mut seen = vec![draw(&sheet, buf.area, &mut buf)];
    while sheet.apply(TextOp::Up, setting) == Outcome::Moved {
        seen.push(draw(&sheet, buf.area, &mut buf));
    }
    assert_eq!(seen, [Some(at(23, 3)), Some(at(23, 2)), Some(at(23, 1))]);
}
