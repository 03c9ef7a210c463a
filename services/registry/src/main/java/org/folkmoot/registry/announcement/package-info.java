/**
 * Telling the ICSs what changed in the national directory, and what is.
 *
 * <p>What was last told is a table of its own, for every ICS of England. After a release has been taken in, the present
 * state, as at the release in force, is laid beside it: each difference is an event to the ICSs concerned, if they are
 * served here, and becomes what was last told. So a change is announced once, a release that changes nothing announces
 * nothing, and a release older than the one in force, which fills history, is not even looked at: what it should alter
 * in the present is announced with the next release in force.
 *
 * <p>An ICS that is onboarded later is told the whole of its state in the transaction that onboards it. Loads and
 * onboardings exclude each other from the moment they begin to announce, so that no ICS falls between the two.
 *
 * <p>News alone would oblige whoever comes late to have heard all of it. So each practice and network also has a state,
 * one event that says everything, on a topic that keeps the newest. It is told in the same transaction, whenever it
 * differs from the one before, after an older release too: see {@code States}.
 *
 * <p>Events go to the outbox in bulk, one statement for all; nothing here knows Kafka.
 */
@NullMarked
package org.folkmoot.registry.announcement;

import org.jspecify.annotations.NullMarked;
