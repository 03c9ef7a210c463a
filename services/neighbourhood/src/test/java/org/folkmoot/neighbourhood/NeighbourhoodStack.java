package org.folkmoot.neighbourhood;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.test.FolkmootStack;
import org.folkmoot.test.FreePort;
import org.folkmoot.test.TestStack;
import org.folkmoot.test.WireTap;

/** The real servers, and a service that has a key, can be listened to, and looks for mails often. */
public class NeighbourhoodStack extends FolkmootStack {

    /** The system property that tells the port: tests and this class do not share their static fields. */
    static final String MAIL_PORT = "folkmoot.test.mail-port";

    /** Between the service and PostgreSQL. */
    static final WireTap TAP = new WireTap(TestStack.current().postgresAddress());

    /** What holds of people, as the NHS knows it. */
    static final DemographicsServer DEMOGRAPHICS = new DemographicsServer();

    /** Everything that the service wrote down of itself while the suite ran, addresses that were asked for included. */
    public static final Path LOG = Path.of("target", "suite.log");

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        config.put("folkmoot.postgres.address", TAP.address());
        config.put("folkmoot.neighbourhood.master-key", Base64.getEncoder().encodeToString(new byte[32]));
        config.put("folkmoot.neighbourhood.demographics-url", DEMOGRAPHICS.address());
        config.put("folkmoot.log.json", "true");
        config.put("folkmoot.neighbourhood.demographics-interval", "1s");
        config.put("quarkus.log.file.enabled", "true");
        config.put("quarkus.log.file.path", LOG.toString());
        config.put("quarkus.log.file.rotation.file-suffix", ".yyyy-MM-dd");
        // Every request is traced, so that all traces can be looked through.
        config.put("folkmoot.tracing.limit", "1000000");
        config.put("quarkus.http.access-log.enabled", "true");
        config.put("quarkus.http.access-log.pattern", "%m %R %q %s");
        config.put("folkmoot.mail.host", "localhost");
        config.put("folkmoot.mail.port", Integer.toString(mailPort()));
        config.put("folkmoot.mail.start-tls", "DISABLED");
        config.put("folkmoot.mail.interval", "1s");
        config.put("folkmoot.portal.url", "https://folkmoot.example");
        return config;
    }

    /** Where no mail server answers yet: the test that needs one begins and ends it. */
    private static int mailPort() {
        int port = FreePort.find();
        System.setProperty(MAIL_PORT, Integer.toString(port));
        return port;
    }
}
