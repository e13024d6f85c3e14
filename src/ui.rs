//! Room under construction.

pub mod field;
