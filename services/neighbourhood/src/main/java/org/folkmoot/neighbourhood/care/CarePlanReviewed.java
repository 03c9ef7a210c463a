package org.folkmoot.neighbourhood.care;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Event {@code careplan.reviewed}.
 *
 * @param on the day of the review
 * @param outcome coded
 * @param next the day by which it is reviewed again
 */
public record CarePlanReviewed(
        UUID plan, UUID referral, UUID team, int version, LocalDate on, String outcome, LocalDate next) {}
