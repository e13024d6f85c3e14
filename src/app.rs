//! Room under construction.

pub mod form;
