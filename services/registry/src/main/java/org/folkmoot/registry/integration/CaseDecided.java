package org.folkmoot.registry.integration;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Event {@code integrationcase.decided}.
 *
 * @param decision the number of the decision among the case's steps: more than 1 when it was reopened before
 * @param objections how many the local medical committee had raised by then
 */
public record CaseDecided(
        UUID integrationCase, String practice, String outcome, LocalDate decidedOn, int decision, int objections) {}
