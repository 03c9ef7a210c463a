/**
 * The practices of the ICS and its neighbourhoods, as the registry tells them: a copy, from which names come, and in which
 * neighbourhood a practice lies.
 *
 * <p>The registry announces the whole state of each on compacted topics; the newest of each is kept, by its version, so
 * neither a second delivery nor reading everything again does harm. To make the copy anew, an installation raises
 * {@code folkmoot.neighbourhood.registry-copy}: the topics are then read from their beginning, and each state replaces the row
 * of the former copy.
 */
@NullMarked
package org.folkmoot.neighbourhood.place;

import org.jspecify.annotations.NullMarked;
