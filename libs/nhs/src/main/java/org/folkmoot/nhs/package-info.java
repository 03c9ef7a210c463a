/**
 * Values that everyone in the English NHS shares, and the calendar they work by.
 *
 * <ul>
 *   <li>{@link org.folkmoot.nhs.OdsCode} names an organisation. It is permanent and never used again for another one.
 *       Nothing is read out of its characters: what an organisation <em>is</em> (practice, network, trust) is a dated
 *       fact of the registry, not a property of its code.
 *   <li>{@link org.folkmoot.nhs.NhsNumber} names a patient. It never shows itself: what prints the number has to ask for
 *       it by name.
 *   <li>{@link org.folkmoot.nhs.EnglishWorkingDays} counts working days; {@link org.folkmoot.nhs.LondonTime} says where a
 *       day begins and ends. Rules store instants in UTC and meet a calendar day only here.
 * </ul>
 *
 * <p>A value that exists is a valid one: constructors refuse, {@code parse} answers. No framework is needed; the only
 * dependency is Jackson's annotations, so that a value is one JSON string wherever it appears. Whether an organisation
 * or a patient with that code exists at all is not known here.
 */
@NullMarked
package org.folkmoot.nhs;

import org.jspecify.annotations.NullMarked;
