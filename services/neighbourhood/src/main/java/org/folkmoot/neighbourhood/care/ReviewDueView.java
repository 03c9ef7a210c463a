package org.folkmoot.neighbourhood.care;

import java.time.LocalDate;
import java.util.UUID;

/**
 * When a plan in force is to be reviewed.
 *
 * @param version which version is in force
 * @param review ahead, due (within seven days) or overdue
 */
record ReviewDueView(
        UUID id, UUID referral, UUID team, int version, LocalDate agreedOn, LocalDate reviewDue, String review) {}
