package org.folkmoot.tenants;

import java.util.HashMap;
import java.util.Map;
import org.folkmoot.test.FolkmootStack;

/** The real servers, with a gate before Kafka that a test can shut. */
public class TenantsStack extends FolkmootStack {

    private final Gate kafka = new Gate();

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        String address = kafka.openTo(config.getOrDefault("folkmoot.kafka.bootstrap-servers", ""));
        config.put("folkmoot.tenants.kafka.bootstrap-servers", address);
        config.put("folkmoot.tenants.kafka.patience", "3s");
        config.put("folkmoot.tenants.local-clients", "true");
        config.put("folkmoot.tenants.work.poll-interval", "200ms");
        config.put("folkmoot.tenants.work.lease", "3s");
        config.put("folkmoot.tenants.work.first-pause", "100ms");
        config.put("folkmoot.tenants.work.longest-pause", "400ms");
        config.put("folkmoot.tenants.work.attempts", "3");
        config.put("folkmoot.tenants.platform.retry-interval", "300ms");
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                kafka.shut(),
                new TestInjector.AnnotatedAndMatchesType(
                        KafkaShut.class, kafka.shut().getClass()));
    }

    @Override
    public void stop() {
        kafka.close();
        super.stop();
    }
}
