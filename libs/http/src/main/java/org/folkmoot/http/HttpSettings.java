package org.folkmoot.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of the HTTP conventions, the same in every service. */
@ConfigMapping(prefix = "folkmoot.http")
interface HttpSettings {

    /** Where the service listens, as {@code quarkus.http.host} has it. Named here, since the prefix refuses strangers. */
    Optional<String> host();

    /** The port, as {@code quarkus.http.port} has it; no default here, since each service has its own. */
    OptionalInt port();

    /** The longest body that is not {@code multipart}; uploads have {@code quarkus.http.limits.max-body-size}. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** How deep the JSON of a body may be nested. */
    @WithDefault("32")
    int maxJsonDepth();

    /** How creates are remembered. */
    Idempotency idempotency();

    /** How creates are remembered. */
    interface Idempotency {

        /** How long the answer to a create is given again for its key; then it is forgotten. */
        @WithDefault("PT24H")
        Duration lifetime();

        /** How long a create may leave its transaction idle before PostgreSQL takes it for dead and frees its key. */
        @WithDefault("PT1M")
        Duration abandonedAfter();

        /** How often forgotten answers are deleted. */
        @WithDefault("PT1H")
        Duration pruneEvery();
    }
}
