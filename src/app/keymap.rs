//! The key table: the only place where a key meets a command.
//!
//! Lookup, help bar, help screen, palette, `tep keys` and the tables of the README are renderings of [`BINDINGS`]. Never
//! holds a sentence; letters are the same in every language.

use super::{
    command::{Command, TextKey},
    key::{Chord, Key, Named, ch, ctrl, ctrl_named, named},
};
use crate::notebook::cycle::Step;

/// Where a chord is read. A place of the program is a stack of these, innermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// The list of notebooks.
    Shelf,
    /// An open notebook.
    Notebook,
    /// The pane of students.
    Students,
    /// The pane of actions.
    Actions,
    /// The pane of learnings.
    Learnings,
    /// The workspace of step 1 or 2.
    Workspace,
    /// The infographic, before the team has looked.
    Unseen,
    /// The card of a student.
    Card,
    /// Any list.
    List,
    /// The line in which a filter is typed.
    FilterLine,
    /// The palette.
    Palette,
    /// The help.
    Help,
    /// A question with yes or no.
    Confirm,
    /// A message that waits to be read.
    Message,
    /// What somebody changed in a file outside the program.
    Outside,
    /// A file that is damaged.
    Damaged,
    /// The folder from which a file is picked.
    Picker,
    /// A file that is being read.
    Reading,
    /// A file that was read, before it is accepted.
    Preview,
    /// A list from which one thing is chosen by typing.
    Choosing,
    /// A question about two students.
    Asking,
    /// Any form.
    Form,
    /// A field of one line or a date in a form.
    Line,
    /// A field of many lines.
    Area,
    /// A field with one choice.
    Choice,
    /// A field with many choices.
    Multi,
    /// Any text that is being written: keys that move in it and take away from it.
    Writing,
    /// Everywhere outside text.
    Global,
    /// Everywhere, in text too, while the tutor runs.
    Tutor,
}

impl Context {
    /// All contexts, in the order of the help.
    pub const ALL: [Self; 29] = [
        Self::Shelf,
        Self::Notebook,
        Self::Students,
        Self::Actions,
        Self::Learnings,
        Self::Workspace,
        Self::Unseen,
        Self::Card,
        Self::List,
        Self::FilterLine,
        Self::Palette,
        Self::Help,
        Self::Confirm,
        Self::Message,
        Self::Outside,
        Self::Damaged,
        Self::Picker,
        Self::Reading,
        Self::Preview,
        Self::Choosing,
        Self::Asking,
        Self::Form,
        Self::Line,
        Self::Area,
        Self::Choice,
        Self::Multi,
        Self::Writing,
        Self::Global,
        Self::Tutor,
    ];

    /// Whether a character is text here before it is a key.
    pub fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Line
                | Self::Area
                | Self::Choice
                | Self::Multi
                | Self::FilterLine
                | Self::Palette
                | Self::Picker
                | Self::Choosing
        )
    }
}

/// Whether a binding stands in the bar, and who gives way first on a narrow screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    /// Only in the help.
    Hidden,
    /// In the bar; small ranks stand first.
    Rank(u8),
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where the keys are read.
    pub context: Context,
    /// What they ask for.
    pub command: Command,
    /// The keys; the first is the one the bar shows.
    pub keys: &'static [Chord],
    /// Its place in the bar.
    pub bar: Bar,
}

const fn bind(context: Context, command: Command, keys: &'static [Chord], bar: Bar) -> Binding {
    Binding { context, command, keys, bar }
}

const ENTER: Chord = named(Named::Enter);
const ESC: Chord = named(Named::Esc);
const TAB: Chord = named(Named::Tab);
const BACKTAB: Chord = named(Named::BackTab);
const SPACE: Chord = named(Named::Space);
const UP: Chord = named(Named::Up);
const DOWN: Chord = named(Named::Down);
const LEFT: Chord = named(Named::Left);
const RIGHT: Chord = named(Named::Right);
const DEL: Chord = named(Named::Delete);
const F1: Chord = named(Named::F1);
const F2: Chord = named(Named::F2);
const F3: Chord = named(Named::F3);
const F4: Chord = named(Named::F4);

use Bar::{Hidden, Rank};
use Context as C;

/// The table.
pub const BINDINGS: &[Binding] = &[
    bind(C::Shelf, Command::Open, &[ENTER], Rank(1)),
    bind(C::Shelf, Command::NewSchool, &[ch('n')], Rank(2)),
    bind(C::Shelf, Command::Import, &[ch('i')], Rank(3)),
    bind(C::Shelf, Command::Practice, &[ch('D')], Rank(4)),
    bind(C::Students, Command::Open, &[ENTER], Rank(1)),
    bind(C::Students, Command::ToggleFocus, &[ch('f')], Rank(2)),
    bind(C::Students, Command::Pin, &[ch('p')], Rank(7)),
    bind(C::Students, Command::SetAside, &[ch('P')], Rank(8)),
    bind(C::Students, Command::HandOver, &[ch('H')], Hidden),
    bind(C::Students, Command::ChangeStatus, &[ch('T')], Hidden),
    bind(C::Actions, Command::Edit, &[ENTER, ch('e')], Rank(1)),
    bind(C::Actions, Command::Complete, &[SPACE], Rank(2)),
    bind(C::Actions, Command::Remove, &[ch('x'), DEL], Rank(6)),
    bind(C::Actions, Command::DecideAction, &[ch('D')], Rank(7)),
    bind(C::Actions, Command::DescribeAction, &[ch('m')], Rank(8)),
    bind(C::Learnings, Command::Edit, &[ENTER, ch('e')], Rank(1)),
    bind(C::Learnings, Command::Remove, &[ch('x'), DEL], Rank(6)),
    bind(C::Workspace, Command::Edit, &[ENTER, ch('e')], Rank(1)),
    bind(C::Unseen, Command::Predict, &[ch('b')], Rank(0)),
    bind(C::Unseen, Command::Look, &[ENTER], Rank(1)),
    bind(C::Card, Command::Open, &[ENTER], Rank(1)),
    bind(C::Card, Command::Edit, &[ch('e')], Rank(4)),
    bind(C::Card, Command::Remove, &[ch('x'), DEL], Rank(6)),
    bind(C::Card, Command::ToggleFocus, &[ch('f')], Rank(5)),
    bind(C::Card, Command::Pin, &[ch('p')], Rank(7)),
    bind(C::Card, Command::SetAside, &[ch('P')], Rank(8)),
    bind(C::Card, Command::HandOver, &[ch('H')], Rank(12)),
    bind(C::Card, Command::ChangeStatus, &[ch('T')], Rank(13)),
    bind(C::Card, Command::AddContact, &[ch('c')], Rank(2)),
    bind(C::Card, Command::ReviewWork, &[ch('R')], Rank(9)),
    bind(C::Card, Command::PlanAction, &[ch('a')], Rank(3)),
    bind(C::Notebook, Command::AddContact, &[ch('c')], Rank(4)),
    bind(C::Notebook, Command::ReviewWork, &[ch('R')], Hidden),
    bind(C::Notebook, Command::AnalyseContacts, &[ch('A')], Rank(31)),
    bind(C::Notebook, Command::PlanAction, &[ch('a')], Rank(5)),
    bind(C::Notebook, Command::RecordLearning, &[ch('l')], Rank(6)),
    bind(C::Notebook, Command::Import, &[ch('i')], Rank(7)),
    bind(C::Notebook, Command::NextPane, &[TAB, RIGHT], Rank(9)),
    bind(C::Notebook, Command::PreviousPane, &[BACKTAB, LEFT], Hidden),
    bind(C::Notebook, Command::NextStep, &[ch('>')], Rank(3)),
    bind(C::Notebook, Command::PreviousStep, &[ch('<')], Hidden),
    bind(C::Notebook, Command::GoToStep(Step::Infographic), &[ch('1')], Hidden),
    bind(C::Notebook, Command::GoToStep(Step::Challenge), &[ch('2')], Hidden),
    bind(C::Notebook, Command::GoToStep(Step::Data), &[ch('3')], Hidden),
    bind(C::Notebook, Command::GoToStep(Step::Implementation), &[ch('4')], Hidden),
    bind(C::Notebook, Command::GoToStep(Step::Learnings), &[ch('5')], Hidden),
    bind(C::Notebook, Command::WriteObservation, &[ch('I')], Rank(2)),
    bind(C::Notebook, Command::WriteChallenge, &[ch('d')], Rank(2)),
    bind(C::Notebook, Command::WriteTheory, &[ch('t')], Rank(2)),
    bind(C::Notebook, Command::WriteDrivers, &[ch('M')], Rank(8)),
    bind(C::Notebook, Command::Predict, &[ch('b')], Rank(33)),
    bind(C::Notebook, Command::CompareCycles, &[ch('=')], Rank(34)),
    bind(C::Notebook, Command::WriteReview, &[ch('r')], Rank(2)),
    bind(C::Notebook, Command::NameCycle, &[ch('n')], Hidden),
    bind(C::Notebook, Command::OpenCycle, &[ch('o')], Rank(0)),
    bind(C::Notebook, Command::CloseCycle, &[ch('C')], Rank(2)),
    bind(C::Notebook, Command::Scale, &[ch('E')], Rank(30)),
    bind(C::Notebook, Command::Weeks, &[ch('W')], Rank(3)),
    bind(C::Notebook, Command::Settings, &[ch('S')], Hidden),
    bind(C::Notebook, Command::Calendar, &[ch('K')], Hidden),
    bind(C::Notebook, Command::SetBaseline, &[ch('B')], Rank(32)),
    bind(C::Notebook, Command::SaveAgain, &[ch('w'), ctrl('s')], Rank(0)),
    bind(C::Notebook, Command::Zoom, &[ch('z')], Hidden),
    bind(C::List, Command::Up, &[UP, ch('k')], Hidden),
    bind(C::List, Command::Down, &[DOWN, ch('j')], Hidden),
    bind(C::List, Command::PageUp, &[named(Named::PageUp), ctrl('b')], Hidden),
    bind(C::List, Command::PageDown, &[named(Named::PageDown), ctrl('f')], Hidden),
    bind(C::List, Command::First, &[named(Named::Home), ch('g')], Hidden),
    bind(C::List, Command::Last, &[named(Named::End), ch('G')], Hidden),
    bind(C::List, Command::Filter, &[ch('/')], Rank(40)),
    bind(C::List, Command::Sort, &[ch('s')], Rank(41)),
    bind(C::FilterLine, Command::KeepSearch, &[ENTER], Rank(1)),
    bind(C::FilterLine, Command::ShowAll, &[ESC], Rank(2)),
    bind(C::FilterLine, Command::Back, &[ctrl('c')], Hidden),
    bind(C::FilterLine, Command::Up, &[UP], Hidden),
    bind(C::FilterLine, Command::Down, &[DOWN], Hidden),
    bind(C::FilterLine, Command::PageUp, &[named(Named::PageUp)], Hidden),
    bind(C::FilterLine, Command::PageDown, &[named(Named::PageDown)], Hidden),
    bind(C::Palette, Command::Open, &[ENTER], Rank(1)),
    bind(C::Palette, Command::Back, &[ESC, ctrl('c')], Rank(2)),
    bind(C::Palette, Command::Up, &[UP], Hidden),
    bind(C::Palette, Command::Down, &[DOWN], Hidden),
    bind(C::Palette, Command::PageUp, &[named(Named::PageUp)], Hidden),
    bind(C::Palette, Command::PageDown, &[named(Named::PageDown)], Hidden),
    bind(C::Help, Command::Back, &[ESC, ENTER, ch('q'), ch('?')], Rank(1)),
    bind(C::Help, Command::Up, &[UP, ch('k')], Rank(2)),
    bind(C::Help, Command::Down, &[DOWN, ch('j')], Rank(3)),
    bind(C::Help, Command::PageUp, &[named(Named::PageUp)], Hidden),
    bind(C::Help, Command::PageDown, &[named(Named::PageDown), SPACE], Hidden),
    bind(C::Confirm, Command::Back, &[ESC, ENTER, ch('n')], Rank(1)),
    bind(C::Confirm, Command::Yes, &[ch('s'), ch('y')], Rank(2)),
    bind(C::Message, Command::Back, &[ESC, ENTER, ch('q')], Rank(1)),
    bind(C::Message, Command::Up, &[UP, ch('k')], Hidden),
    bind(C::Message, Command::Down, &[DOWN, ch('j')], Hidden),
    bind(C::Message, Command::PageUp, &[named(Named::PageUp)], Hidden),
    bind(C::Message, Command::PageDown, &[named(Named::PageDown)], Hidden),
    bind(C::Message, Command::Help, &[ch('?'), F1], Rank(10)),
    bind(C::Outside, Command::TakeOver, &[ch('a')], Rank(1)),
    bind(C::Outside, Command::OpenBeside, &[ch('b')], Rank(2)),
    bind(C::Outside, Command::Back, &[ESC], Rank(3)),
    bind(C::Outside, Command::Reveal, &[ch('v')], Rank(4)),
    bind(C::Damaged, Command::Rebuild, &[ch('r')], Rank(1)),
    bind(C::Picker, Command::Open, &[ENTER], Rank(1)),
    bind(C::Picker, Command::CompletePath, &[TAB], Rank(2)),
    bind(C::Picker, Command::Back, &[ESC, ctrl('c')], Rank(3)),
    bind(C::Picker, Command::Up, &[UP], Hidden),
    bind(C::Picker, Command::Down, &[DOWN], Hidden),
    bind(C::Picker, Command::PageUp, &[named(Named::PageUp)], Hidden),
    bind(C::Picker, Command::PageDown, &[named(Named::PageDown)], Hidden),
    bind(C::Picker, Command::Help, &[F1], Rank(90)),
    bind(C::Reading, Command::Back, &[ESC, ctrl('c')], Rank(1)),
    bind(C::Preview, Command::Accept, &[ENTER, F2, ctrl('s')], Rank(1)),
    bind(C::Preview, Command::ChangeColumn, &[ch('e')], Rank(2)),
    bind(C::Preview, Command::CreateMissing, &[ch('c')], Rank(2)),
    bind(C::Preview, Command::NextChapter, &[TAB], Rank(4)),
    bind(C::Preview, Command::Back, &[ESC, ctrl('c')], Rank(3)),
    bind(C::Preview, Command::Up, &[UP, ch('k')], Hidden),
    bind(C::Preview, Command::Down, &[DOWN, ch('j')], Hidden),
    bind(C::Preview, Command::PageUp, &[named(Named::PageUp), ctrl('b')], Hidden),
    bind(C::Preview, Command::PageDown, &[named(Named::PageDown), ctrl('f')], Hidden),
    bind(C::Preview, Command::First, &[named(Named::Home), ch('g')], Hidden),
    bind(C::Preview, Command::Last, &[named(Named::End), ch('G')], Hidden),
    bind(C::Preview, Command::Reveal, &[ch('v')], Rank(51)),
    bind(C::Preview, Command::Language, &[ch('L')], Hidden),
    bind(C::Preview, Command::Help, &[ch('?'), F1], Rank(10)),
    bind(C::Choosing, Command::Open, &[ENTER], Rank(1)),
    bind(C::Choosing, Command::Back, &[ESC, ctrl('c')], Rank(2)),
    bind(C::Choosing, Command::Up, &[UP], Hidden),
    bind(C::Choosing, Command::Down, &[DOWN], Hidden),
    bind(C::Choosing, Command::PageUp, &[named(Named::PageUp)], Hidden),
    bind(C::Choosing, Command::PageDown, &[named(Named::PageDown)], Hidden),
    bind(C::Choosing, Command::Help, &[F1], Rank(90)),
    bind(C::Asking, Command::Same, &[ch('1')], Rank(1)),
    bind(C::Asking, Command::Different, &[ch('2')], Rank(2)),
    bind(C::Asking, Command::LeaveOut, &[ch('3')], Rank(3)),
    bind(C::Asking, Command::Back, &[ESC, ctrl('c')], Rank(4)),
    bind(C::Asking, Command::Reveal, &[ch('v')], Rank(5)),
    bind(C::Asking, Command::Help, &[ch('?'), F1], Rank(10)),
    bind(C::Area, Command::Text(TextKey::NewLine), &[ENTER], Rank(3)),
    bind(C::Area, Command::Text(TextKey::Up), &[UP], Hidden),
    bind(C::Area, Command::Text(TextKey::Down), &[DOWN], Hidden),
    bind(C::Line, Command::Save, &[ENTER], Rank(1)),
    bind(C::Choice, Command::Save, &[ENTER], Rank(1)),
    bind(C::Choice, Command::Text(TextKey::Left), &[LEFT], Rank(3)),
    bind(C::Choice, Command::Text(TextKey::Right), &[RIGHT, SPACE], Hidden),
    bind(C::Multi, Command::Toggle, &[SPACE], Rank(3)),
    bind(C::Multi, Command::Save, &[ENTER], Rank(1)),
    bind(C::Multi, Command::Text(TextKey::Up), &[UP], Hidden),
    bind(C::Multi, Command::Text(TextKey::Down), &[DOWN], Hidden),
    bind(C::Form, Command::Save, &[F2, ctrl('s')], Rank(2)),
    bind(C::Form, Command::NextField, &[TAB, DOWN], Rank(4)),
    bind(C::Form, Command::PreviousField, &[BACKTAB, UP], Hidden),
    bind(C::Form, Command::Back, &[ESC, ctrl('c')], Rank(5)),
    bind(C::Form, Command::Help, &[F1], Rank(90)),
    bind(C::Writing, Command::Text(TextKey::Left), &[LEFT], Hidden),
    bind(C::Writing, Command::Text(TextKey::Right), &[RIGHT], Hidden),
    bind(C::Writing, Command::Text(TextKey::WordLeft), &[ctrl_named(Named::Left)], Hidden),
    bind(C::Writing, Command::Text(TextKey::WordRight), &[ctrl_named(Named::Right)], Hidden),
    bind(C::Writing, Command::Text(TextKey::Home), &[named(Named::Home), ctrl('a')], Hidden),
    bind(C::Writing, Command::Text(TextKey::End), &[named(Named::End), ctrl('e')], Hidden),
    bind(C::Writing, Command::Text(TextKey::Backspace), &[named(Named::Backspace)], Hidden),
    bind(C::Writing, Command::Text(TextKey::Delete), &[DEL, ctrl('d')], Hidden),
    bind(C::Writing, Command::Text(TextKey::KillWord), &[ctrl('w')], Hidden),
    bind(C::Writing, Command::Text(TextKey::KillToStart), &[ctrl('u')], Hidden),
    bind(C::Writing, Command::Text(TextKey::KillToEnd), &[ctrl('k')], Hidden),
    bind(C::Global, Command::Undo, &[ch('u')], Rank(50)),
    bind(C::Global, Command::Redo, &[ch('U'), ctrl('r')], Hidden),
    bind(C::Global, Command::Reveal, &[ch('v')], Rank(51)),
    bind(C::Global, Command::Language, &[ch('L')], Hidden),
    bind(C::Global, Command::Palette, &[ch(':'), ctrl('p')], Rank(80)),
    bind(C::Global, Command::Help, &[ch('?'), F1], Rank(10)),
    bind(C::Global, Command::Back, &[ESC], Hidden),
    bind(C::Global, Command::Quit, &[ch('q'), ctrl('c')], Rank(11)),
    bind(C::Tutor, Command::SkipLesson, &[F4], Hidden),
    bind(C::Tutor, Command::HideTutor, &[F3], Hidden),
];

/// What a chord asks for in a place: the first binding of the innermost context that has it.
///
/// In a place that takes text, a character is text, never a command: `None` comes back for it.
pub fn resolve(place: &[Context], chord: Chord) -> Option<Command> {
    for context in place {
        let found = BINDINGS.iter().find(|binding| binding.context == *context && binding.keys.contains(&chord));
        if let Some(binding) = found {
            return Some(binding.command);
        }
        if context.takes_text() && chord.typed().is_some() {
            return None;
        }
    }
    None
}

/// The bindings of a place that are not shadowed by an inner one, in the order of the table.
pub fn reachable(place: &[Context]) -> impl Iterator<Item = &'static Binding> + '_ {
    bound(place).filter(move |binding| first_key(place, binding).is_some())
}

/// The bindings of a place that stand in the bar, most useful first; of several for one command the innermost.
pub fn bar(place: &[Context], mut can: impl FnMut(Command) -> bool) -> Vec<(Chord, Command)> {
    let mut bar: Vec<(u8, Chord, Command)> = Vec::with_capacity(16);
    for binding in bound(place) {
        let Bar::Rank(rank) = binding.bar else { continue };
        let is_new = bar.iter().all(|(.., command)| *command != binding.command);
        if let Some(key) = first_key(place, binding).filter(|_| is_new && can(binding.command)) {
            bar.push((rank, key, binding.command));
        }
    }
    bar.sort_by_key(|(rank, ..)| *rank);
    bar.into_iter().map(|(_, key, command)| (key, command)).collect()
}

/// The key to show for a command in a place: the first that reaches it.
pub fn key_for(place: &[Context], command: Command) -> Option<Chord> {
    bound(place).filter(|binding| binding.command == command).find_map(|binding| first_key(place, binding))
}

fn bound(place: &[Context]) -> impl Iterator<Item = &'static Binding> + '_ {
    place.iter().flat_map(|context| BINDINGS.iter().filter(move |binding| binding.context == *context))
}

/// The first key of a binding that no inner context takes away.
fn first_key(place: &[Context], binding: &Binding) -> Option<Chord> {
    binding.keys.iter().copied().find(|chord| resolve(place, *chord) == Some(binding.command))
}

/// Chords that a terminal sends as another key, or that a line discipline swallows: refused in the table.
pub fn is_treacherous(chord: Chord) -> bool {
    match chord.key {
        Key::Char(c) if chord.ctrl => matches!(c, 'h' | 'i' | 'j' | 'm' | '[' | 'q' | 'z'),
        Key::Char(c) => c == '[',
        Key::Named(_) => false,
    }
}

#[cfg(test)]
mod tests;
