//! Roles, not colours, at the call. Two themes: the 16 named colours, or modifiers only.
//!
//! No colour carries meaning alone: every state also has a word or a sign.

use ratatui::style::{Color, Modifier, Style};

use super::field::FieldStyles;
use crate::{
    insight::reason::Reason,
    rules::attendance::{AgencyBand, Band, scale::AnyBand},
};

/// How roles are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// The terminal's own 16 colours.
    Colour,
    /// Bold, underline and reverse only (`NO_COLOR`, `--plain`): no colour is ever set.
    Plain,
}

impl Theme {
    fn coloured(self, colour: Color, otherwise: Style) -> Style {
        match self {
            Self::Colour => otherwise.fg(colour),
            Self::Plain => otherwise,
        }
    }

    /// Ordinary text.
    pub const fn plain(self) -> Style {
        Style::new()
    }

    /// What says where one is.
    pub const fn title(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Text that helps and may be overlooked.
    pub fn quiet(self) -> Style {
        self.coloured(Color::DarkGray, Style::new())
    }

    /// The lines between panes.
    pub fn frame(self, focused: bool) -> Style {
        if focused { self.coloured(Color::Cyan, Style::new().add_modifier(Modifier::BOLD)) } else { self.quiet() }
    }

    /// The short highlight of a selected row.
    pub const fn selected(self, focused: bool) -> Style {
        if focused { Style::new().add_modifier(Modifier::REVERSED) } else { Style::new() }
    }

    /// The step on which the team is.
    pub const fn here(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Something is wrong or overdue.
    pub fn trouble(self) -> Style {
        self.coloured(Color::Red, Style::new().add_modifier(Modifier::BOLD))
    }

    /// Something went well.
    pub fn good(self) -> Style {
        self.coloured(Color::Green, Style::new())
    }

    /// A key in the bar.
    pub fn key(self) -> Style {
        self.coloured(Color::Cyan, Style::new().add_modifier(Modifier::BOLD))
    }

    /// Said on every screen with invented people.
    pub fn invented(self) -> Style {
        self.coloured(Color::Magenta, Style::new().add_modifier(Modifier::BOLD))
    }

    /// A reason in the list.
    pub fn reason(self, reason: Reason) -> Style {
        match reason.gravity() {
            4 => self.trouble(),
            3 => self.coloured(Color::Yellow, Style::new()),
            _ => self.plain(),
        }
    }

    /// A band of attendance.
    pub fn band(self, band: Band) -> Style {
        match band {
            Band::Expected => self.good(),
            Band::Repeated => self.coloured(Color::Cyan, Style::new()),
            Band::Grave => self.coloured(Color::Yellow, Style::new()),
            Band::Critical => self.trouble(),
            Band::NoData => self.quiet(),
        }
    }

    /// A band of either scale.
    pub fn any_band(self, band: AnyBand) -> Style {
        match band {
            AnyBand::Ministry(band) => self.band(band),
            AnyBand::Agency(AgencyBand::Outstanding | AgencyBand::Normal) => self.good(),
            AnyBand::Agency(AgencyBand::Repeated) => self.band(Band::Repeated),
            AnyBand::Agency(AgencyBand::Grave) => self.band(Band::Grave),
            AnyBand::Agency(AgencyBand::NoData) => self.quiet(),
        }
    }

    /// The styles of forms.
    pub fn fields(self) -> FieldStyles {
        FieldStyles {
            label: self.plain(),
            value: self.plain(),
            focused: Style::new().add_modifier(Modifier::BOLD),
            problem: self.trouble(),
            hint: self.quiet(),
        }
    }
}

/// The marker of the selected row.
pub const MARKER: &str = "▸ ";
/// The same columns without a marker.
pub const NO_MARKER: &str = "  ";
