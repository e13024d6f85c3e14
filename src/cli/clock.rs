//! The clock of the commands. Nothing that is printed with `--json` may come from here.

use chrono::{DateTime, Local, NaiveDate, Utc};

/// Now, for the ids of new items.
pub(super) fn now() -> DateTime<Utc> {
    Utc::now()
}

/// Today where the person is.
pub(super) fn today() -> NaiveDate {
    Local::now().date_naive()
}
