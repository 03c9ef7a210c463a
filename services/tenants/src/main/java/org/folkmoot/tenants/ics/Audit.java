package org.folkmoot.tenants.ics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenants.audit.AuditLog;

/**
 * Writes down what was done to an ICS, and by whom, in the transaction in which it is done. Each ICS has a log of its
 * own, which is the platform's; it names operators by their subject, and nobody else.
 */
@ApplicationScoped
class Audit {

    /** Stands for the control plane itself, where no operator stands behind a change. */
    private static final String PLATFORM = "tenants";

    private final AuditLog log;

    Audit(AuditLog log) {
        this.log = log;
    }

    void byPlatform(String kind, Tenant tenant, Map<String, ?> what) {
        by(PLATFORM, kind, tenant, what);
    }

    void by(String subject, String kind, Tenant tenant, Map<String, ?> what) {
        log.append(stream(tenant), subject, kind, what);
    }

    /** The log of an ICS in the form that the ledger's verifier reads, entry by entry. */
    ArrayNode of(Tenant tenant) {
        return log.read(stream(tenant));
    }

    private static String stream(Tenant tenant) {
        return "audit/ics/" + tenant.id();
    }
}
