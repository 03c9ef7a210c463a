/**
 * Calendars: a person's dates at a secret address, as calendar programs read them (RFC 5545).
 *
 * <p>A calendar program signs in nowhere, so the address itself is the proof: 256 random bits, shown once, kept as a hash.
 * Whoever has it reads the dates of that person and nothing else, until the person makes another, revokes it, or an
 * administrator does. A wrong address, a revoked one, one that rests, and one of an ICS that is not active are all absent.
 *
 * <p>Who has which role is known from tokens alone, and nobody announces that a role was taken away or an account shut. So an
 * address answers for some days after its owner last came in a role that may have one
 * ({@link org.folkmoot.executive.calendar.RenewFeeds}); then it rests, and goes on when they come again. Somebody who must be
 * shut out at once has their address revoked by an administrator.
 *
 * <p>What is in it, each part of the service says for itself ({@link org.folkmoot.executive.calendar.Dates}): meetings that
 * were called, system meetings for which the person was named, and what the person has to do by when. Names of meetings,
 * places and hours only: an address can be lost, and what is on an agenda stays where people sign in.
 */
@NullMarked
package org.folkmoot.executive.calendar;

import org.jspecify.annotations.NullMarked;
