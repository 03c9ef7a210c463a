package org.folkmoot.executive.calendar;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.CurrentTenant;
import org.folkmoot.tenancy.Tenant;
import org.jboss.logging.Logger;

/**
 * Renews a person's address when they come in a role that may have one, once a day. That somebody has lost their roles is
 * announced by nobody, and seen here only by their staying away. A request does not fail because of it.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 10)
class RenewFeeds implements ContainerRequestFilter {

    private static final Logger LOG = Logger.getLogger(RenewFeeds.class);
    private static final int MOST = 50_000;
    private static final Set<String> ROLES =
            Set.of(Objects.requireNonNull(FeedResource.class.getAnnotation(RolesAllowed.class))
                    .value());

    private record Somebody(Tenant ics, String subject) {}

    private final Feeds feeds;
    private final CurrentTenant tenant;
    private final Caller caller;
    private final SecurityIdentity identity;
    private final Clock clock;
    private final Map<Somebody, LocalDate> known = new ConcurrentHashMap<>();

    RenewFeeds(Feeds feeds, CurrentTenant tenant, Caller caller, SecurityIdentity identity, Clock clock) {
        this.feeds = feeds;
        this.tenant = tenant;
        this.caller = caller;
        this.identity = identity;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (identity.getRoles().stream().noneMatch(ROLES::contains)) {
            return;
        }
        var somebody = new Somebody(tenant.require(), caller.subject());
        LocalDate today = LondonTime.today(clock);
        if (today.equals(known.get(somebody))) {
            return;
        }
        try {
            feeds.renew(somebody.subject());
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s: the address of somebody's calendar could not be renewed this time", somebody.ics());
            return;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(somebody, today);
    }
}
