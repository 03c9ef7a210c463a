package org.folkmoot.portal.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the portal. */
@ConfigMapping(prefix = "folkmoot.portal")
public interface PortalConfig {

    /** How people reach the portal, without a slash at the end. With {@code https} cookies are for TLS only. */
    @WithDefault("http://localhost:8080")
    String url();

    /** The secret by which the portal proves itself to every realm. */
    String clientSecret();

    /** What sessions and drafts are encrypted with: 32 random characters or more. A new one signs everybody out. */
    String sessionKey();

    /** The longest that a person stays signed in without doing anything; Keycloak may say less. */
    @WithDefault("30m")
    Duration sessionIdle();

    /** How long a form is kept that is not finished: that came after its session had ended, or was answered in part. */
    @WithDefault("12h")
    Duration draftLifetime();

    /** How often ended sessions and old drafts are deleted. */
    @WithDefault("10m")
    Duration sweepEvery();

    /** How long a service may take to answer before its part of a page says that it is not there. */
    @WithDefault("5s")
    Duration patience();

    /**
     * How long the control plane may take over a change for which it asks Kafka. Longer than it waits itself, for its turn and
     * for Kafka: a password that nobody waits for any more is lost.
     */
    @WithDefault("30s")
    Duration patienceWithKafka();

    /** Whether browsers are to reach the portal by TLS only. */
    default boolean isSecure() {
        return url().startsWith("https:");
    }
}
