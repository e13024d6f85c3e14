//! The guiding questions to start with, and what is said about the alliance's file.

use super::{Both, both, count};
use crate::{
    app::{
        guide::{Bad, BadLine, Guide, OwnFile, Question, Topic},
        lang::Lang,
    },
    notebook::{cycle::Step, safe_text::SafeText},
};

/// The name of the alliance's file, beside the notebooks.
pub const FILE: &str = "preguntas.txt";

/// The name of the codebook's file, beside the notebooks.
pub const THEMES: &str = "temas.txt";

/// The name of one of these files.
pub const fn name(file: OwnFile) -> &'static str {
    match file {
        OwnFile::Questions => FILE,
        OwnFile::Themes => THEMES,
    }
}

/// How many lines of a file are not understood, in one line; none where the file was not read at all.
pub fn bad_file(lang: Lang, file: OwnFile, bad: Option<usize>) -> String {
    let name = name(file);
    let Some(bad) = bad else {
        return match lang {
            Lang::Es => format!("{name} no se pudo leer y no se usa. «tep doctor» dice por qué."),
            Lang::En => format!("{name} could not be read and is not used. “tep doctor” says why."),
        };
    };
    let lines = count(
        lang,
        bad,
        both("línea que no se entiende", "line that is not understood"),
        both("líneas que no se entienden", "lines that are not understood"),
    );
    match lang {
        Lang::Es => format!("{name}: {lines}. «tep doctor» dice qué hacer."),
        Lang::En => format!("{name}: {lines}. “tep doctor” says what to do."),
    }
}

/// How many questions or themes a file adds; none where it is not there.
pub fn own(lang: Lang, file: OwnFile, found: Option<usize>) -> String {
    let name = name(file);
    let told = match (file, found) {
        (OwnFile::Questions, Some(n)) => {
            count(lang, n, both("pregunta propia", "own question"), both("preguntas propias", "own questions"))
        }
        (OwnFile::Themes, Some(n)) => {
            count(lang, n, both("tema propio", "own theme"), both("temas propios", "own themes"))
        }
        (OwnFile::Questions, None) => {
            both("no está; se usan las preguntas del programa", "not there; the questions of the program are used")
                .of(lang)
                .to_owned()
        }
        (OwnFile::Themes, None) => {
            both("no está; se usan los temas del programa", "not there; the themes of the program are used")
                .of(lang)
                .to_owned()
        }
    };
    format!("{name}: {told}")
}

/// A line of the codebook that is none; never what stands in it.
pub fn bad_theme(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Es => format!(
            "{THEMES}, línea {number}: se escribe «código: Nombre», con un código que no se repita. Esa línea no se usa."
        ),
        Lang::En => format!(
            "{THEMES}, line {number}: it is written “code: Name”, with a code of its own. That line is not used."
        ),
    }
}

/// What stands above the questions in a file to begin with.
pub const ABOUT: Both = both(
    "# Preguntas guía de la alianza. Guarda este texto como «preguntas.txt» en la carpeta de los cuadernos.\n# Una línea es una pregunta; después de | puede ir en inglés. Una sección que falta usa las del programa.",
    "# Guiding questions of the alliance. Keep this text as “preguntas.txt” in the folder of the notebooks.\n# A line is a question; after | it may stand in English. A missing section uses those of the program.",
);

/// A line of the file that was not understood; never what stands in it.
pub fn bad_line(lang: Lang, bad: BadLine) -> String {
    let why = match bad.why {
        Bad::NoSection | Bad::InUnknown => both(
            "la pregunta está antes de una sección, como [paso 1]",
            "the question stands before a section, such as [paso 1]",
        ),
        Bad::UnknownSection => both(
            "no existe esa sección: son [paso 1] a [paso 5], [gráfico asistencia], [gráfico tramos] y [gráfico contactos]",
            "there is no such section: they are [paso 1] to [paso 5], [gráfico asistencia], [gráfico tramos] and [gráfico contactos]",
        ),
        Bad::NoSpanish => both("falta la pregunta en español", "the question in Spanish is missing"),
    };
    match lang {
        Lang::Es => format!("{FILE}, línea {}: {}. Esa línea no se usa.", bad.number, why.of(lang)),
        Lang::En => format!("{FILE}, line {}: {}. That line is not used.", bad.number, why.of(lang)),
    }
}

/// The questions of the program, where the alliance wrote none of its own.
pub fn built_in() -> Guide {
    let mut guide = Guide::default();
    for topic in Topic::ALL {
        guide.set(topic, questions(topic).iter().map(question).collect());
    }
    guide
}

fn question(both: &Both) -> Question {
    Question { es: SafeText::line(both.es), en: SafeText::line(both.en) }
}

fn questions(topic: Topic) -> Vec<Both> {
    match topic {
        Topic::Step(Step::Infographic) => vec![
            both("¿Qué nos llama la atención?", "What strikes us here?"),
            both("¿Qué cambió desde la última vez?", "What has changed since last time?"),
        ],
        Topic::Step(Step::Challenge) => vec![
            both("¿Es urgente, relevante y depende de nosotros?", "Is it urgent, relevant and up to us?"),
            both("¿Qué haremos distinto?", "What will we do differently?"),
        ],
        Topic::Step(Step::Data) => vec![
            both("¿Qué muestran los datos que no esperábamos?", "What do the data show that we did not expect?"),
            both("¿Quién falta en esta lista?", "Who is missing from this list?"),
        ],
        Topic::Step(Step::Implementation) => vec![
            both("¿Quién hace qué, y para cuándo?", "Who does what, and by when?"),
            both("¿Qué hay que ajustar, y por qué?", "What has to be adjusted, and why?"),
        ],
        Topic::Step(Step::Learnings) => vec![
            both("¿Qué aprendimos, y qué lo demuestra?", "What did we learn, and what shows it?"),
            both("¿Mantenemos la teoría, o cambia?", "Does the theory stay, or change?"),
        ],
        Topic::Attendance => vec![
            both(
                "¿En qué meses cambió, y qué pasaba en la escuela?",
                "In which months did it change, and what was going on?",
            ),
            both("¿Qué esperábamos ver antes de mirar?", "What did we expect to see before we looked?"),
            both("¿Qué meses tienen pocos datos?", "Which months have little data?"),
        ],
        Topic::Bands => vec![
            both("¿Qué cursos son distintos de los demás?", "Which courses differ from the others?"),
            both("¿Qué curso va bien, y qué se hace ahí?", "Which course does well, and what is done there?"),
            both("¿De quiénes no hay información?", "About whom is there no information?"),
        ],
        Topic::Contacts => vec![
            both("¿A quiénes no hemos logrado contactar?", "Whom have we not managed to reach?"),
            both("¿Qué forma de contacto ha funcionado?", "Which way of making contact has worked?"),
            both("¿Quién más de la escuela conoce a la familia?", "Who else in the school knows the family?"),
        ],
    }
}
