package org.folkmoot.mandate;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.test.FolkmootStack;
import org.folkmoot.test.FreePort;

/** The real servers, and a service that looks often whether something is due. */
public class MandateStack extends FolkmootStack {

    /** The system property that tells the port: tests and this class do not share their static fields. */
    static final String MAIL_PORT = "folkmoot.test.mail-port";

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        config.put("folkmoot.mandate.seal-key", Base64.getEncoder().encodeToString(new byte[32]));
        config.put("folkmoot.mandate.watch-interval", "200ms");
        config.put("folkmoot.mail.host", "localhost");
        config.put("folkmoot.mail.port", Integer.toString(mailPort()));
        config.put("folkmoot.mail.start-tls", "OPTIONAL");
        config.put("folkmoot.mail.username", "folkmoot");
        config.put("folkmoot.mail.password", "a password of the tests");
        config.put("folkmoot.mail.interval", "100ms");
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
