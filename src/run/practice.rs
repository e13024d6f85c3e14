//! The practice alliance on a shelf of its own: made by the command and by the key alike.
//!
//! Never puts an invented school among real ones, and never writes over what somebody changed while practising.

use crate::{
    demo,
    store::{Author, SaveError, Shelf},
};

use chrono::{DateTime, Utc};

/// The folder of the practice alliance, inside the folder of the notebooks and never among them.
pub const FOLDER: &str = "practica";

/// What making the alliance came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// Schools that were made.
    pub made: usize,
    /// Schools that stood there and were kept as they are.
    pub kept: usize,
}

/// Makes what is missing of the alliance. The caller has seen to it that no real school stands there.
pub fn make(shelf: &Shelf, author: &Author, now: DateTime<Utc>) -> Result<Made, SaveError> {
    let (mut made, mut kept) = (0, 0);
    for notebook in demo::alliance() {
        match shelf.create(notebook, author, now).and_then(|mut keeper| keeper.close(now)) {
            Ok(()) => made += 1,
            Err(SaveError::Exists { .. }) => kept += 1,
            Err(error) => return Err(error),
        }
    }
    Ok(Made { made, kept })
}
