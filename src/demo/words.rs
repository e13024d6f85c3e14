//! The words of the practice alliance: data of its files, in the language of its schools. No logic.

pub(super) mod actions;
pub(super) mod judging;
pub(super) mod learnings;
pub(super) mod meetings;
pub(super) mod names;
pub(super) mod theories;

/// What stands first in every file of the practice alliance.
pub(super) const NOTICE: &str = "Datos inventados para practicar: ninguna persona ni escuela de este cuaderno existe.";
