/**
 * Figure P4: how long it takes from a change's commit in one service until another service's projection shows it.
 *
 * <p>The trial service of this package runs as three processes with a database each. Two of them announce changes; the
 * announcements of the one are carried by our relay, those of the other by Debezium Engine. The third keeps a projection
 * of both by the same consumer. They take turns, at the same rate of changes.
 */
@NullMarked
package org.folkmoot.benchmark.relay;

import org.jspecify.annotations.NullMarked;
