package org.folkmoot.portal.session;

import java.util.List;
import java.util.Set;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.tenancy.Tenant;

/**
 * A signed-in person and the ICS at which they look. A value, so that work on other threads has it as it is.
 *
 * @param tenant the verified one
 * @param icsName as people know it
 * @param subject the key of the person within the tenant
 * @param name the person's name, to show
 * @param roles what they may do
 * @param organisations for whom
 * @param token what a service is shown
 */
public record Visit(
        Tenant tenant,
        String icsName,
        String subject,
        String name,
        Set<String> roles,
        List<OdsCode> organisations,
        String token) {

    /** What every address of this ICS begins with, without a slash at the end. */
    public String base() {
        return "/" + tenant.id();
    }

    /** Whether the person has that role. */
    public boolean is(String role) {
        return roles.contains(role);
    }

    /** The codes of those for whom the person acts. */
    public List<String> codes() {
        return organisations.stream().map(OdsCode::code).toList();
    }

    /** Everything but the token, which belongs in no log. */
    @Override
    public String toString() {
        return subject + " of " + tenant;
    }
}
