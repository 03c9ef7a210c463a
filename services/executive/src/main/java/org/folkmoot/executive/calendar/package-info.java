/**
 * Calendars: a person's dates at a secret address, as calendar programs read them (RFC 5545).
 *
 * <p>A calendar program signs in nowhere, so the address itself is the proof: 256 random bits, shown once, kept as a hash.
 * Whoever has it reads the dates of that person and nothing else, until the person makes another, revokes it, or an
 * administrator does. A wrong address, a revoked one, and one of an ICS that is not active are all absent.
 *
 * <p>What is in it, each part of the service says for itself ({@link org.folkmoot.executive.calendar.Dates}): meetings that
 * were called, system meetings for which the person was named, and what the person has to do by when. Names of meetings,
 * places and hours only: an address can be lost, and what is on an agenda stays where people sign in.
 */
@NullMarked
package org.folkmoot.executive.calendar;

import org.jspecify.annotations.NullMarked;
