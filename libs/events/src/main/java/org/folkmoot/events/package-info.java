/**
 * Announcing what happened, and hearing of it once.
 *
 * <p>The promise: nothing committed is unannounced, nothing announced was rolled back, no effect happens twice, and the
 * events of one aggregate are heard in the order in which they happened.
 *
 * <ul>
 *   <li>A service says {@link org.folkmoot.events.Outbox#announce} in the transaction of its change. The event is a row
 *       of {@code folkmoot.outbox}, committed or rolled back with the change. {@link org.folkmoot.events.Chronicle} does
 *       that, and writes who did it into the audit trail.
 *   <li>The {@link org.folkmoot.events.Relay} carries committed rows to Kafka, in waves bounded by snapshots of the
 *       database, so that neither a gap in a sequence nor a slow transaction makes it miss or swap a row.
 *   <li>A consumer gives each record to {@link org.folkmoot.events.Receipt}, which commits the effect together with the
 *       note that this event has had it.
 *   <li>An event that cannot be processed becomes a dead letter; what follows it on the same aggregate waits, everything
 *       else goes on. A person replays or discards it ({@link org.folkmoot.events.DeadLetters}).
 * </ul>
 *
 * <p>Events are CloudEvents 1.0 in Kafka's binary mode ({@link org.folkmoot.events.Event}). This package does not decide
 * what an event means nor check its data against a contract: the publisher's and the consumer's tests do.
 */
@NullMarked
package org.folkmoot.events;

import org.jspecify.annotations.NullMarked;
