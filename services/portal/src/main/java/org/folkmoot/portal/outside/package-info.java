/**
 * Systems outside the platform that the ICS lets in, for its administrators: what they may do, and by which credentials they
 * sign in to Kafka. A password passes through one page once and is kept nowhere: neither in an address nor in a draft.
 */
@NullMarked
package org.folkmoot.portal.outside;

import org.jspecify.annotations.NullMarked;
