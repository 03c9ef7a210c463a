package org.folkmoot.mandate.feedback;

import java.util.UUID;

/**
 * Event {@code objection.raised}. What it says is not on the topic.
 *
 * @param kind {@code objection} or {@code comment}
 * @param subject {@code motion}, {@code mandate} or {@code decision}
 */
public record ObjectionRaised(
        UUID objection, UUID group, String kind, String subject, UUID subjectId, String organisation) {}
