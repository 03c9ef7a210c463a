package org.folkmoot.mandate;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.test.FolkmootStack;

/** The real servers, and a service that looks often whether something is due. */
public class MandateStack extends FolkmootStack {

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        config.put("folkmoot.mandate.seal-key", Base64.getEncoder().encodeToString(new byte[32]));
        config.put("folkmoot.mandate.watch-interval", "200ms");
        return config;
    }
}
