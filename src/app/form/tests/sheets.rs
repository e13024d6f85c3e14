use chrono::NaiveDate;

use crate::app::form::{
    ChoiceField, DateField, Field, Form, FormField, MultiField, MultiOption, Outcome, Setting, Shape, TextArea,
    TextField, TextOp,
};

#[derive(Debug, Clone, Copy, PartialEq)]
enum Label {
    Name,
    Note,
    Due,
    Kind,
    Who,
}

const SETTING: Setting = Setting { today: NaiveDate::MIN, width: 80 };

fn form() -> Form<Label, &'static str, u8> {
    let people = (0..3).map(|key| MultiOption { key, folded: key.to_string() }).collect();
    Form::new(vec![
        FormField::new(Label::Name, Field::Text(TextField::new(""))).required(),
        FormField::new(Label::Note, Field::Area(TextArea::new("uno"))),
        FormField::new(Label::Due, Field::Date(DateField::new(None))).required(),
        FormField::new(Label::Kind, Field::Choice(ChoiceField::optional(3, None))).required(),
        FormField::new(Label::Who, Field::Multi(MultiField::new(people, vec![2, 1]))),
    ])
}

#[test]
fn the_focus_goes_round_and_to_the_first_problem() {
    let mut form = form();
    form.previous();
    assert!(form.at_last());
    form.next();
    assert_eq!(form.focus(), 0);
    assert!(!form.focus_first_problem());
    form.set_problem(Label::Kind, Some("falta"));
    form.set_problem(Label::Due, Some("fecha"));
    assert!(form.focus_first_problem());
    assert_eq!(form.focused().map(|field| field.label), Some(Label::Due));
    assert_eq!(form.apply(TextOp::Left, SETTING), Outcome::Ignored);
    assert_eq!(form.get(Label::Due).unwrap().problem, Some("fecha"));
    form.apply(TextOp::Insert('1'), SETTING);
    assert_eq!(form.get(Label::Due).unwrap().problem, None);
    assert_eq!(form.get(Label::Kind).unwrap().problem, Some("falta"));
}

#[test]
fn leaving_asks_only_when_something_would_be_lost() {
    let mut form = form();
    form.apply(TextOp::Insert('a'), SETTING);
    assert!(form.is_changed());
    form.apply(TextOp::Backspace, SETTING);
    assert!(!form.is_changed());
    form.previous();
    form.apply(TextOp::Down, SETTING);
    assert!(!form.is_changed());
    form.apply(TextOp::Insert(' '), SETTING);
    assert!(form.is_changed());
    // Chosen again, now last: the same people.
    form.apply(TextOp::Insert(' '), SETTING);
    assert!(!form.is_changed());
}

#[test]
fn what_must_be_filled_in_and_is_not_is_named() {
    let mut form = form();
    assert_eq!(form.missing().collect::<Vec<_>>(), [Label::Name, Label::Due, Label::Kind]);
    form.apply(TextOp::Insert(' '), SETTING);
    assert_eq!(form.missing().next(), Some(Label::Name));
    form.apply(TextOp::Insert('a'), SETTING);
    assert_eq!(form.missing().next(), Some(Label::Due));
}

#[test]
fn a_form_without_fields_does_nothing() {
    let mut form: Form<Label, &str> = Form::new(vec![]);
    form.next();
    form.previous();
    assert_eq!((form.focus(), form.apply(TextOp::Insert('a'), SETTING)), (0, Outcome::Ignored));
}

#[test]
fn every_width_leaves_room_for_values() {
    for width in 0..=300 {
        let shape = Shape::of(width);
        assert!(shape.above || shape.label + shape.value == width);
        assert!(shape.value >= width / 2, "{width}");
    }
}
