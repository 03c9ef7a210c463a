package org.folkmoot.registry.share;

import java.math.BigDecimal;

/**
 * What a practice got in a division, and why.
 *
 * @param practice its code
 * @param weight what it weighed
 * @param pence what it got
 * @param leftOver by which fraction of a penny its exact share exceeds whole pence: {@code 0}, {@code 2/3}
 * @param extraPenny whether it got a penny for that fraction
 */
record Portion(String practice, BigDecimal weight, long pence, String leftOver, boolean extraPenny) {}
