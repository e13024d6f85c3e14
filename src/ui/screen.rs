//! The screens, one file each.

pub mod card;
pub mod infographic;
pub mod notebook;
pub mod panes;
pub mod shelf;
pub mod students;
pub mod theory;
pub mod workspace;
