/**
 * What happened is written into the audit trail and told to whoever listens, in the transaction in which it happens. Every
 * change of what an ICS itself knows comes by here; releases of the national directory are announced in bulk elsewhere.
 */
@NullMarked
package org.folkmoot.registry.chronicle;

import org.jspecify.annotations.NullMarked;
