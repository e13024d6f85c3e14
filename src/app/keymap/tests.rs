//! What a person would lose if the table were wrong: a key that does nothing, or another thing than it says.

use std::collections::HashSet;

use super::*;
use crate::{
    app::lang::Lang,
    text::{commands, places},
    ui::field::text::width,
};

/// Every place that the program can produce, innermost context first.
fn places() -> Vec<Vec<Context>> {
    let pane = |pane| vec![pane, C::List, C::Notebook, C::Global];
    vec![
        vec![C::Shelf, C::List, C::Global],
        vec![C::FilterLine, C::Writing],
        pane(C::Students),
        pane(C::Actions),
        pane(C::Learnings),
        pane(C::Workspace),
        vec![C::Unseen, C::Workspace, C::List, C::Notebook, C::Global],
        vec![C::Card, C::List, C::Notebook, C::Global],
        vec![C::Card, C::List, C::Notebook, C::Global, C::Tutor],
        vec![C::Palette, C::Writing],
        vec![C::Help],
        vec![C::Confirm],
        vec![C::Message],
        vec![C::Outside, C::Message],
        vec![C::Damaged, C::Message],
        vec![C::Picker, C::Writing],
        vec![C::Reading],
        vec![C::Preview],
        vec![C::Choosing, C::Writing],
        vec![C::Asking],
        vec![C::Line, C::Form, C::Writing],
        vec![C::Area, C::Form, C::Writing],
        vec![C::Choice, C::Form, C::Writing],
        vec![C::Multi, C::Form, C::Writing],
        vec![C::Area, C::Form, C::Writing, C::Tutor],
    ]
}

#[test]
fn a_key_means_one_thing_in_a_context() {
    let mut seen = HashSet::new();
    for binding in BINDINGS {
        for chord in binding.keys {
            assert!(seen.insert((binding.context, *chord)), "{chord} stands twice in {:?}", binding.context);
        }
    }
}

#[test]
fn no_key_is_one_that_a_terminal_sends_as_another() {
    for binding in BINDINGS {
        for chord in binding.keys {
            assert!(!is_treacherous(*chord), "{chord} in {:?}", binding.context);
        }
    }
    // Flow control may swallow Ctrl-S on the way: it is never the only key of a command.
    let only_ctrl_s = |binding: &&Binding| binding.keys == [ctrl('s')];
    assert!(BINDINGS.iter().find(only_ctrl_s).is_none());
}

#[test]
fn keys_read_back_as_they_are_shown() {
    for chord in BINDINGS.iter().flat_map(|binding| binding.keys) {
        assert_eq!(Chord::parse(&chord.to_string()), Some(*chord), "{chord}");
        assert_eq!(Chord::all_of(chord.event()).collect::<Vec<_>>(), [*chord]);
    }
}

#[test]
fn one_can_leave_and_get_help_from_everywhere() {
    for place in places() {
        let can = |command| reachable(&place).any(|binding| binding.command == command);
        assert!(can(Command::Back), "{place:?}: no way back");
        if place.contains(&C::Notebook) || place.contains(&C::Shelf) {
            assert!(can(Command::Quit) && can(Command::Help) && can(Command::Palette), "{place:?}");
        }
    }
}

#[test]
fn every_context_belongs_to_a_place() {
    let used: HashSet<Context> = places().into_iter().flatten().collect();
    for context in Context::ALL {
        assert!(used.contains(&context), "{context:?} is never the place");
        assert!(BINDINGS.iter().any(|binding| binding.context == context), "{context:?} has no key");
    }
}

#[test]
fn every_command_of_the_palette_has_a_key_somewhere() {
    for command in commands::PALETTE {
        assert!(BINDINGS.iter().any(|binding| binding.command == *command), "{command:?} has no key");
    }
}

#[test]
fn a_letter_is_text_where_text_is_taken() {
    for place in places().into_iter().filter(|place| place.iter().any(|context| context.takes_text())) {
        for letter in ['q', 'u', 'x', 'ñ', '?', ':', '/', '1', '>'] {
            assert_eq!(resolve(&place, ch(letter)), None, "{letter} in {place:?}");
        }
    }
}

#[test]
fn names_fit_the_bar_and_stand_in_both_languages() {
    for lang in Lang::ALL {
        for binding in BINDINGS {
            let words = commands::command(binding.command);
            assert!((1..=12).contains(&width(words.bar.of(lang))), "«{}»", words.bar.of(lang));
            assert!(!words.help.of(lang).is_empty());
        }
        for context in Context::ALL {
            assert!(!places::context(context).of(lang).is_empty());
        }
    }
}

#[test]
fn the_bar_shows_only_what_can_be_done() {
    for place in places() {
        assert!(bar(&place, |_| false).is_empty());
        let shown = bar(&place, |_| true);
        let unique: HashSet<Command> = shown.iter().map(|(_, command)| *command).collect();
        assert_eq!(unique.len(), shown.len(), "a command stands twice in the bar of {place:?}");
    }
}
