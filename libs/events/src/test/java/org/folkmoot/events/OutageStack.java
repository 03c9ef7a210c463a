package org.folkmoot.events;

import java.util.HashMap;
import java.util.Map;
import org.folkmoot.test.FolkmootStack;
import org.folkmoot.test.Gate;

/** The real servers, with gates before PostgreSQL and before the address where Kafka's clients begin; the latter is shut. */
public class OutageStack extends FolkmootStack {

    static final Gate POSTGRES = new Gate();
    static final Gate KAFKA = new Gate();

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        config.computeIfPresent("folkmoot.postgres.address", (key, address) -> POSTGRES.openTo(address));
        config.computeIfPresent("kafka.bootstrap.servers", (key, address) -> KAFKA.openTo(address));
        KAFKA.shut();
        return config;
    }

    @Override
    public void stop() {
        POSTGRES.close();
        KAFKA.close();
        super.stop();
    }
}
