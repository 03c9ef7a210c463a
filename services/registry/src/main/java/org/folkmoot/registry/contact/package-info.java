/**
 * Named contacts: consultants and service leads by specialty and place, so that a GP knows whom to ring.
 *
 * <p>A contact is worth what its last confirmation is worth: who confirmed it and when is always shown, and the list can be
 * asked for those that nobody has confirmed for long. Whoever has left stays in the table and is no longer shown. These are
 * people at work, reached at work; nothing private belongs here.
 */
@NullMarked
package org.folkmoot.registry.contact;

import org.jspecify.annotations.NullMarked;
