package org.folkmoot.tenants.systems;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.folkmoot.tenants.succession.Count;
import org.folkmoot.tenants.succession.PreviewPart;

/** External systems do not go with practices: what one may read is one ICS's topics, and whose it is its principals say. */
@ApplicationScoped
class SystemsPreview implements PreviewPart {

    private final ExternalSystems systems;

    SystemsPreview(ExternalSystems systems) {
        this.systems = systems;
    }

    @Override
    public List<Count> count() {
        long letIn = QuarkusTransaction.requiringNew().call(systems::countLetIn);
        return List.of(new Count(
                "external-systems",
                0,
                letIn,
                "Each reads one ICS's topics: the successor's administrators let them in anew."));
    }
}
