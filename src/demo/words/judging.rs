//! What teams decided, saw change and inferred. Invented sentences.

use crate::notebook::{
    action::{ActionFate, PmeDimension},
    learning::EffectOn,
};

/// Why an action is kept, changed or given up.
pub(in crate::demo) const DECIDED: &[(ActionFate, &[&str])] = &[
    (
        ActionFate::Adopt,
        &[
            "Sirvió y cabe en la rutina de la semana.",
            "Las familias ya la esperan.",
            "Se sostiene sin horas extra.",
            "La señal se vio en la fecha.",
        ],
    ),
    (
        ActionFate::Adapt,
        &[
            "Funciona con menos estudiantes a la vez.",
            "Con otro horario responden más familias.",
            "La tomará quien tiene el vínculo.",
            "Sirvió, pero pidió demasiado tiempo.",
        ],
    ),
    (ActionFate::Abandon, &["Pidió más de lo que dio.", "Otra acción cubre lo mismo.", "No dependía de nosotros."]),
];

/// What changed in the school.
pub(in crate::demo) const EFFECTS: &[(EffectOn, &str)] = &[
    (EffectOn::Practice, "Los profesores jefes llaman el mismo día, sin que nadie lo pida."),
    (EffectOn::Process, "La lista se mira cada quince días en el consejo."),
    (EffectOn::Practice, "Quien llama parte por preguntar cómo están en casa."),
    (EffectOn::Process, "Los teléfonos se corrigen una vez al mes y en un solo lugar."),
    (EffectOn::Practice, "Los trabajos vuelven con un comentario y no sólo con nota."),
    (EffectOn::Process, "La hora de coordinación quedó en el horario."),
];

/// Objectives of a plan, one for each dimension.
pub(in crate::demo) const OBJECTIVES: &[(PmeDimension, &str)] = &[
    (PmeDimension::Pedagogy, "Asegurar que cada estudiante avance con apoyo"),
    (PmeDimension::Leadership, "Decidir con datos en cada reunión del equipo"),
    (PmeDimension::Coexistence, "Fortalecer el vínculo con las familias"),
    (PmeDimension::Resources, "Destinar horas y medios al seguimiento"),
];

/// What a team saw in the list, without saying why.
pub(in crate::demo) const OBSERVED: &[&str] = &[
    "Varios de la lista no tienen un contacto logrado este mes.",
    "Entre los primeros hay hermanos de otros cursos.",
    "La baja empieza después de las vacaciones de invierno.",
    "Quienes más faltan no son los que más conocemos.",
];

/// What may explain it.
pub(in crate::demo) const INFERRED: &[&str] = &[
    "Puede que el teléfono que tenemos no sea el de quien los cuida.",
    "Quizás en la casa falta quién los acompañe en la mañana.",
    "Tal vez nadie les preguntó cómo volvieron.",
    "Puede que el recorrido no alcance a todos.",
];
