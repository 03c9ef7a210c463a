package org.folkmoot.executive.representation;

import java.time.Instant;

/**
 * A version of a brief.
 *
 * @param say what to say
 * @param notAgree what not to agree
 */
record BriefView(int number, String say, String notAgree, String writtenBy, Instant writtenAt) {}
