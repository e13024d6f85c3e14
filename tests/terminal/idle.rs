//! Nobody types: nothing is sent over the line, and the battery is left alone.

use std::time::Duration;

use crate::support::Home;

#[test]
fn nothing_happens_while_nobody_types() {
    let home = Home::with_schools(&[99_012]);
    let mut terminal = home.tep(&["open", "99012"]).start();
    terminal.sees("guardado").sees("q salir").until_silent(Duration::from_millis(300));
    let before = awake(terminal.process());
    assert_eq!(terminal.until_silent(Duration::from_secs(3)), 0, "bytes while nobody types");
    let after = awake(terminal.process());
    match (before, after) {
        (Some(before), Some(after)) => assert_eq!(before, after, "(times woken, clock ticks of CPU)"),
        _ => eprintln!("skipped: this system does not tell how often a process wakes up"),
    }
    terminal.types("q").ends_well();
}

/// How often the threads of a process went to sleep by themselves, and their clock ticks on a CPU.
fn awake(process: u32) -> Option<(u64, u64)> {
    let mut sum = (0, 0);
    for task in std::fs::read_dir(format!("/proc/{process}/task")).ok()? {
        let task = task.ok()?.path();
        let status = std::fs::read_to_string(task.join("status")).ok()?;
        let slept = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))?;
        let stat = std::fs::read_to_string(task.join("stat")).ok()?;
        // The name of the process, in brackets, may have blanks: count after it.
        let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        let ticks: u64 = fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?;
        sum = (sum.0 + slept.trim().parse::<u64>().ok()?, sum.1 + ticks);
    }
    Some(sum)
}
