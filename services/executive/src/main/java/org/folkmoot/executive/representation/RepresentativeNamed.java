package org.folkmoot.executive.representation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Event {@code representative.named}. Who it is, is not said.
 *
 * @param meeting the system meeting
 * @param body who meets there
 * @param seat the name of the seat
 * @param mandate under which they speak
 * @param from the first day of the term
 * @param until its last day
 */
public record RepresentativeNamed(
        UUID representative,
        UUID group,
        UUID meeting,
        String body,
        String seat,
        UUID mandate,
        LocalDate from,
        LocalDate until) {}
