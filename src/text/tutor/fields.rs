//! What the fields of the lessons' forms ask for, and an invented example that can be typed.

use crate::{
    app::tutor::Lesson,
    notebook::problem::Field,
    text::{Both, both},
};

/// What a field asks for.
pub(super) const fn why(lesson: Lesson, field: Field) -> Both {
    match (lesson, field) {
        (Lesson::OpenCycle, _) => {
            both("Un nombre corto, que el equipo recuerde.", "A short name that the team remembers.")
        }
        (Lesson::Predict, _) => both(
            "¿Qué asistencia esperan, en %? No hay respuesta mala.",
            "Which attendance do you expect, in %? No answer is wrong.",
        ),
        (Lesson::Guess, _) => both(
            "¿Cuántos estudiantes con señal habrá en la lista?",
            "How many students with a flag will be in the list?",
        ),
        (Lesson::Observe, _) => both(
            "Sólo lo que se ve, en lo posible con números. Los porqués, después.",
            "Only what can be seen, with numbers if you can. The whys come later.",
        ),
        (Lesson::Close, Field::Fate) => {
            both("¿La teoría se mantiene, se ajusta o se reemplaza?", "Is the theory maintained, adjusted or replaced?")
        }
        (Lesson::Close, _) => {
            both("¿Por qué? Esto es lo que leerá el próximo equipo.", "Why? This is what the next team will read.")
        }
        (Lesson::Decide, Field::ActionFate) => {
            both("¿Se adopta, se adapta o se abandona?", "Adopt it, adapt it or abandon it?")
        }
        (Lesson::Decide, _) => both("En pocas palabras, por qué.", "In a few words, why."),
        (_, field) => of_field(field),
    }
}

const fn of_field(field: Field) -> Both {
    match field {
        Field::Challenge => both("En una frase: qué pasa, y a quiénes.", "In one sentence: what happens, and to whom."),
        Field::Urgent => both("¿Es urgente: no puede esperar?", "Is it urgent: can it not wait?"),
        Field::UrgentBecause | Field::RelevantBecause | Field::InScopeBecause => {
            both("¿Qué lo muestra? Basta una cifra o un hecho.", "What shows it? A figure or a fact is enough.")
        }
        Field::Relevant => both(
            "¿Es relevante: ayuda a que sigan en la escuela?",
            "Is it relevant: does it help them to stay in school?",
        ),
        Field::InScope => both("¿Depende de ustedes, con lo que tienen?", "Is it up to you, with what you have?"),
        Field::If => both("SI: qué harán distinto los adultos.", "IF: what the adults will do differently."),
        Field::Then => both("ENTONCES: qué cambiará para los estudiantes.", "THEN: what will change for the students."),
        Field::Because => both("PORQUE: por qué creen que resultará.", "BECAUSE: why you believe that it will work."),
        Field::Sign => both(
            "La señal que dirá si resulta: algo que se cuente.",
            "The sign that tells whether it works: something to count.",
        ),
        Field::SeenBy => both(
            "¿Cuándo se verá? Con + se cuentan días desde hoy.",
            "When will it be seen? With + you count days from today.",
        ),
        Field::ContactKind => both("¿Cómo fue el contacto?", "How was it made?"),
        Field::Result => both("¿Qué resultó?", "What came of it?"),
        Field::With => both("¿Con quién?", "With whom?"),
        Field::Next => {
            both("¿Cuándo es el próximo paso? 7d es en siete días.", "When is the next step? 7d is in seven days.")
        }
        Field::Focus => {
            both("Aquí están los del foco; se pueden agregar más.", "Here are those in the focus; more can be added.")
        }
        Field::Observed => {
            both("Observar: lo que muestran los datos, sin porqués.", "Observe: what the data show, without causes.")
        }
        Field::Inferred => {
            both("Inferir: qué lo puede explicar, y qué preguntar.", "Infer: what may explain it, and what to ask.")
        }
        Field::Review => both("Una nota para recordar esta conversación.", "A note to remember this conversation by."),
        Field::What => both("Qué harán, empezando por el verbo.", "What you will do, beginning with the verb."),
        Field::Who => both("Quién responde de que se haga.", "Who sees to it that it is done."),
        Field::Due => both("Para cuándo, contado en días desde hoy.", "By when, counted in days from today."),
        Field::Statement => both("Qué saben ahora que antes no sabían.", "What you know now and did not know before."),
        Field::Quote => both("Las palabras de alguien, tal como las dijo.", "Somebody's words, as they were said."),
        Field::Evidence => both("Qué lo muestra: un registro, una cifra.", "What shows it: a record, a figure."),
        _ => both("Esto puede quedar así.", "This may stay as it is."),
    }
}

/// What can be typed there; invented.
pub(super) const fn example(lesson: Lesson, field: Field) -> Both {
    match (lesson, field) {
        (Lesson::Predict, _) => both("90", "90"),
        (Lesson::Guess, _) => both("60", "60"),
        (Lesson::Close, _) => both("Con la llamada el mismo día vuelven", "With a call the same day they come back"),
        (Lesson::Decide, _) => both("Las familias contestan", "Families answer"),
        (_, field) => of_example(field),
    }
}

const fn of_example(field: Field) -> Both {
    match field {
        Field::CycleName => both("Que nadie falte", "Nobody missing"),
        Field::Observation => both("Dos cursos vienen menos que los demás", "Two courses come less than the others"),
        Field::Challenge => both("En dos cursos faltan más los lunes", "In two courses more are absent on Mondays"),
        Field::UrgentBecause => both("8 de 20 faltaron el lunes", "8 of 20 were absent on Monday"),
        Field::RelevantBecause => both("quien falta pierde el hilo", "absent students lose the thread"),
        Field::InScopeBecause => both("el horario lo hacemos aquí", "we make the timetable here"),
        Field::If => both("llamamos el mismo día a quien falta", "we call absent students the same day"),
        Field::Then => both("bajan las ausencias de los lunes", "absences on Mondays go down"),
        Field::Because => both("la familia sabe que los esperamos", "families know that we expect them"),
        Field::Sign => both("menos de 4 ausencias cada lunes", "fewer than 4 absences each Monday"),
        Field::SeenBy => both("+30", "+30"),
        Field::Next => both("7d", "7d"),
        Field::Observed => both("Los lunes faltan el doble", "On Mondays twice as many are absent"),
        Field::Inferred => both("Preguntar cómo llegan los lunes", "Ask how they get here on Mondays"),
        Field::Review => both("Hablar con las familias de los dos cursos", "Talk to the families of the two courses"),
        Field::What => both("Llamar el mismo día a quien falta", "Call absent students the same day"),
        Field::Who => both("Inspectoría", "Inspectorate"),
        Field::Due => both("+7", "+7"),
        Field::Statement => both("Llamar el mismo día sirve", "Calling the same day helps"),
        Field::Quote => both("Ahora contestan", "Now they answer"),
        Field::Evidence => both("Registro de llamadas", "Record of calls"),
        _ => both("", ""),
    }
}

/// Which digit chooses what.
pub(super) const fn choose(lesson: Lesson, field: Field) -> Both {
    match (lesson, field) {
        (Lesson::Close, _) => both("Por ejemplo «1»: se mantiene.", "For instance “1”: it is maintained."),
        (Lesson::Decide, _) => both("Por ejemplo «1»: se adopta.", "For instance “1”: adopt it."),
        (_, Field::ContactKind) => both("«1»: una llamada.", "“1”: a call."),
        (_, Field::Result) => both("«1»: hubo contacto.", "“1”: they were reached."),
        (_, Field::With) => both("«1»: el apoderado o la apoderada.", "“1”: the guardian."),
        (_, _) => both("«2»: sí.", "“2”: yes."),
    }
}
