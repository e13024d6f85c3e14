//! TEP Notebook: the notebook in which Chilean public-school advisors and school teams work to keep every student on
//! their educational path. This page is the map of the house; `tests/architecture.rs` holds it to what is said here.
//!
//! # What a person sees, and where it is made
//!
//! ```text
//!  Liceo Los Ulmos 99001-9  Ciclo 3 · 2021 · «…»  DATOS INVENTADOS  ✎ guardado  ◄─ ui/screen/notebook
//!  1 Infografía ✓  2 Desafío ✓ [3 Datos] 4 Implementación ✓  5 Aprendizajes 4/5 ◄─ insight/gaps says what is complete
//!  ¿Qué muestran los datos que no esperábamos?  ¿Quién falta en esta lista?     ◄─ text/cycle
//!  Falta: notas de la revisión
//! ━ Estudiantes ━ 950 con matrícula · 259 con señal · 2021 · Mineduc ━━━━━━━━━━ ◄─ app/open_notebook: panes, focus
//!   Curso  Estudiante Asist.   →85 %  Contacto     Motivos                      ◄─ ui/screen/students
//! ▸ 7B-A   XV-88r      30,1 %  267 d nunca        crítica · 2 notas bajo 4,0    ◄─ insight/review, insight/reason
//! ─ Acciones ─ 6 · 4 atrasadas ────────── ─ Aprendizajes ─ 1 ─────────────────  ◄─ ui/screen/panes
//! ▸ ! Segundo intento por otra… 05-04-21  ▸ Cerrar el ciclo con una pr…
//!  Enter abrir  c contacto  a acción  l aprendizaje  ? ayuda  q salir           ◄─ ui/bar, from app/keymap
//! ```
//!
//! # How a key becomes a line in a file
//!
//! ```text
//!  key ─► term::Inbox ─► run ─► app::update ──(Edit)──► notebook ─► the screen is drawn: ui::view ─► term::Screen
//!             ▲           │          │
//!             │           │          └──(Effect)──► run::world ──(Job)──► run::scribe, on a thread of its own
//!             │           └◄────────────(Msg)────────┘                        │
//!             └──────(Msg: kept, filed, closed)───────────────────────────────┤
//!                                                                       store::Keeper
//!                      journal: one line and a sync, then «guardado» ◄────────┤
//!                      file: two seconds later, at 64 changes, on leaving ◄───┘
//!
//!  signal, dropped line ─► term::Guard ─► the scribe finishes, the terminal is given back, the process is gone
//! ```
//!
//! One thread decides, no tick: the loop in [`run`] draws, sleeps in the kernel until something arrives or a deadline
//! comes, takes all that is queued, lets the app decide, and performs what it decided. Nothing draws and decides at once;
//! nothing decides and writes at once. (Reading the shelf, opening, comparing and making notebooks, and settings, are done on
//! this thread: there is nothing to type into before they answer.) Beside it stand threads: one reads the keys, one writes
//! down what was decided ([`run::scribe`]), one at a time waits for a file of somebody else's ([`run::reader`]), others do
//! what takes long and answer with a message (a folder is listed, an import is planned or written, a file that leaves the
//! school is sealed), two guard the end (signals; a terminal that is gone) and need neither the loop nor its good health.
//! A panic in any of them ends the program.
//!
//! # How nothing is lost
//!
//! A change is *kept* when its line in this process's journal is on the medium; only then the screen says so. The file
//! follows at a checkpoint, and its hash stands in the journal before it appears. So every file that can be met says where
//! it stands: the journal knows its hash (what was done after it is put on top; an older copy costs nothing), or it does
//! not (somebody else wrote it: a person sees the differences and decides). The lock only decides who holds the pen;
//! nothing rests on it. [`store`] tells the rest, `tests/proof.rs` tries every crash.
//!
//! # Rooms
//!
//! Each uses only rooms above it in this list (the exact arrows stand in the test):
//!
//! | room | owns |
//! |---|---|
//! | [`rules`] | national rules as pure functions, integers first; Spanish order and search |
//! | [`term`] | the real terminal: session, inbox, guards of the end, frames in as few bytes as a slow line needs |
//! | [`notebook`] | what a notebook is; edits with their inverse; checks that answer with typed problems |
//! | [`insight`] | answers computed from notebooks: review with reasons, indicators, run charts, contacts, what a step lacks, the account of a cycle and two of them side by side; from tables: whether the flags find anybody, annual dropout |
//! | [`demo`] | the invented practice alliance |
//! | [`store`] | the only code that writes notebooks: journal, file, recovery, backups |
//! | [`exchange`] | other people's tables in: read, matched, one undoable edit per notebook; files of students who are handed over, sealed or not; series of numbers |
//! | [`app`] | state, `update(message) -> effects`, the key table, forms |
//! | [`text`] | every sentence, in Spanish and in English |
//! | [`report`] | documents for people out: worksheets, driver trees |
//! | [`ui`] | `view(app) -> cells` |
//! | [`run`] | the loop, the clock, the world outside, the scribe on its thread |
//! | [`cli`] | one file per subcommand |
//!
//! # How somebody learns it
//!
//! [`app::tutor`] knows the lessons of one cycle and reads in the notebook which of them are done; it never looks at keys,
//! so wrong ones, undo and another day are all the same to it. [`ui::tutor`] draws it in rows of its own, above everything.
//! It runs on an invented copy under the program's state ([`run::tutor`]), on a practice day ([`run::clock`]).
//!
//! # What holds everywhere
//!
//! - Every change is an [`Edit`](notebook::edit::Edit): applied whole or refused whole, and undone by its inverse.
//! - A key meets a command in one table ([`app::keymap`]); bar, help, palette, `tep keys` and README are renderings.
//! - A name reaches a screen or an export only through [`Personal`](notebook::personal::Personal), which asks for a
//!   [`Reveal`](notebook::personal::Reveal). Text enters only through [`SafeText`](notebook::safe_text::SafeText).
//! - Missing is never zero; a figure knows its rule, value, threshold, date and source
//!   ([`Reason`](insight::reason::Reason)).
//! - A cycle is judged by what it was closed with: thresholds and capacity of then, figures of its last day.
//! - Names that are shown are written down in the journal, with who and when; `tep log` tells it between the changes.
//! - A file that was not read whole is never written over; an older one is migrated, a newer one only read.
//!
//! # Where this differs from the first plan
//!
//! - `run`, `demo` are rooms of their own: the loop belongs neither to the app nor to the terminal, and what is invented
//!   must not live beside what is real.
//! - `app` may name what the store *tells* (errors, what happened to a notebook; never its doing): one list instead of two
//!   that must agree. For the same reason it may name what the exchange *found* (a reading, a plan, its questions): the
//!   preview of an import is exactly that, with a selection; and a passphrase, which must not be text like another. It reads
//!   and plans nothing itself.
//! - Somebody else's file is read by this program in a second process ([`run::reader`]), which has its limits and speaks
//!   JSON through a pipe: a file can end that process, and nothing else.
//! - Workbooks are read record by record in [`exchange::book`], over libraries for ZIP, XML and compound files, and not
//!   with calamine: it reserves what a file says that it needs, and panics on some damaged ones.
//! - Each journal belongs to one process for ever; together, in the order of their numbers, they are read as one history.
//!   A journal whose sync failed is given up for the next one, and what was not safe is written there again.
//! - Half-typed text lies in a file of its own beside the journals, never in them: it is no history, and its loss can
//!   never touch one.
//! - `text` stands above `app`, because it names commands, fields and notices; what the palette searches in is handed to
//!   the app as a vocabulary, so that the app holds no sentence.
//! - `term` encodes frames itself instead of using ratatui's back end: scrolling a list by one row costs about 120 bytes
//!   instead of 1,900.

pub mod app;
pub mod cli;
pub mod demo;
pub mod exchange;
pub mod insight;
pub mod notebook;
pub mod report;
pub mod rules;
pub mod run;
pub mod store;
pub mod term;
pub mod text;
pub mod ui;
