//! The guiding questions to start with.

use super::{Both, both};
use crate::{
    app::guide::{Guide, Question, Topic},
    notebook::{cycle::Step, safe_text::SafeText},
};

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
