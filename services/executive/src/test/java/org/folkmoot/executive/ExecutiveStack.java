package org.folkmoot.executive;

import java.util.HashMap;
import java.util.Map;
import org.folkmoot.test.FolkmootStack;

/** The real servers, and a service that waits long enough for news on a machine that has much to do. */
public class ExecutiveStack extends FolkmootStack {

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        config.put("folkmoot.executive.patience", "8s");
        return config;
    }
}
