package org.folkmoot.mandate.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How people are told, and of what in time. */
@ApplicationScoped
class MailSettings {

    private static final String NO_HOST = "none";

    private final boolean on;
    private final String portal;
    private final Duration interval;
    private final Duration ahead;
    private final Duration memory;

    MailSettings(
            @ConfigProperty(name = "folkmoot.mail.host", defaultValue = "none") String host,
            @ConfigProperty(name = "folkmoot.portal.url", defaultValue = "http://localhost:8080") String portal,
            @ConfigProperty(name = "folkmoot.mail.interval", defaultValue = "10s") Duration interval,
            @ConfigProperty(name = "folkmoot.mail.closing-soon", defaultValue = "24h") Duration ahead,
            @ConfigProperty(name = "folkmoot.mail.memory", defaultValue = "400d") Duration memory) {
        this.on = !host.equals(NO_HOST);
        this.portal = portal;
        this.interval = interval;
        this.ahead = ahead;
        this.memory = memory;
    }

    /** Whether there is a mail server. */
    boolean isOn() {
        return on;
    }

    /** How people reach the portal, without a slash at the end. */
    String portal() {
        return portal;
    }

    /** How often what is due is looked for. */
    Duration interval() {
        return interval;
    }

    /** How long before its closing hour a ballot closes soon; of a short ballot the half of its time. */
    Duration closingSoon() {
        return ahead;
    }

    /** How long somebody is remembered who does not come back. */
    Duration memory() {
        return memory;
    }
}
