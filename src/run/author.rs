//! Who writes, as this machine knows them: for the journal, and for others who would like to write.

use std::env;

use crate::{notebook::safe_text::SafeText, store::Author};

/// Variables that name the person, the first one that is set counts.
const NAMES: [&str; 3] = ["USER", "LOGNAME", "USERNAME"];

/// The person and the machine; empty where the system does not say.
pub fn here() -> Author {
    let user = NAMES.iter().filter_map(|name| env::var(name).ok()).find(|user| !user.is_empty());
    Author { user: SafeText::line(&user.unwrap_or_default()), host: SafeText::line(&host()) }
}

#[cfg(unix)]
fn host() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

#[cfg(not(unix))]
fn host() -> String {
    env::var("COMPUTERNAME").unwrap_or_default()
}
