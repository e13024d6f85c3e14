//! What the tutor says: why, and which key.
//!
//! Every key stands between the quotes of the language, and so does what can be typed, in the order in which it is done:
//! a test plays the whole tutor by them. `{}` is where a key goes. Both lines fit in 76 columns.

mod fields;

use chrono::NaiveDate;

use super::{Both, both, cycle, figures, places};
use crate::app::{
    key::Chord,
    lang::Lang,
    tutor::{Fill, Hint, Lesson, Won},
};
use crate::notebook::cycle::Step;

/// What the tutor is called, before the number of the lesson.
pub const TUTOR: Both = both("Tutor", "Tutor");
/// What the key does that leaves a lesson out.
pub const SKIP: Both = both("saltar", "skip");
/// What the key does that hides the tutor.
pub const HIDE: Both = both("ocultar", "hide");

/// The name of a lesson.
pub const fn title(lesson: Lesson) -> Both {
    match lesson {
        Lesson::Screen => both("La pantalla", "The screen"),
        Lesson::OpenCycle => both("Abrir un ciclo", "Open a cycle"),
        Lesson::Predict => both("Predecir", "Predict"),
        Lesson::Observe => both("La infografía", "The infographic"),
        Lesson::Challenge => both("El desafío", "The challenge"),
        Lesson::Theory => both("La teoría de acción", "The theory of action"),
        Lesson::Guess => both("Predecir otra vez", "Predict once more"),
        Lesson::Card => both("La lista", "The list"),
        Lesson::Reason => both("El motivo", "The reason"),
        Lesson::Focus => both("El foco", "The focus"),
        Lesson::Contact => both("El contacto", "The contact"),
        Lesson::Undo => both("Deshacer", "Undo"),
        Lesson::Review => both("La revisión", "The review"),
        Lesson::Plan => both("La acción", "The action"),
        Lesson::Complete => both("Cumplir", "Done"),
        Lesson::Decide => both("Decidir", "Decide"),
        Lesson::Learn => both("El aprendizaje", "The learning"),
        Lesson::Close => both("Cerrar el ciclo", "Close the cycle"),
        Lesson::End => both("Fin", "The end"),
    }
}

/// A word about what has just been done.
pub const fn won(won: Won) -> Both {
    match won {
        Won::Back => both("Sigues donde quedaste.", "You go on where you left off."),
        Won::Done(lesson) => match lesson {
            Lesson::Screen => both("✓ Bien.", "✓ Good."),
            Lesson::OpenCycle => both("✓ Ciclo abierto.", "✓ Cycle opened."),
            Lesson::Predict | Lesson::Guess => both("✓ Predicho.", "✓ Predicted."),
            Lesson::Observe => both("✓ Anotado.", "✓ Written."),
            Lesson::Challenge => both("✓ Ya hay desafío.", "✓ A challenge."),
            Lesson::Theory => both("✓ Ya hay teoría.", "✓ A theory."),
            Lesson::Card => both("✓ Ésta es su ficha.", "✓ This is the card."),
            Lesson::Reason => both("✓ Explicado.", "✓ Explained."),
            Lesson::Focus => both("✓ En el foco.", "✓ In the focus."),
            Lesson::Contact => both("✓ Registrado.", "✓ Logged."),
            Lesson::Undo => both("✓ Nada se pierde.", "✓ Nothing is lost."),
            Lesson::Review => both("✓ Revisado.", "✓ Reviewed."),
            Lesson::Plan => both("✓ Planificada.", "✓ Planned."),
            Lesson::Complete => both("✓ Cumplida.", "✓ Done."),
            Lesson::Decide => both("✓ Decidido.", "✓ Decided."),
            Lesson::Learn => both("✓ Aprendido.", "✓ Learned."),
            Lesson::Close | Lesson::End => both("✓ Ciclo cerrado.", "✓ Cycle closed."),
        },
    }
}

/// Why.
pub fn why(lang: Lang, hint: Hint, day: NaiveDate) -> String {
    let sentence = match hint {
        Hint::Do(Lesson::Screen) => {
            let day = figures::day(lang, day);
            return match lang {
                Lang::Es => format!("Una escuela inventada, donde hoy es {day}. Aquí nada se puede romper."),
                Lang::En => format!("An invented school, where today is {day}. Nothing here can be broken."),
            };
        }
        Hint::Do(lesson) => of_lesson(lesson),
        Hint::Again(Lesson::End) => both(
            "Este ciclo ya está cerrado; tep tutor --again empieza con otra copia.",
            "This cycle is closed already; tep tutor --again begins with another copy.",
        ),
        Hint::Again(_) => both(
            "Algo quedó vacío: lo que falta se dice arriba.",
            "Something was left empty: what is missing is said above.",
        ),
        Hint::Fill(lesson, field, _) => fields::why(lesson, field),
        Hint::Step(step) => of_step(step),
        Hint::Pane(_) => both("Esto se hace en otro panel.", "This is done in another pane."),
        Hint::Shelf => both("La copia de práctica está en este estante.", "The practice copy lies on this shelf."),
        Hint::ReadOnly => both(
            "Esta copia sólo se puede leer: quizás otra ventana la tiene abierta.",
            "This copy can only be read: perhaps another window has it open.",
        ),
        Hint::Explained => both(
            "Regla, valor, umbral, fecha y fuente: así se puede conversar una cifra.",
            "Rule, value, threshold, date and source: a figure can be talked about.",
        ),
        Hint::Discard => both(
            "Lo escrito aquí no es de esta lección: se puede dejar.",
            "What is written here is not of this lesson: it can be left.",
        ),
        Hint::Question => both("Lee la pregunta; nada se pierde.", "Read the question; nothing is lost."),
        Hint::Aside => both("Esto es otra cosa, y también sirve.", "This is something else, and useful too."),
        Hint::NextCycle => {
            both("El ciclo siguiente empieza con la misma pregunta.", "The next cycle begins with the same question.")
        }
        Hint::Searching => both("Estás buscando en la lista.", "You are searching in the list."),
        Hint::TakenBack => {
            both("Se deshizo el último cambio, y no se perdió.", "The last change was taken back, and is not lost.")
        }
    };
    sentence.of(lang).to_owned()
}

const fn of_lesson(lesson: Lesson) -> Both {
    match lesson {
        Lesson::Screen | Lesson::OpenCycle => both(
            "Un ciclo de mejora tiene cinco pasos y empieza con un nombre.",
            "An improvement cycle has five steps and begins with a name.",
        ),
        Lesson::Predict => {
            both("Antes de mirar, digan qué esperan ver.", "Before you look, say what you expect to see.")
        }
        Lesson::Observe => both("Ahora miren: ¿qué les llama la atención?", "Now look: what strikes you?"),
        Lesson::Challenge => both(
            "De todo lo visto, un solo desafío para este ciclo.",
            "Of all you saw, one single challenge for this cycle.",
        ),
        Lesson::Theory => {
            both("Ahora la apuesta: si hacemos…, entonces…, porque…", "Now the bet: if we do…, then…, because…")
        }
        Lesson::Guess => {
            both("Antes de ver la lista, digan cuántos esperan.", "Before the list, say how many you expect.")
        }
        Lesson::Card => both(
            "La lista propone a quién mirar primero; el equipo decide.",
            "The list proposes whom to look at first; the team decides.",
        ),
        Lesson::Reason => {
            both("Toda cifra y todo motivo se explica.", "Every figure and every reason can be explained.")
        }
        Lesson::Focus => both(
            "El foco: los pocos estudiantes que este ciclo mira primero.",
            "The focus: the few students whom this cycle looks at first.",
        ),
        Lesson::Contact => {
            both("Digamos que alguien llamó hoy a la casa: se anota.", "Let us say somebody called home today: log it.")
        }
        Lesson::Undo => both("Equivocarse no cuesta: todo se deshace.", "Mistakes cost nothing: all can be undone."),
        Lesson::Review => {
            both("Lo que se ve va aparte de lo que se supone.", "What you see goes apart from what you suppose.")
        }
        Lesson::Plan => both("Una acción dice quién, qué y para cuándo.", "An action says who, what and by when."),
        Lesson::Complete => {
            both("Digamos que pasó una semana y se hizo.", "Let us say a week went by, and it was done.")
        }
        Lesson::Decide => {
            both("¿Sirvió? El equipo decide si sigue.", "Did it help? The team decides whether it stays.")
        }
        Lesson::Learn => both(
            "Un aprendizaje lleva quién lo dijo y qué lo muestra.",
            "A learning says who said it, and what shows it.",
        ),
        Lesson::Close => {
            both("Cerrar pide una cosa: qué pasó con la teoría.", "Closing asks one thing: what became of the theory.")
        }
        Lesson::End => {
            both("Eso es un ciclo entero, y el siguiente ya espera.", "That is a whole cycle, and the next one waits.")
        }
    }
}

const fn of_step(step: Step) -> Both {
    match step {
        Step::Infographic => both("Paso 1: mirar los datos.", "Step 1: look at the data."),
        Step::Challenge => {
            both("Sigue el paso 2: un desafío y una teoría.", "Next is step 2: a challenge and a theory.")
        }
        Step::Data => both(
            "Sigue el paso 3: mirar a los estudiantes uno a uno.",
            "Next is step 3: look at the students one by one.",
        ),
        Step::Implementation => {
            both("Sigue el paso 4: acordar qué se hará.", "Next is step 4: agree what will be done.")
        }
        Step::Learnings => both("Sigue el paso 5: qué se aprendió.", "Next is step 5: what was learned."),
    }
}

/// What is to be done, with the keys as they work in this place; `begin` are those with which one's own school begins.
pub fn act(lang: Lang, hint: Hint, keys: &[Chord], begin: &[Chord]) -> String {
    match hint {
        Hint::Do(lesson) | Hint::Again(lesson) => filled(lang, of_act(lesson).of(lang), keys.iter().chain(begin)),
        Hint::Fill(lesson, field, fill) => {
            let template = match fill {
                Fill::Choose => fields::choose(lesson, field),
                Fill::Type => both("Por ejemplo «[]», y luego «{}».", "For instance “[]”, and then “{}”."),
                Fill::TypeLast => both("Por ejemplo «[]»; «{}» lo guarda.", "For instance “[]”; “{}” keeps it."),
                Fill::GoOn => both("Aquí no falta nada: «{}» sigue.", "Nothing is missing here: “{}” goes on."),
                Fill::Keep => both("Está listo: «{}» lo guarda.", "It is ready: “{}” keeps it."),
            };
            filled(lang, &template.of(lang).replace("[]", fields::example(lesson, field).of(lang)), keys)
        }
        Hint::Step(step) => {
            let name = cycle::step(step).of(lang);
            match lang {
                Lang::Es => filled(lang, &format!("«{{}}» lleva al paso {}, {name}.", step.number()), keys),
                Lang::En => filled(lang, &format!("“{{}}” goes to step {}, {name}.", step.number()), keys),
            }
        }
        Hint::Pane(pane) => {
            let name = places::pane(pane).of(lang);
            match lang {
                Lang::Es => filled(lang, &format!("«{{}}» pasa de un panel a otro, hasta {name}."), keys),
                Lang::En => filled(lang, &format!("“{{}}” goes from pane to pane, up to {name}."), keys),
            }
        }
        detour => filled(lang, of_detour(detour).of(lang), keys),
    }
}

/// The way back to the lesson.
const fn of_detour(hint: Hint) -> Both {
    match hint {
        Hint::Shelf => both("«{}» la abre.", "“{}” opens it."),
        Hint::ReadOnly => {
            both("«{}» sale; tep tutor --again abre otra.", "“{}” leaves; tep tutor --again opens another.")
        }
        Hint::Question => both("«{}» dice que no, y vuelve.", "“{}” says no, and goes back."),
        Hint::Discard => both(
            "Responde que sí en el cuadro, y vuelves a la lección.",
            "Say yes in the box, and you are back in the lesson.",
        ),
        Hint::TakenBack => both("«{}» lo rehace.", "“{}” makes it again."),
        _ => both("«{}» vuelve.", "“{}” goes back."),
    }
}

const fn of_act(lesson: Lesson) -> Both {
    match lesson {
        Lesson::Screen => both(
            "«{}» pasa de un panel a otro: estudiantes, acciones, aprendizajes.",
            "“{}” goes from pane to pane: students, actions, learnings.",
        ),
        Lesson::OpenCycle => both("«{}» abre el ciclo.", "“{}” opens the cycle."),
        Lesson::Predict => both("«{}» pregunta qué asistencia esperan.", "“{}” asks which attendance you expect."),
        Lesson::Observe => both(
            "«{}» baja la página; después, «{}» escribe lo que ven.",
            "“{}” goes down the page; then “{}” writes what you see.",
        ),
        Lesson::Challenge => both("«{}» escribe el desafío.", "“{}” writes the challenge."),
        Lesson::Theory => both("«{}» escribe la teoría de acción.", "“{}” writes the theory of action."),
        Lesson::Guess => both("«{}» pregunta cuántos con señal esperan.", "“{}” asks how many with a flag you expect."),
        Lesson::Card => {
            both("«{}» baja en la lista; «{}» abre la ficha.", "“{}” goes down the list; “{}” opens the card.")
        }
        Lesson::Reason => both("«{}» explica el motivo marcado.", "“{}” explains the reason that is marked."),
        Lesson::Focus => both("«{}» pone a este estudiante en el foco.", "“{}” puts this student into the focus."),
        Lesson::Contact => both("«{}» registra el contacto.", "“{}” logs the contact."),
        Lesson::Undo => both("Pruébalo: «{}» deshace lo último.", "Try it: “{}” takes the last change back."),
        Lesson::Review => both("«{}» escribe la revisión.", "“{}” writes the review."),
        Lesson::Plan => both("«{}» planifica una acción.", "“{}” plans an action."),
        Lesson::Complete => both("«{}» marca la acción como cumplida.", "“{}” marks the action as done."),
        Lesson::Decide => both("«{}» escribe la decisión.", "“{}” writes the decision."),
        Lesson::Learn => both("«{}» registra un aprendizaje.", "“{}” records a learning."),
        Lesson::Close => both("«{}» cierra el ciclo.", "“{}” closes the cycle."),
        Lesson::End => both(
            "«{}» sale. Luego, con tep, «{}» crea el cuaderno de tu escuela e «{}» importa.",
            "“{}” leaves. Then, with tep, “{}” makes your school's notebook, “{}” imports.",
        ),
    }
}

/// What a key is called. A terminal without arrows shows `↓` as a letter, and that letter is another key.
pub fn name(lang: Lang, key: Chord) -> String {
    let shown = key.to_string();
    match shown.as_str() {
        "↓" => both("flecha abajo", "down arrow").of(lang).to_owned(),
        "↑" => both("flecha arriba", "up arrow").of(lang).to_owned(),
        "Space" => both("barra espaciadora", "space bar").of(lang).to_owned(),
        _ => shown,
    }
}

/// Said after a key that needs Shift.
const CAPITAL: Both = both(" (mayúscula)", " (capital)");

/// A sentence with its keys.
fn filled<'a>(lang: Lang, template: &str, keys: impl IntoIterator<Item = &'a Chord>) -> String {
    keys.into_iter().fold(template.to_owned(), |text, key| {
        let Some((before, after)) = text.split_once("{}") else { return text };
        // Whoever is new to it does not see at once that a letter is a capital.
        let note = if key.typed().is_some_and(char::is_uppercase) { CAPITAL.of(lang) } else { "" };
        let quote = after.chars().next().map_or(0, char::len_utf8);
        let (quote, after) = after.split_at_checked(quote).unwrap_or((after, ""));
        format!("{before}{}{quote}{note}{after}", name(lang, *key))
    })
}

#[cfg(test)]
mod tests;
