package org.folkmoot.mail;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.CurrentTenant;
import org.folkmoot.tenancy.Tenant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Remembers where people are reached who may be told something, from the token with which they come: once a day, and when it
 * says something else than before. A request does not fail because of it.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 10)
class RememberPeople implements ContainerRequestFilter {

    private static final Logger LOG = Logger.getLogger(RememberPeople.class);
    private static final int MOST = 50_000;

    private record Somebody(Tenant ics, String subject) {}

    private record Said(LocalDate day, @Nullable String mail, List<String> roles, List<String> organisations) {}

    private final Mailboxes mailboxes;
    private final CurrentTenant tenant;
    private final Caller caller;
    private final SecurityIdentity identity;
    private final Clock clock;
    private final Map<Somebody, Said> known = new ConcurrentHashMap<>();

    RememberPeople(Mailboxes mailboxes, CurrentTenant tenant, Caller caller, SecurityIdentity identity, Clock clock) {
        this.mailboxes = mailboxes;
        this.tenant = tenant;
        this.caller = caller;
        this.identity = identity;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> roles = identity.getRoles().stream()
                .filter(mailboxes.roles()::contains)
                .sorted()
                .toList();
        if (roles.isEmpty() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return;
        }
        var somebody = new Somebody(tenant.require(), caller.subject());
        var said = new Said(
                LondonTime.today(clock),
                token.getClaim("email"),
                roles,
                caller.organisations().stream().map(OdsCode::code).sorted().toList());
        if (said.equals(known.get(somebody))) {
            return;
        }
        try {
            mailboxes.remember(somebody.subject(), said.mail(), said.roles(), said.organisations());
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s: where a person is reached could not be remembered this time", somebody.ics());
            return;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(somebody, said);
    }
}
