package org.folkmoot.executive.power;

/**
 * A condition that is not met.
 *
 * @param explanation why, as a sentence
 */
public record Unmet(Condition condition, String explanation) {}
