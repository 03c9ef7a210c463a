/**
 * What happened is written into the audit trail and told to whoever listens, in the transaction in which it happens. Every
 * change of this service comes by here, save a vote, whose own log is its trail.
 */
@NullMarked
package org.folkmoot.mandate.chronicle;

import org.jspecify.annotations.NullMarked;
