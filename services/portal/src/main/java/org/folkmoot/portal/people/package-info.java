/**
 * The people of an ICS, for its administrators: who has an account, in which roles, for which organisations. Kept by
 * the control plane in Keycloak; a temporary password passes through a page once and is kept nowhere.
 */
@NullMarked
package org.folkmoot.portal.people;

import org.jspecify.annotations.NullMarked;
