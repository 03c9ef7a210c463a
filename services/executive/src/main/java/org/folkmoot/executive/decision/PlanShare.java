package org.folkmoot.executive.decision;

import java.time.LocalDate;

/**
 * How many decisions were announced in time.
 *
 * @param since the first day of the year that is looked at, which ends today
 * @param taken how many were taken in it
 * @param announced how many of these were on the forward plan at all
 * @param inTime how many at least 28 days before the day on which they were taken
 */
record PlanShare(LocalDate since, long taken, long announced, long inTime) {}
