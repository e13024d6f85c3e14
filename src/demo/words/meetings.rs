//! What was agreed in meetings and noted after contacts. Invented sentences without anything that could hurt somebody.

use crate::notebook::contact::ContactResult;

/// Agreements: what and who.
pub(in crate::demo) const AGREEMENTS: &[(&str, &str)] = &[
    ("Completar el registro de los cursos sin información", "Inspectoría"),
    ("Llamar a las familias sin contacto en dos semanas", "Profesores jefes"),
    ("Traer tres trabajos de estudiantes por curso", "Docentes"),
    ("Actualizar la lista priorizada antes de la reunión", "UTP"),
    ("Preparar la pauta de conversación con apoderados", "Orientación"),
    ("Pedir a la escuela de origen los datos que faltan", "UTP"),
    ("Contar al consejo de profesores lo aprendido", "Dirección"),
    ("Coordinar las visitas de la quincena", "Dupla psicosocial"),
    ("Revisar los números equivocados", "Inspectoría"),
    ("Invitar a los asistentes de la educación a la próxima reunión", "Dirección"),
    ("Escribir la señal con número y fecha", "UTP"),
    ("Agradecer a las familias que respondieron", "Profesores jefes"),
    ("Definir el adulto de referencia de cada estudiante foco", "Orientación"),
    ("Compartir el acta en el mismo día", "UTP"),
];

/// Who makes contacts.
pub(in crate::demo) const MAKERS: &[&str] =
    &["Inspectoría", "Prof. jefe", "Orientación", "Dupla", "UTP", "Convivencia", "Prof. jefe", "Inspectoría"];

/// Notes where somebody was reached.
pub(in crate::demo) const REACHED: &[&str] = &[
    "Retoma las clases el lunes.",
    "Comparte teléfono con sus hermanos; se conecta en la tarde.",
    "Pide guías impresas.",
    "Cambio de casa; dirección actualizada.",
    "Agradece el contacto, enviará los trabajos pendientes.",
    "No tiene plan de datos este mes.",
    "Acordamos plazo de dos semanas.",
    "Prefiere que llamen después de las 18:00.",
    "Estaba con resfrío; vuelve esta semana.",
    "Viaja a la temporada con la familia, vuelve al terminar.",
    "Quiere conversar con su profesora jefa.",
    "Le fue bien con la última guía.",
];

/// Notes of calls and messages where nobody was reached.
pub(in crate::demo) const NO_ANSWER: &[&str] = &[
    "Buzón de voz.",
    "Se insistirá en la tarde.",
    "Teléfono apagado.",
    "No devuelve la llamada.",
    "Mensaje sin leer.",
];

/// Notes of visits where nobody was reached.
pub(in crate::demo) const NOT_AT_HOME: &[&str] = &["Nadie en casa.", "Se dejó un aviso escrito.", "Un vecino avisará."];

/// Notes where number or address were wrong.
pub(in crate::demo) const WRONG: &[&str] =
    &["Contesta otra familia.", "Número sin servicio.", "Ya no viven ahí.", "Pedir el dato al profesor jefe."];

/// Restricted notes: they only say that something is kept elsewhere.
pub(in crate::demo) const RESTRICTED: &[&str] = &[
    "Conversación reservada; el detalle queda con orientación.",
    "Situación familiar en acompañamiento por la dupla.",
    "Derivación en curso; consultar a la dupla.",
];

/// Reviews of work, with what was seen.
pub(in crate::demo) const WORK: &[(ContactResult, &str)] = &[
    (ContactResult::HandedIn, "Entregó las tres guías; comenta por qué eligió cada respuesta."),
    (ContactResult::HandedIn, "Corrigió después del comentario."),
    (ContactResult::PartlyHandedIn, "Falta la última guía; acuerda el viernes."),
    (ContactResult::PartlyHandedIn, "Avanza en lectura, le cuesta partir sin ayuda."),
    (ContactResult::PartlyHandedIn, ""),
    (ContactResult::NotHandedIn, "No tenía las guías en la casa; se le entregan de nuevo."),
    (ContactResult::NotHandedIn, ""),
];
