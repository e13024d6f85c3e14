//! Backups of a notebook.

use chrono::NaiveDateTime;

use crate::{
    app::lang::Lang,
    store::{OpenError, backup::Unfit},
    text::{Both, both, figures},
};

/// Column.
pub const NAME: Both = both("Nombre", "Name");
/// Column.
pub const AT: Both = both("Fecha", "Date");
/// Column.
pub const SIZE: Both = both("Tamaño", "Size");
/// Column.
pub const ITEMS: Both = both("Datos", "Items");

/// There is no backup.
pub fn empty(lang: Lang) -> String {
    both(
        "Este cuaderno no tiene respaldos todavía: el primero se guarda cuando se abre en el programa.\n",
        "This notebook has no backups yet: the first is kept when it is opened in the program.\n",
    )
    .of(lang)
    .to_owned()
}

/// A moment, to the minute.
pub fn at(lang: Lang, at: NaiveDateTime) -> String {
    format!("{} {}", figures::day(lang, at.date()), at.format("%H:%M"))
}

/// Why a backup cannot be put back, in a few words.
pub const fn unfit(unfit: &Unfit) -> Both {
    match unfit {
        Unfit::Unreadable(OpenError::Newer { .. }) => both("de un TEP más nuevo", "of a newer TEP"),
        Unfit::Unreadable(_) => both("dañado", "damaged"),
        Unfit::OtherNotebook => both("de otro cuaderno", "of another notebook"),
        Unfit::WouldLose => both("con datos desconocidos", "with unknown data"),
    }
}
