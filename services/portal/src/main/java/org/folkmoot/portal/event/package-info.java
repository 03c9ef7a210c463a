/**
 * What the platform announces over Kafka, for whoever connects another system: topics, events, their fields, with examples. Made
 * of the AsyncAPI documents and schemas that are on the class path, which services and tests are held to; there is no second
 * copy.
 */
@NullMarked
package org.folkmoot.portal.event;

import org.jspecify.annotations.NullMarked;
