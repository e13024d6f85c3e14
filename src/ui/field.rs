//! Draws the fields of `app::form`, alone or as a whole form, and says where the terminal's cursor belongs. Never
//! changes a field, never writes outside its area; sentences arrive as functions, styles as roles.

mod kinds;
mod sheet;
pub mod text;

use ratatui::style::Style;

pub use kinds::{choice_field, date_field, multi_field, text_area, text_field};
pub use sheet::form;

/// The styles of a form, by role. Every state has a sign too: `>` focus, `!` problem, `*` must be filled in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FieldStyles {
    /// Names of fields.
    pub label: Style,
    /// Values without the focus.
    pub value: Style,
    /// The value with the focus, over the whole width of the field.
    pub focused: Style,
    /// Sentences about what is wrong.
    pub problem: Style,
    /// What an empty field expects, and counts.
    pub hint: Style,
}

/// How one field is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// The styles of its form.
    pub styles: FieldStyles,
    /// Whether it has the focus; only then it has a cursor and scrolls to it.
    pub focused: bool,
}

impl Look {
    fn value(self) -> Style {
        if self.focused { self.styles.focused } else { self.styles.value }
    }
}

/// What a form says, in the language and with the masking that the screen decides.
pub struct FormWords<'a, L, P, K> {
    /// The name of a field.
    pub label: &'a dyn Fn(L) -> String,
    /// What an empty field expects; an empty text for nothing.
    pub hint: &'a dyn Fn(L) -> String,
    /// An option of a choice field; `None` is "none".
    pub choice: &'a dyn Fn(L, Option<usize>) -> String,
    /// An option of a list.
    pub option: &'a dyn Fn(L, K) -> String,
    /// The sentence of a problem.
    pub problem: &'a dyn Fn(L, &P) -> String,
}

#[cfg(test)]
mod tests;
