//! The program `tep`: hands over to [`tep_notebook::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    tep_notebook::cli::main()
}
