package org.folkmoot.registry;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.test.FolkmootStack;
import org.folkmoot.test.TestStack;
import org.folkmoot.test.WireTap;

/** The real servers, and a service that looks for work often, takes small uploads only and can be listened to. */
public class RegistryStack extends FolkmootStack {

    /** As much as an upload may have here; far more than the real release. */
    static final int LONGEST_UPLOAD = 16 * 1024 * 1024;

    /** Where uploads lie while they are received. */
    static final Path UPLOADS = Path.of("target", "uploads");

    /** Between the service and PostgreSQL. */
    static final WireTap TAP = new WireTap(TestStack.current().postgresAddress());

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        config.put("folkmoot.registry.load.poll-interval", "200ms");
        config.put("folkmoot.postgres.address", TAP.address());
        // The pool's own look at idle connections would be counted as a trip of whoever reads just then.
        config.put("quarkus.datasource.jdbc.background-validation-interval", "1H");
        config.put("quarkus.http.limits.max-body-size", Integer.toString(LONGEST_UPLOAD));
        config.put("quarkus.http.body.uploads-directory", UPLOADS.toString());
        return config;
    }
}
