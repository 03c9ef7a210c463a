package org.folkmoot.tenants.systems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.tenancy.TenantScope;
import org.folkmoot.tenants.ics.ExportPart;
import org.folkmoot.tenants.ics.IcsAtHand;

/** The systems that an ICS ever let in, for an export. */
@ApplicationScoped
class SystemsExport implements ExportPart {

    private final ExternalSystems systems;
    private final Credentials credentials;
    private final TenantScope scope;
    private final ObjectMapper json;

    SystemsExport(ExternalSystems systems, Credentials credentials, TenantScope scope, ObjectMapper json) {
        this.systems = systems;
        this.credentials = credentials;
        this.scope = scope;
        this.json = json;
    }

    @Override
    public String name() {
        return "externalSystems";
    }

    @Override
    public JsonNode read(IcsAtHand ics) {
        return scope.call(
                ics.tenant(),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    List<ExternalSystem> all = systems.listAll();
                    Map<UUID, List<Credential>> given =
                            credentials.of(all.stream().map(ExternalSystem::id).toList());
                    return json.valueToTree(all.stream()
                            .map(system -> SystemView.of(system, given.getOrDefault(system.id(), List.of())))
                            .toList());
                }));
    }
}
