/**
 * Rehearsal: what rules would make of votes, before anybody relies on them. Takes and gives the ballot file's form, asks
 * {@code libs/ballot}, and keeps nothing.
 */
@NullMarked
package org.folkmoot.mandate.rehearsal;

import org.jspecify.annotations.NullMarked;
