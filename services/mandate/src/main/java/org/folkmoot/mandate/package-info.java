/**
 * The mandate service: whose voice general practice has, and who gave it.
 *
 * <ol>
 *   <li>{@code rule}: questions, franchises, voting rules: values, turned into those of {@code libs/ballot}.
 *   <li>{@code electorate}: a copy of the ICS's practices and networks, made from the registry's states.
 *   <li>{@code group}: leadership groups, their constitutions in versions, seats and who holds them, the purpose.
 *   <li>{@code motion}: what is proposed, amended, put to a ballot.
 *   <li>{@code ballot}: opening freezes the electorate; casting is one statement; the outcome is computed, never typed.
 *   <li>{@code mandate}: what practices authorised, each one's position, and so a group's standing.
 *   <li>{@code power}, {@code feedback}: what hangs on a mandate, and what practices say to it.
 *   <li>{@code notice}: mails about ballots.
 *   <li>{@code rehearsal}: what rules would make of votes.
 *   <li>{@code outcome}, {@code chronicle}, {@code ics}, {@code sql}: how a use case answers, where it writes down and
 *       tells what happened, that every row is an ICS's own, and what is asked of the database beside Hibernate.
 * </ol>
 *
 * A package knows those before it and none after it; what comes after listens ({@code BallotDeclared}). Time that
 * decides is the database's.
 */
@NullMarked
package org.folkmoot.mandate;

import org.jspecify.annotations.NullMarked;
