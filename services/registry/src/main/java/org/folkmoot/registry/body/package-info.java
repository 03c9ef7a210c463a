/**
 * Organisations: those of the national directory, and those that an ICS knows and no national file has.
 *
 * <p>A company that holds contracts, a federation, a superpartnership or a trust's subsidiary often has no ODS code, or one
 * that no file carries. It is a {@link org.folkmoot.registry.body.Body}: its id is its identity, and its real ODS code and
 * company number are kept where it has them. What the directory has is never defined a second time, and each ICS has its own
 * bodies: one that works in two ICSs is known to each by itself, joined by the same code or company number.
 *
 * <p>{@link org.folkmoot.registry.body.Organisations} finds either by what a caller writes: an ODS code, or a body's id.
 */
@NullMarked
package org.folkmoot.registry.body;

import org.jspecify.annotations.NullMarked;
