package org.folkmoot.tenants.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.TenantScope;
import org.folkmoot.tenants.audit.AuditLog;
import org.folkmoot.tenants.ics.ExportPart;
import org.folkmoot.tenants.ics.IcsAtHand;

/**
 * Who did what to whose account, and when, in the ICS's own log. People are named by their subject; names, addresses and
 * passwords are never written.
 */
@ApplicationScoped
class PeopleLog implements ExportPart {

    private static final String STREAM = "audit/people";

    private final AuditLog log;
    private final Caller caller;
    private final TenantScope scope;

    PeopleLog(AuditLog log, Caller caller, TenantScope scope) {
        this.log = log;
        this.caller = caller;
        this.scope = scope;
    }

    void wrote(String kind, String person, Map<String, ?> what) {
        var particulars = new HashMap<String, Object>(what);
        particulars.put("person", person);
        log.append(STREAM, caller.subject(), kind, particulars);
    }

    @Override
    public String name() {
        return "peopleAudit";
    }

    @Override
    public JsonNode read(IcsAtHand ics) {
        return scope.call(ics.tenant(), () -> QuarkusTransaction.requiringNew().call(() -> log.read(STREAM)));
    }
}
