/**
 * The ICS's practices, networks and places, as the registry tells them: a copy, from which electorates and weights come.
 *
 * <p>The registry announces the whole state of each practice, network and place on compacted topics. {@code RegistryStates} keeps
 * the newest of each, by its version, so neither a second delivery nor reading everything again does harm. To make the copy
 * anew, an installation raises {@code folkmoot.mandate.electorate-copy}: the topics are then read from their beginning, and
 * each state replaces the row of the former copy, whatever its version; meanwhile the former copy serves.
 *
 * <p>A practice is in a place where the place lists it, its network or its sub-ICB location, by the definition that is in
 * force when it is asked: at the opening of a ballot, which freezes it, and whenever a standing is computed.
 *
 * <p>How fresh the copy is can be seen: of which release each row is, and when it was heard. Adjusted lists are in no
 * national file; an administrator enters them, with their source.
 */
@NullMarked
package org.folkmoot.mandate.electorate;

import org.jspecify.annotations.NullMarked;
