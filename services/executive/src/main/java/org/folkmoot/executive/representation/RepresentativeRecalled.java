package org.folkmoot.executive.representation;

import java.time.Instant;
import java.util.UUID;

/**
 * Event {@code representative.recalled}: the term ended before its last day.
 *
 * @param meeting the system meeting
 * @param at from when they no longer sit there
 */
public record RepresentativeRecalled(UUID representative, UUID group, UUID meeting, Instant at) {}
