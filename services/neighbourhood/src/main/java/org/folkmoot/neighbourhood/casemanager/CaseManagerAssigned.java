package org.folkmoot.neighbourhood.casemanager;

import java.time.Instant;
import java.util.UUID;

/**
 * Event {@code casemanager.assigned}: from now on somebody owns a person's care. They are not named.
 *
 * @param assignment the time of ownership that begins
 * @param from when
 * @param by {@code acceptance}, or {@code handover}, to another member or to another team
 */
public record CaseManagerAssigned(UUID referral, UUID journey, UUID team, UUID assignment, Instant from, String by) {}
