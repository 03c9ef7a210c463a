package org.folkmoot.portal.session;

import org.folkmoot.tenancy.Tenant;

/**
 * Where the people of a tenant sign in.
 *
 * @param tenant the ICS, or the platform
 * @param name as people know it
 * @param issuer what its tokens name
 * @param address where this service reaches it; the issuer's, unless the network has another
 */
record Realm(Tenant tenant, String name, String issuer, String address) {}
