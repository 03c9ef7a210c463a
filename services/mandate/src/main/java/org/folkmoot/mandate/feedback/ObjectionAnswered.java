package org.folkmoot.mandate.feedback;

import java.util.UUID;

/** Event {@code objection.answered}. */
public record ObjectionAnswered(UUID objection, UUID group, String subject, UUID subjectId) {}
