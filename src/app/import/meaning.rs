//! What a column can mean, for a person who corrects it by hand.

use std::collections::BTreeMap;

use crate::{
    app::{
        form::TextField,
        list::{Entry, ListState},
    },
    exchange::{field, reading::Wishes},
    rules::spelling,
};

/// Headers that are remembered at most, and the longest of them in bytes: settings are a small file.
const REMEMBERED: usize = 200;
const LONGEST: usize = 120;

/// The wish that a column be left out.
pub const IGNORE: &str = "ignore";

/// Our names of what a column can mean, in the order of the list.
pub const MEANINGS: &[&str] = &[
    "run",
    "check_digit",
    "mrun",
    "full_name",
    "given_names",
    "paternal_surname",
    "maternal_surname",
    "surnames",
    "course",
    "level",
    "section",
    "rbd",
    "year",
    "month",
    "attendance",
    "attended",
    "held",
    "absences",
    "justified",
    "month_3",
    "month_4",
    "month_5",
    "month_6",
    "month_7",
    "month_8",
    "month_9",
    "month_10",
    "month_11",
    "month_12",
    "average",
    "status",
    "outcome",
    "birth_date",
    "enrolled_on",
    "registered_on",
    "withdrawn_on",
    "phone",
    "email",
    "guardian",
    "relationship",
    "remark",
    "gender",
    "student_id",
    "birth_month",
];

/// What a person can choose for a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// As the program finds.
    Found,
    /// Nothing: leave it out.
    Ignore,
    /// This, by its place in [`MEANINGS`].
    Means(usize),
}

/// The list from which the meaning of a column is chosen.
#[derive(Debug)]
pub struct Meanings {
    /// The header as the file writes it.
    pub header: String,
    /// What can be chosen; keys are places in the list of all choices.
    pub list: ListState<usize>,
}

impl Meanings {
    /// All choices for a column, beginning at what it means now.
    pub fn new(header: &str, meaning: Option<&str>, names: &[String]) -> Self {
        let mut list = ListState::default();
        list.filter = TextField::new("");
        list.typing = true;
        let mut meanings = Self { header: header.to_owned(), list };
        meanings.arrange(names);
        if let Some(at) = MEANINGS.iter().position(|known| meaning == Some(known)) {
            meanings.list.select(at + 2);
        }
        meanings
    }

    /// Shows the choices in whose name the typed letters are; `names` are the folded names of all, in their order.
    pub fn arrange(&mut self, names: &[String]) {
        let query = spelling::fold(self.list.filter.text());
        let found = names.iter().enumerate().filter(|(_, name)| spelling::contains_folded(name, &query));
        self.list.settle(found.map(|(index, _)| Entry { key: index, index }).collect());
    }

    /// What is selected.
    pub fn chosen(&self) -> Option<Choice> {
        self.list.selected().and_then(choice)
    }
}

/// How many choices there are.
pub const CHOICES: usize = MEANINGS.len() + 2;

/// The choice at a place of the list.
pub fn choice(at: usize) -> Option<Choice> {
    match at {
        0 => Some(Choice::Found),
        1 => Some(Choice::Ignore),
        at => (at - 2 < MEANINGS.len()).then_some(Choice::Means(at - 2)),
    }
}

/// Puts a choice for a header into the wishes.
pub fn wish(wishes: &mut Wishes, header: &str, choice: Choice) {
    let header = field::fold(header);
    let meaning = match choice {
        Choice::Found => {
            wishes.mapping.remove(&header);
            return;
        }
        Choice::Ignore => IGNORE,
        Choice::Means(at) => MEANINGS.get(at).copied().unwrap_or(IGNORE),
    };
    wishes.mapping.insert(header, meaning.to_owned());
}

/// What is worth remembering for other files.
pub fn to_remember(wishes: &Wishes) -> BTreeMap<String, String> {
    let short = wishes.mapping.iter().filter(|(header, _)| header.len() <= LONGEST);
    short.take(REMEMBERED).map(|(header, meaning)| (header.clone(), meaning.clone())).collect()
}

/// Whether a person decided what a header means.
pub fn is_wished(wishes: &Wishes, header: &str) -> bool {
    wishes.mapping.contains_key(&field::fold(header))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::field::Field;

    #[test]
    fn what_a_person_can_choose_is_what_the_reader_understands() {
        for meaning in MEANINGS.iter().chain([&IGNORE]) {
            assert!(Field::named(meaning).is_some(), "{meaning}");
        }
        for (_, name) in Field::choices().filter(|(_, name)| *name != IGNORE) {
            assert!(MEANINGS.contains(&name), "{name} cannot be chosen");
        }
    }

    #[test]
    fn a_wish_holds_for_the_header_however_it_is_written_and_can_be_taken_back() {
        let mut wishes = Wishes::default();
        wish(&mut wishes, "  % ASISTENCIA 2024", Choice::Ignore);
        assert!(is_wished(&wishes, "% asistencia"));
        wish(&mut wishes, "%  Asistencia", Choice::Found);
        assert_eq!(wishes, Wishes::default());
    }

    #[test]
    fn settings_stay_small_however_many_columns_are_corrected() {
        let mut wishes = Wishes::default();
        for at in 0..1_000 {
            wish(&mut wishes, &format!("columna {at} {}", "x".repeat(at)), Choice::Means(0));
        }
        let remembered = to_remember(&wishes);
        let bytes: usize = remembered.iter().map(|(header, meaning)| header.len() + meaning.len() + 16).sum();
        assert!(remembered.len() > 50 && bytes < 48 * 1024, "{} {bytes}", remembered.len());
    }
}
