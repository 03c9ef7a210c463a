/**
 * The performance figures, each a ratio to a peer or a limit that was measured in the same run on the same machine.
 *
 * <p>A machine that others use too gives figures that differ by half from one minute to the next; a ratio of two that
 * were measured in turn differs far less. So every figure is measured in pairs, ours and the peer's one right after the
 * other and each first in every second pair, and told as the median of the pairs' ratios with the least and the
 * greatest. {@code docs/benchmarks.md} says of each what is unfair about it.
 *
 * <p>What is measured is what an installation runs: the services' own processes, PostgreSQL that waits for its disk,
 * Kafka that asks for a password, tokens of a real Keycloak, row-level security, the outbox. Nothing is switched off.
 */
@NullMarked
package org.folkmoot.benchmark;

import org.jspecify.annotations.NullMarked;
