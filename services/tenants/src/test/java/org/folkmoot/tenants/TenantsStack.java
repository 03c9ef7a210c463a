package org.folkmoot.tenants;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.test.FolkmootStack;
import org.folkmoot.test.Gate;

/** The real servers, with gates before Kafka and Keycloak that a test can shut. */
public class TenantsStack extends FolkmootStack {

    /** Before Keycloak, as the control plane reaches it. Both gates stand as long as the tests run. */
    public static final Gate KEYCLOAK = new Gate();

    /** Before Kafka, as the control plane's administration reaches it. */
    public static final Gate KAFKA = new Gate();

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        String address = KAFKA.openTo(config.getOrDefault("folkmoot.kafka.bootstrap-servers", ""));
        config.put("folkmoot.tenants.kafka.bootstrap-servers", address);
        config.put("folkmoot.tenants.kafka.patience", "3s");
        config.compute("folkmoot.keycloak.url", (key, url) -> {
            URI server = URI.create(String.valueOf(url));
            return "http://" + KEYCLOAK.openTo(server.getAuthority()) + server.getPath();
        });
        config.put("folkmoot.tenants.people.patience", "3s");
        config.put("folkmoot.tenants.people.turn", "1s");
        config.put("folkmoot.tenants.local-clients", "true");
        config.put("folkmoot.tenants.work.poll-interval", "200ms");
        config.put("folkmoot.tenants.work.lease", "3s");
        // Shorter than the patience of any test: what hangs is broken off, tried again, and told in the log.
        config.put("folkmoot.tenants.work.step-limit", "45s");
        config.put("folkmoot.tenants.work.first-pause", "100ms");
        config.put("folkmoot.tenants.work.longest-pause", "400ms");
        config.put("folkmoot.tenants.work.attempts", "3");
        config.put("folkmoot.tenants.platform.retry-interval", "300ms");
        return config;
    }
}
