/**
 * Who is signed in.
 *
 * <p>The first segment of a path names the ICS, and so the realm at which a person signs in, by authorization code with
 * PKCE. Tokens never leave the server: the browser gets a random value, the database keeps the tokens encrypted under
 * that value's digest. One cookie and one session for each ICS; none of them opens anything of another.
 *
 * <p>A form that arrives after its session has ended is kept for the person who filled it in
 * ({@link org.folkmoot.portal.session.Drafts}). Which tenant a signed-in request belongs to is decided by the token's
 * verified issuer, in {@code org.folkmoot.tenancy}, never by the path.
 */
@NullMarked
package org.folkmoot.portal.session;

import org.jspecify.annotations.NullMarked;
