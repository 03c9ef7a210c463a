package org.folkmoot.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.test.FolkmootStack;
import org.folkmoot.test.FreePort;
import org.jspecify.annotations.Nullable;

/** The real servers, realms in which the portal is a client, and a server that plays the services. */
public class PortalStack extends FolkmootStack {

    static final String CLIENT_SECRET = "a secret of the portal in tests, long enough";

    private @Nullable PlayedServices services;

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        int port = FreePort.find();
        String url = "http://localhost:" + port;
        services = PlayedServices.start();
        for (String realm : List.of("qkk", "qr1", "platform")) {
            PortalRealm.of(realm).makeClient(url);
        }
        config.put("quarkus.http.test-port", Integer.toString(port));
        config.put("folkmoot.portal.url", url);
        config.put("folkmoot.portal.client-secret", CLIENT_SECRET);
        config.put("folkmoot.portal.session-key", "the key of the tests, which is long enough to be taken");
        config.put("folkmoot.portal.patience", "1s");
        config.put("folkmoot.portal.patience-with-kafka", "4s");
        config.put("folkmoot.services.registry", services.url() + "/registry");
        config.put("folkmoot.services.tenants", services.url() + "/tenants");
        config.put("folkmoot.services.mandate", services.url() + "/mandate");
        config.put("folkmoot.services.executive", services.url() + "/executive");
        config.put("folkmoot.services.neighbourhood", services.url() + "/neighbourhood");
        return config;
    }

    @Override
    public void stop() {
        if (services != null) {
            services.stop();
        }
        super.stop();
    }
}
