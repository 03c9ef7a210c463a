/**
 * A story told to the local stack, so that whoever opens it for the first time finds a group at work and not empty pages:
 * a leadership group with its constitution and seats, a mandate in force from which one practice has withdrawn, a ballot
 * that is open, others that were lost, powers, an objection with its reply.
 *
 * <p>The practices are real, the people, votes and decisions are made up. All goes through the mandate service's REST as
 * the persons who may do it; nothing is written beside it, and ballots are closed by the clock and counted by the service.
 *
 * <p>{@link org.folkmoot.local.story.Script} is what happens, read from a file; {@link
 * org.folkmoot.local.story.Storyteller} makes it happen. It asks the service what has happened already, so a telling that
 * was cut short goes on where it stopped, and one that is complete does nothing.
 *
 * <p>{@link org.folkmoot.local.story.ExecutiveStory} goes on with the group's executive, in the same way with the executive
 * service: a meeting, decisions under the powers, one that was refused, actions. {@link
 * org.folkmoot.local.story.OutwardStory} tells what it has to do with others; there one enquiry comes over Kafka, from a
 * {@link org.folkmoot.local.story.PartnerSystem} that signs in with the credential of the ICS's partners.
 *
 * <p>{@link org.folkmoot.local.story.NeighbourhoodStory} tells the neighbourhood service of teams and of people who do not exist;
 * each person's way ({@link org.folkmoot.local.story.Course}) is a history of its own.
 *
 * <p>Beside it the registry is told histories: how some practices came to be organised as they are, what they considered,
 * spent and shared. {@link org.folkmoot.local.story.History} is one, read from files, and {@link
 * org.folkmoot.local.story.HistoryTeller} has its steps taken, each once ({@link org.folkmoot.local.story.Walk}).
 */
@NullMarked
package org.folkmoot.local.story;

import org.jspecify.annotations.NullMarked;
