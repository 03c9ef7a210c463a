/**
 * The service for systems that speak FHIR R4, in the shapes of UK Core and of the Booking and Referral Standard (BaRS).
 *
 * <p>Everything here is another form of what REST does: a message becomes the same command, a resource is made of the same view,
 * and what is refused is refused by the same rules in the same words. No rule of the domain stands in this package, and nothing
 * here reads a table. What cannot be read as FHIR is refused before anybody is asked.
 *
 * <p>JSON only: XML is neither read nor written. An identifier of a person is never part of an address, so a search by one is a
 * POST. What the caller may not see is not found, and is in no bundle. Each resource that is given is a read of patient data,
 * and written down as such by the package from which it comes. A sender's {@code X-Request-Id} is the key by which a message
 * takes place once, and its {@code X-Correlation-Id} is the journey.
 *
 * <p>Errors are OperationOutcomes, made of the problem that REST would answer ({@link
 * org.folkmoot.neighbourhood.fhir.OperationOutcomes}).
 */
@NullMarked
package org.folkmoot.neighbourhood.fhir;

import org.jspecify.annotations.NullMarked;
