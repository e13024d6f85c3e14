//! Reading other people's tables into typed rows, and from them one undoable change of a notebook.
//! Never guesses silently: what is repaired, doubted, left out or rejected is a typed value with its row.

mod cell;
pub mod column;
pub mod kind;
pub mod monthly;
pub mod parsed;
pub mod roster;
mod school;
pub mod source;
mod table;

pub use cell::Gender;
pub use kind::Kind;
pub use monthly::MonthlyRow;
pub use parsed::{Content, Looks, Note, Parsed, ReadError, Reason, Rejected, Warning, WarningCode};
pub use roster::RosterRow;
pub use source::{Encoding, load};

use parsed::Log;

/// Reads the bytes of one file. The name of the file plays no part: the header says which table it is.
pub fn read(bytes: &[u8]) -> Result<Parsed, ReadError> {
    let source = source::decode(bytes)?;
    let mut log = Log::default();
    if source.lossy {
        log.note(Note::LettersLost);
    }
    let mut opened = kind::open(&source.text, &mut log)?;
    let content = (opened.format.read)(&mut opened.rows, &mut log);
    if log.rows == 0 {
        return Err(ReadError::NoRows);
    }
    log.warnings.sort_by_key(|warning| (warning.row, warning.code));
    Ok(Parsed {
        kind: opened.format.kind,
        encoding: source.encoding,
        separator: opened.separator,
        rows: log.rows,
        rejected: log.rejected,
        warnings: log.warnings,
        notes: log.notes,
        content,
    })
}
