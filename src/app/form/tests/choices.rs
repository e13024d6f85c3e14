use crate::app::form::{ChoiceField, MultiField, MultiOption, Outcome, TextOp};

#[test]
fn arrows_stop_at_the_ends_and_a_blank_goes_round() {
    let mut field = ChoiceField::new(3, 0);
    assert_eq!(field.apply(TextOp::Left), Outcome::Ignored);
    assert_eq!((field.apply(TextOp::Right), field.chosen()), (Outcome::Changed, Some(1)));
    field.apply(TextOp::Down);
    assert_eq!((field.apply(TextOp::Down), field.chosen()), (Outcome::Ignored, Some(2)));
    field.apply(TextOp::Insert(' '));
    assert_eq!(field.chosen(), Some(0));
    assert_eq!((field.apply(TextOp::Delete), field.chosen()), (Outcome::Ignored, Some(0)));
}

#[test]
fn none_comes_before_the_first_where_it_is_allowed() {
    let mut field = ChoiceField::optional(2, Some(0));
    assert_eq!((field.apply(TextOp::Up), field.chosen()), (Outcome::Changed, None));
    field.apply(TextOp::End);
    assert_eq!(field.chosen(), Some(1));
    field.apply(TextOp::Backspace);
    assert_eq!(field.chosen(), None);
    field.apply(TextOp::Right);
    assert_eq!(field.chosen(), Some(0));
    assert_eq!(ChoiceField::optional(2, Some(7)).chosen(), None);
    let mut empty = ChoiceField::new(0, 0);
    assert_eq!((empty.apply(TextOp::Right), empty.chosen()), (Outcome::Ignored, None));
}

#[test]
fn a_digit_chooses_the_option_of_its_number_and_no_other_character_chooses_anything() {
    let mut field = ChoiceField::optional(3, None);
    assert_eq!((field.apply(TextOp::Insert('3')), field.chosen()), (Outcome::Changed, Some(2)));
    for nothing in ['0', '4', '9', 'v', '\u{662}'] {
        assert_eq!((field.apply(TextOp::Insert(nothing)), field.chosen()), (Outcome::Ignored, Some(2)), "{nothing}");
        assert_eq!(field.meant(TextOp::Insert(nothing)), None, "{nothing}");
    }
    assert_eq!((field.apply(TextOp::Insert('1')), field.chosen()), (Outcome::Changed, Some(0)));
}

/// Invented people.
fn people(chosen: Vec<u32>) -> MultiField<u32> {
    let names = ["ana munoz", "beto perez", "ana perez", "carla nunez"];
    let option = |(key, name): (u32, &str)| MultiOption { key, folded: name.to_owned() };
    MultiField::new((10..).zip(names).map(option).collect(), chosen)
}

fn listed(field: &MultiField<u32>) -> Vec<u32> {
    field.listed(0).collect()
}

#[test]
fn the_filter_minds_neither_accents_nor_capitals_nor_the_order_of_words() {
    let mut field = people(vec![]);
    assert_eq!(field.apply(TextOp::Paste("ÑÚ"), 5), Outcome::Moved);
    assert_eq!(listed(&field), [13]);
    field.apply(TextOp::KillToStart, 5);
    assert_eq!(field.counts(), (4, 4));
    field.apply(TextOp::Paste("pérez ana"), 5);
    assert_eq!(listed(&field), [12]);
    field.apply(TextOp::Insert('x'), 5);
    assert_eq!(field.counts(), (4, 0));
    assert_eq!(field.apply(TextOp::Insert(' '), 5), Outcome::Ignored);
    assert!(field.chosen().is_empty());
}

#[test]
fn chosen_people_stay_chosen_while_the_filter_hides_them() {
    let mut field = people(vec![]);
    field.apply(TextOp::PageDown, 3);
    assert_eq!(field.apply(TextOp::Insert(' '), 3), Outcome::Changed);
    field.apply(TextOp::Paste("beto"), 3);
    assert_eq!(field.cursor(), 0);
    field.apply(TextOp::Insert(' '), 3);
    assert_eq!(field.chosen(), [13, 11]);
    field.apply(TextOp::KillWord, 3);
    // The cursor stays on the person, not on the row.
    assert_eq!(field.cursor(), 1);
    field.apply(TextOp::Insert(' '), 3);
    assert_eq!(field.chosen(), [13]);
}

#[test]
fn someone_who_left_the_list_is_not_dropped_in_silence() {
    let mut field = people(vec![99]);
    field.apply(TextOp::Insert(' '), 3);
    assert_eq!(field.chosen(), [99, 10]);
    assert!(field.has_exactly(&[10, 99]) && !field.has_exactly(&[10]));
}
