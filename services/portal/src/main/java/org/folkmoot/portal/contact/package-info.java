/**
 * Named contacts: whom a GP rings, by specialty and place, with who confirmed it and when. Whoever knows that a contact is
 * right may say so; administrators and managers record, amend and say who leaves.
 */
@NullMarked
package org.folkmoot.portal.contact;

import org.jspecify.annotations.NullMarked;
