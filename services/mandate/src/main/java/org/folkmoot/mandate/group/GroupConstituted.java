package org.folkmoot.mandate.group;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Event {@code group.constituted}: a version of a group's constitution was confirmed.
 *
 * @param group the group
 * @param name what it is called
 * @param constitution the number of the version
 * @param effectiveFrom the day from which it is in force
 * @param seats how many seats it has
 */
public record GroupConstituted(UUID group, String name, int constitution, LocalDate effectiveFrom, int seats) {}
