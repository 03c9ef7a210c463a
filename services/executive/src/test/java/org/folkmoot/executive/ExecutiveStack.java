package org.folkmoot.executive;

import java.util.HashMap;
import java.util.Map;
import org.folkmoot.test.FolkmootStack;
import org.folkmoot.test.FreePort;
import org.folkmoot.test.TestStack;
import org.folkmoot.test.WireTap;

/** The real servers, and a service that waits long enough for news on a machine that has much to do. */
public class ExecutiveStack extends FolkmootStack {

    /** The system property that tells the port: tests and this class do not share their static fields. */
    public static final String MAIL_PORT = "folkmoot.test.mail-port";

    /** Between the service and PostgreSQL. */
    static final WireTap TAP = new WireTap(TestStack.current().postgresAddress());

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        config.put("folkmoot.postgres.address", TAP.address());
        // The pool's own look at idle connections would be counted as a trip of whoever reads just then.
        config.put("quarkus.datasource.jdbc.background-validation-interval", "1H");
        config.put("folkmoot.executive.patience", "8s");
        config.put("folkmoot.mail.host", "localhost");
        config.put("folkmoot.mail.port", Integer.toString(mailPort()));
        config.put("folkmoot.mail.start-tls", "DISABLED");
        config.put("folkmoot.mail.interval", "200ms");
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
