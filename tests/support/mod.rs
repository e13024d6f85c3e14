//! A person at the keyboard, for tests: typed keys through the real loop, a screen to read, a disk in memory.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![expect(dead_code, reason = "every test file uses a part of it")]

use std::{
    fmt::Write as _,
    io,
    path::PathBuf,
    sync::{Arc, mpsc},
    time::Duration,
};

use chrono::{DateTime, NaiveDate, Utc};
use ratatui::{buffer::Buffer, layout::Size, style::Style};
use tep_notebook::{
    app::{
        App, Now,
        effect::{Effect, Msg},
        key::Chord,
        lang::Lang,
        look::Look,
    },
    demo,
    notebook::{Notebook, id::Ids, personal::Reveal, safe_text::SafeText},
    run::{
        Stage,
        browse::Haunts,
        clock::Clock,
        reader::Reader,
        scribe::Job,
        storage::Storage,
        world::{Parts, World},
    },
    store::{Author, Shelf, fs::memory::MemoryFs, history::Recorded, write_notebook},
    term::{Arrival, Charset, Event, Events, Screen, ScriptedEvents},
    text::commands,
    ui::theme::Theme,
};

pub mod mishaps;

/// The folder of notebooks on the disk in memory.
pub const SHELF: &str = "/estante";

/// A person with the program in front.
pub struct Person {
    pub app: App,
    pub screen: Screen<Vec<u8>>,
    pub shelf: Shelf,
    world: World,
    clock: Clock,
    theme: Theme,
    fs: Arc<MemoryFs>,
    /// What a storage thread that never answers was asked for.
    jobs: Option<mpsc::Receiver<Job>>,
}

/// The day on which all tests happen.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 6, 28).unwrap()
}

/// The person at the keyboard; invented.
pub fn author() -> Author {
    Author { user: SafeText::line("asesora"), host: SafeText::line("equipo") }
}

/// The moment at which all tests begin.
pub fn moment() -> DateTime<Utc> {
    DateTime::from_timestamp(1_624_899_600, 0).unwrap()
}

/// Leave to look for a name.
pub const fn to_match() -> Reveal {
    Reveal::ToMatch
}

fn now() -> Now {
    Now { today: today(), at: moment() }
}

impl Person {
    /// Sits down at an empty shelf, in a window of 80×24.
    pub fn new(lang: Lang) -> Self {
        Self::with(lang, (80, 24), Theme::Colour, &[])
    }

    /// Sits down at the shelf of the practice alliance.
    pub fn in_practice(lang: Lang) -> Self {
        let schools: Vec<Notebook> = demo::alliance().collect();
        Self::with(lang, (80, 24), Theme::Colour, &schools)
    }

    /// Sits down with one small practice school open.
    pub fn at_school(lang: Lang) -> Self {
        Self::at_school_in(lang, (80, 24), Theme::Colour)
    }

    /// The same in a window of another size or in another theme.
    pub fn at_school_in(lang: Lang, size: (u16, u16), theme: Theme) -> Self {
        let mut person = Self::with(lang, size, theme, &[small_school()]);
        person.keys("<Enter>");
        person
    }

    /// Sits down at a shelf with these notebooks.
    pub fn with(lang: Lang, size: (u16, u16), theme: Theme, notebooks: &[Notebook]) -> Self {
        Self::among_files(lang, size, theme, notebooks, Reader::here(Haunts::default()))
    }

    /// Sits down at a shelf with these notebooks, and with files of other people's.
    pub fn among_files(lang: Lang, size: (u16, u16), theme: Theme, notebooks: &[Notebook], reader: Reader) -> Self {
        let storage = Storage::here(Clock::Fixed(now()));
        Self::with_storage((lang, size, theme), notebooks, storage, reader)
    }

    fn with_storage(seat: mishaps::Seat, notebooks: &[Notebook], storage: Storage, reader: Reader) -> Self {
        let fs = Arc::new(MemoryFs::default());
        let shelf = Shelf::new(SHELF, Arc::<MemoryFs>::clone(&fs));
        for notebook in notebooks {
            let mut keeper = shelf.create(notebook.clone(), &author(), now().at).unwrap();
            keeper.close(now().at).unwrap();
        }
        Self::on(fs, seat, storage, reader)
    }

    /// Sits down at the shelf of a disk.
    fn on(fs: Arc<MemoryFs>, seat: mishaps::Seat, storage: Storage, reader: Reader) -> Self {
        let (lang, size, theme) = seat;
        let shelf = Shelf::new(SHELF, Arc::<MemoryFs>::clone(&fs));
        let mut person = Self {
            app: App::new(Look::new(lang, false), now(), Ids::Seeded(1), commands::vocabulary()),
            screen: Screen::new(Vec::new(), size.into(), Charset::Unicode),
            world: World::new(Parts {
                shelf: SHELF.into(),
                state: "/estado".into(),
                fs: Arc::<MemoryFs>::clone(&fs),
                storage,
                reader,
                author: author(),
                ids: Ids::Seeded(2),
            }),
            clock: Clock::Fixed(now()),
            theme,
            shelf,
            fs,
            jobs: None,
        };
        person.play(Vec::new(), vec![Effect::ReadShelf]);
        person
    }

    /// The same with a storage thread that takes every job and never answers.
    pub fn before_a_stuck_disk(lang: Lang) -> Self {
        let (storage, jobs) = mpsc::channel();
        let seat = (lang, (80, 24), Theme::Colour);
        let mut person =
            Self::with_storage(seat, &[small_school()], Storage::Apart(storage), Reader::here(Haunts::default()));
        person.jobs = Some(jobs);
        person.keys("<Enter>");
        person
    }

    /// The same screen on a terminal that knows nothing but ASCII.
    pub fn in_ascii(&mut self) -> &mut Self {
        let area = self.screen.area();
        self.screen = Screen::new(Vec::new(), area.as_size(), Charset::Ascii);
        self.resize(area.width, area.height)
    }

    /// Types, as in `"n Ana<Tab>3B<Enter>"`.
    pub fn keys(&mut self, typed: &str) -> &mut Self {
        let events = parse(typed).into_iter().map(|chord| Event::Key(chord.event())).collect();
        self.play(events, Vec::new())
    }

    /// Types faster than the program answers: all keys are there at once.
    pub fn keys_ahead(&mut self, typed: &str) -> &mut Self {
        let events = parse(typed).into_iter().map(|chord| Event::Key(chord.event())).collect();
        self.play_script(ScriptedEvents::typed_ahead(events), Vec::new())
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.play(vec![Event::Paste(text.to_owned())], Vec::new())
    }

    /// Lets anything arrive, one at a time.
    pub fn arrives(&mut self, arrivals: Vec<Arrival<Msg>>) -> &mut Self {
        self.play_script(ScriptedEvents::of(arrivals), Vec::new())
    }

    /// Makes the window another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.play(vec![Event::Resize(columns, rows)], Vec::new())
    }

    /// Lets time pass.
    pub fn wait(&mut self, seconds: i64) -> &mut Self {
        let Clock::Fixed(now) = self.clock else { panic!("the clock of a test stands still") };
        self.clock = Clock::Fixed(Now { at: now.at + chrono::Duration::seconds(seconds), ..now });
        // A timeout in a script is over at once, so the loop would wake for ever: one resize to the same size is enough.
        let area = self.screen.area();
        self.resize(area.width, area.height)
    }

    fn play(&mut self, events: Vec<Event>, first: Vec<Effect>) -> &mut Self {
        self.play_script(ScriptedEvents::new(events), first)
    }

    fn play_script(&mut self, events: ScriptedEvents<Msg>, first: Vec<Effect>) -> &mut Self {
        let mut events = Script(events);
        let mut stage = Stage { world: &mut self.world, clock: &self.clock, theme: self.theme };
        match stage.run(&mut self.app, &mut self.screen, &mut events, first) {
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {}
            Err(error) => panic!("the loop ended: {error}"),
            Ok(()) => assert!(self.app.is_done()),
        }
        self
    }

    /// The text on the screen.
    pub fn text(&self) -> String {
        text_of(self.screen.buffer())
    }

    /// The text with the styles under it and the place of the cursor.
    pub fn picture(&self) -> String {
        let mut picture = text_of(self.screen.buffer());
        picture.push_str(&styles_of(self.screen.buffer()));
        let _ = write!(picture, "cursor: {:?}", self.screen.cursor().map(|at| (at.x, at.y)));
        picture
    }

    /// Says that a text is on the screen.
    pub fn sees(&mut self, text: &str) -> &mut Self {
        assert!(self.text().contains(text), "«{text}» is not on the screen:\n{}", self.text());
        self
    }

    /// Says that a text is not on the screen.
    pub fn sees_not(&mut self, text: &str) -> &mut Self {
        assert!(!self.text().contains(text), "«{text}» is on the screen:\n{}", self.text());
        self
    }

    /// The one notebook on the disk, as a fresh program would read it.
    pub fn saved(&self) -> Notebook {
        let paths = self.shelf.paths().unwrap();
        assert_eq!(paths.len(), 1, "{paths:?}");
        self.shelf.view(&paths[0]).unwrap().notebook
    }

    /// Comes back another day: the program is started anew, with the same disk. Nobody closed the notebook before.
    #[must_use]
    pub fn again(self) -> Self {
        let (lang, area, fs) = (self.app.look.lang, self.screen.area(), Arc::clone(&self.fs));
        let (theme, reader) = (self.theme, Reader::here(Haunts::default()));
        // Its process is gone, and with it its lock.
        drop(self);
        Self::on(fs, (lang, (area.width, area.height), theme), Storage::here(Clock::Fixed(now())), reader)
    }

    /// Somebody edits the file of the one notebook outside the program, and saves it in its place.
    pub fn edits_outside(&mut self, change: impl FnOnce(&mut Notebook)) -> &mut Self {
        let file = self.file();
        let mut notebook: Notebook = serde_json::from_slice(&self.fs.get(&file).unwrap()).unwrap();
        change(&mut notebook);
        self.fs.put(&file, &write_notebook(&notebook).unwrap());
        self
    }

    /// What was written down of the one notebook, as `tep log` reads it.
    pub fn happened(&self) -> Vec<Recorded> {
        self.shelf.history(&self.file()).unwrap().happened
    }

    /// What the file itself says, whatever the journal has on top.
    pub fn in_file(&self) -> Notebook {
        serde_json::from_slice(&self.fs.get(self.file()).unwrap()).unwrap()
    }

    /// The disk in memory.
    pub fn disk(&self) -> &MemoryFs {
        &self.fs
    }

    /// The file of the one notebook.
    pub fn file(&self) -> PathBuf {
        self.shelf.paths().unwrap().remove(0)
    }
}

/// Ends where the script ends, also while the program would only wait for a deadline.
struct Script(ScriptedEvents<Msg>);

impl Events<Msg> for Script {
    fn wait(&mut self, _: Option<Duration>) -> Option<Arrival<Msg>> {
        self.0.wait(None)
    }

    fn pending(&mut self) -> Option<Arrival<Msg>> {
        self.0.pending()
    }

    fn suspend(&mut self) -> io::Result<Option<Size>> {
        self.0.suspend()
    }
}

/// The smallest school of the practice alliance.
pub fn small_school() -> Notebook {
    let school = demo::SCHOOLS.iter().min_by_key(|school| school.students).unwrap();
    demo::notebook(school).unwrap()
}

/// The school of the practice alliance that has attendance by week.
pub fn weekly_school() -> Notebook {
    let has_weeks = |notebook: &Notebook| notebook.students.iter().any(|student| !student.weeks.is_empty());
    demo::alliance().find(has_weeks).unwrap()
}

/// Reads keys: characters as they are, others as `<Enter>`, `<Ctrl-P>`; `<lt>` is `<`.
pub fn parse(typed: &str) -> Vec<Chord> {
    let mut chords = Vec::new();
    let mut rest = typed;
    while let Some(c) = rest.chars().next() {
        let (name, after) = match rest.strip_prefix('<').and_then(|inner| inner.split_once('>')) {
            Some(("", _)) | None => (c.to_string(), rest.strip_prefix(c).unwrap()),
            Some(("lt", after)) => ("<".to_owned(), after),
            Some((name, after)) => (named(name), after),
        };
        let name = if name == " " { "Space".to_owned() } else { name };
        chords.push(Chord::parse(&name).unwrap_or_else(|| panic!("no such key: {name}")));
        rest = after;
    }
    chords
}

fn named(name: &str) -> String {
    match name {
        "Up" => "↑",
        "Down" => "↓",
        "Left" => "←",
        "Right" => "→",
        "BackTab" => "S-Tab",
        name => name,
    }
    .to_owned()
}

/// The text of a buffer, without blanks at the ends of lines.
pub fn text_of(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in buffer.area.rows() {
        let mut line = String::new();
        let mut skip = 0_usize;
        for position in y.positions() {
            let symbol = buffer[position].symbol();
            if skip > 0 {
                skip -= 1;
                continue;
            }
            line.push_str(symbol);
            skip = unicode_width::UnicodeWidthStr::width(symbol).saturating_sub(1);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// One letter per cell and style, for the rows that have any; the legend says what the letters are.
fn styles_of(buffer: &Buffer) -> String {
    let mut legend: Vec<Style> = vec![Buffer::empty(buffer.area)[(0, 0)].style()];
    let mut map = String::new();
    for (y, row) in buffer.area.rows().enumerate() {
        let mut line = String::new();
        for position in row.positions() {
            let style = buffer[position].style();
            let at = legend.iter().position(|known| *known == style).unwrap_or_else(|| {
                legend.push(style);
                legend.len() - 1
            });
            line.push(if at == 0 { ' ' } else { char::from(b'a' + u8::try_from(at - 1).expect("few styles")) });
        }
        if !line.trim().is_empty() {
            let _ = writeln!(map, "{y:>2} {}", line.trim_end());
        }
    }
    for (at, style) in legend.iter().enumerate().skip(1) {
        let letter = char::from(b'a' + u8::try_from(at - 1).expect("few styles"));
        let _ = writeln!(map, "{letter}: {:?} {:?}", style.fg.unwrap_or_default(), style.add_modifier);
    }
    format!("styles:\n{map}")
}
