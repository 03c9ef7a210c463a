/**
 * Links between organisations: who holds the contract of a practice, owns it, employs its GPs, holds its budget; who is in
 * which federation or superpartnership, subsidiary of whom, host or successor of whom. An ICS's own knowledge, with evidence.
 *
 * <p>A link has two times. From its first to its last day it was true; and each of its revisions was what the ICS knew, from
 * when it was recorded until the next superseded it. Ending a link, correcting a wrong date and withdrawing a link that never
 * was are revisions: nothing that was once believed is lost, and every question can be asked as at a day and as known at a
 * time.
 *
 * <p>In what is known now, a practice has one contract holder, one budget holder and one superpartnership at a time, a body
 * is the subsidiary of one, and no link stands twice. The database refuses what would break this. Changes of one ICS's links
 * go one after the other, so that whoever is refused is told which link stands in the way.
 *
 * <p>Links are announced, and their states kept on a compacted topic. What a practice is by its links is
 * {@code org.folkmoot.registry.model}'s to say.
 */
@NullMarked
package org.folkmoot.registry.link;

import org.jspecify.annotations.NullMarked;
