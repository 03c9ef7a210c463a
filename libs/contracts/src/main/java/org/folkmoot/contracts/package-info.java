/**
 * What events say: one JSON Schema per event type and one AsyncAPI document per publisher, as resources below
 * {@code contracts/}, and {@link org.folkmoot.contracts.Contracts} for the tests of those who publish and those who
 * read.
 *
 * <p>A contract belongs to the publisher. It describes the data of the event; the envelope is CloudEvents. A publisher
 * may say nothing that the contract does not name ({@code additionalProperties: false}), so that no personal data slip
 * out; a consumer reads the fields it needs and ignores the rest, so that a field can be added. What was released is
 * kept in {@code contracts/released}, and a change that would break a reader of it is refused by a test: such a change
 * is a new version of the event, on a new topic.
 *
 * <p>No service needs this at run time: it is a dependency of tests.
 */
@NullMarked
package org.folkmoot.contracts;

import org.jspecify.annotations.NullMarked;
