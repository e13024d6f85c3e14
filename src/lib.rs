//! TEP Notebook: the notebook in which school teams keep every student on their educational path.

pub mod app;
pub mod cli;
pub mod demo;
pub mod exchange;
pub mod insight;
pub mod notebook;
pub mod rules;
pub mod run;
pub mod store;
pub mod term;
pub mod text;
pub mod ui;
