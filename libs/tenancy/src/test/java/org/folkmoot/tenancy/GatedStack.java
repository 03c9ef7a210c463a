package org.folkmoot.tenancy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.test.FolkmootStack;
import org.folkmoot.test.Gate;

/** The real servers, with gates before Keycloak and PostgreSQL. */
public class GatedStack extends FolkmootStack {

    static final Gate KEYCLOAK = new Gate();
    static final Gate POSTGRES = new Gate();

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        URI keycloak = URI.create(config.getOrDefault("folkmoot.keycloak.public-url", ""));
        config.put(
                "folkmoot.tenancy.keycloak-url",
                "http://" + KEYCLOAK.openTo(keycloak.getAuthority()) + keycloak.getPath());
        config.computeIfPresent("folkmoot.postgres.address", (key, address) -> POSTGRES.openTo(address));
        return config;
    }

    @Override
    public void stop() {
        KEYCLOAK.close();
        POSTGRES.close();
        super.stop();
    }
}
