//! The program `tep`: hands over to [`tep_notebook::cli`].
fn main() {}
