//! Standard output and error that nobody reads any more: whoever read had enough, and that is no accident.

use std::{
    io,
    process::{Command, Stdio},
};

use crate::support::{Home, tep};

/// A pipe without a reader.
fn nobody() -> Stdio {
    let (reader, writer) = io::pipe().unwrap();
    drop(reader);
    Stdio::from(writer)
}

#[test]
fn a_list_that_nobody_reads_to_its_end_is_no_accident() {
    let home = Home::with_schools(&[99_011, 99_012]);
    for arguments in [
        &["list"][..],
        &["list", "--json"],
        &["show", "99012"],
        &["show", "99012", "--json"],
        &["keys"],
        &["schema"],
        &["completions", "bash"],
        &["help", "open"],
        &["--help"],
        &["--version"],
        &["demo", "--no-open"],
    ] {
        let said = home.tep_without_terminal(arguments).stdin(Stdio::null()).stdout(nobody()).output().unwrap();
        assert_eq!(said.status.code(), Some(0), "{arguments:?}: {said:?}");
        assert!(said.stderr.is_empty(), "{arguments:?}: {said:?}");
    }
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", "{ \"$0\" list; echo $? >&2; } | head -n 0", tep()]).env("TEP_HOME", home.path());
    let said = shell.output().unwrap();
    assert_eq!(said.stderr, b"0\n");
}

#[test]
fn an_error_that_nobody_hears_keeps_its_code() {
    let home = Home::with_schools(&[99_012]);
    for (arguments, code) in [(&["show", "no existe"][..], 1), (&["no-such-command"], 2), (&["open", "99012"], 2)] {
        let mut command = home.tep_without_terminal(arguments);
        let ended = command.stdin(Stdio::null()).stdout(nobody()).stderr(nobody()).status().unwrap();
        assert_eq!(ended.code(), Some(code), "{arguments:?}");
    }
}
