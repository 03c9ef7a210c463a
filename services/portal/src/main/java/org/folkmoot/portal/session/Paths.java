package org.folkmoot.portal.session;

import java.util.Optional;
import org.folkmoot.tenancy.Tenant;

/** What a path says. */
public final class Paths {

    private Paths() {}

    /** The tenant that the first segment can be the id of; whether there is such a tenant is another question. */
    public static Optional<Tenant> tenant(String path) {
        int end = path.indexOf('/', 1);
        String first = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
        try {
            return Optional.of(Tenant.of(first));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
