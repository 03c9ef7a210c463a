package org.folkmoot.registry;

import java.util.HashMap;
import java.util.Map;
import org.folkmoot.test.FolkmootStack;

/** The real servers, and a service that looks for work often. */
public class RegistryStack extends FolkmootStack {

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        config.put("folkmoot.registry.load.poll-interval", "200ms");
        return config;
    }
}
