/**
 * The registry: the organisations of general practice and who stands behind them.
 *
 * <p>The national directory: {@link org.folkmoot.registry.odsfile} reads the files of NHS England and the Organisation Data
 * Service, {@code release} takes them in with their history, {@code announcement} tells the ICSs what changed,
 * {@code finding} notes what does not fit together, {@code directory} answers questions, {@code keepup} looks by itself for what
 * is new.
 *
 * <p>What an ICS itself knows, behind its wall: {@code body} has organisations that no file has, {@code link} what
 * organisations have to do with each other, {@code model} derives how practices are organised, {@code area} has places and
 * neighbourhoods, {@code concentration} says who has how many of the patients, {@code contact} whom to ring, {@code health}
 * how networks stand.
 *
 * <p>What its practices considered, spent and share: {@code integration} has the cases of those that considered joining another
 * body, {@code budget} what they may spend and spent, {@code share} divides an amount over them, {@code capability} is what
 * they share, {@code backlog} who waits at them, {@code dspt} whose records are safe to share, {@code panel} lays it all side by
 * side, month by month.
 */
@NullMarked
package org.folkmoot.registry;

import org.jspecify.annotations.NullMarked;
