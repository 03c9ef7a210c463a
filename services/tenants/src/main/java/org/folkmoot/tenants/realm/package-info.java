/**
 * Realms in Keycloak: one for each ICS, and one for the platform's operators.
 *
 * <p>What a realm is to look like stands in {@code keycloak/baseline.json}, which all realms share, and in
 * {@code keycloak/ics-realm.json} and {@code keycloak/platform-realm.json}, which are laid over it. One reconciler makes a
 * realm so: it creates what is absent and corrects what has drifted. It leaves people, their roles and their credentials
 * alone, as well as every setting that the template does not name.
 *
 * <p>What a realm must <em>guarantee</em> stands apart from that, in {@code Protection}, and is judged on what Keycloak
 * says of the realm after every change. No ICS is announced before its realm has every protection.
 *
 * <p>A person's second factor is asked for by the sign-in flow itself, by role: whoever holds {@code ics-admin} (or
 * {@code platform-operator}) cannot finish signing in without one, and is made to set it up the first time. Everybody
 * else is asked for one if they have it. An identity provider of the NHS (CIS2, NHSmail) has its place in every ICS's
 * realm and is off until it is configured.
 */
@NullMarked
package org.folkmoot.tenants.realm;

import org.jspecify.annotations.NullMarked;
