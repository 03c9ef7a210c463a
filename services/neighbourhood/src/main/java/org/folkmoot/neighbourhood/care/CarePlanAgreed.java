package org.folkmoot.neighbourhood.care;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Event {@code careplan.agreed}.
 *
 * @param on the day on which the person agreed
 * @param review the day by which it is reviewed
 */
public record CarePlanAgreed(UUID plan, UUID referral, UUID team, int version, LocalDate on, LocalDate review) {}
