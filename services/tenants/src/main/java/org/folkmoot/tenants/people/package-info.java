/**
 * The people of an ICS, as its administrators look after them: who has an account, in which roles, for which
 * organisations.
 *
 * <p><b>Where they are kept.</b> In the ICS's realm in Keycloak, and nowhere else; this service keeps no copy. The realm is
 * that of the caller's token, so people of another ICS are not there. Service accounts are no people.
 *
 * <p><b>Changes</b> carry the version that was seen. Keycloak counts no versions, so the version is a digest of what a
 * person's page shows. Changes of one ICS's people take turns (a lock in this service's database), so of two that saw the
 * same version one is refused; a change that somebody makes in Keycloak's own console between the comparison and the
 * writing is overwritten. The lock is waited for a few seconds.
 *
 * <p><b>Who may.</b> The role {@code ics-admin} in the token, and in Keycloak at that moment: a token outlives the removal
 * of a role by five minutes, and must not be used to undo it. Nobody takes their own administration away, disables or resets
 * themselves; since the one who acts is an administrator and stays one, an ICS never loses its last. The roles of an ICS
 * can be given, those of the platform cannot.
 *
 * <p><b>Names</b> are for secretaries, too, who fill seats: of those who may sign in, found by name alone, a name and for
 * whom they act. Nothing else that an account holds is told, or can be found out by searching for it.
 *
 * <p><b>What takes effect when.</b> Disabling ends the person's sessions, and with them every refresh token; so does a
 * reset, and becoming an administrator, which asks for a second factor at the next sign-in. An access token that is out is
 * good for five minutes at most. Other changes are in the next token.
 *
 * <p><b>A new person</b> has no password. {@code reset} gives one that must be changed at the first sign-in: by mail if the
 * realm has a mail server, else as a temporary password that the administrator is shown once and nobody keeps.
 *
 * <p><b>The log.</b> Every change is written into the ICS's log {@code audit/people}, before Keycloak is asked for it, and
 * both stand or fall together; when Keycloak does not answer, a second entry says that it is not known whether it was done.
 * A new account is written down when it has its subject. Should this process die between Keycloak's answer and the commit,
 * the entry is missing; Keycloak's own record of administration (kept for 90 days) then has it alone. The log is part of an
 * ICS's export.
 */
@NullMarked
package org.folkmoot.tenants.people;

import org.jspecify.annotations.NullMarked;
