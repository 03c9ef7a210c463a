package org.folkmoot.registry.share;

import java.math.BigDecimal;

/**
 * A practice with what it weighs in a division.
 *
 * @param practice its code
 * @param weight an exact number, zero or more
 */
record Claim(String practice, BigDecimal weight) {}
