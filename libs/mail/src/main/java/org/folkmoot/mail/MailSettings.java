package org.folkmoot.mail;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How people are told. */
@Startup
@ApplicationScoped
class MailSettings {

    private static final String NO_HOST = "none";

    /** How long the mail server may take for a step. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String host;
    private final int port;
    private final StartTls startTls;
    private final Optional<String> username;
    private final Optional<String> password;
    private final InternetAddress from;
    private final String portal;
    private final Duration interval;
    private final Duration memory;

    MailSettings(
            @ConfigProperty(name = "folkmoot.mail.host", defaultValue = "none") String host,
            @ConfigProperty(name = "folkmoot.mail.port", defaultValue = "587") int port,
            @ConfigProperty(name = "folkmoot.mail.start-tls", defaultValue = "REQUIRED") StartTls startTls,
            @ConfigProperty(name = "folkmoot.mail.username") Optional<String> username,
            @ConfigProperty(name = "folkmoot.mail.password") Optional<String> password,
            @ConfigProperty(name = "folkmoot.mail.from", defaultValue = "folkmoot@localhost") String from,
            @ConfigProperty(name = "folkmoot.portal.url", defaultValue = "http://localhost:8080") String portal,
            @ConfigProperty(name = "folkmoot.mail.interval", defaultValue = "10s") Duration interval,
            @ConfigProperty(name = "folkmoot.mail.memory", defaultValue = "400d") Duration memory) {
        this.host = host;
        this.port = port;
        this.startTls = startTls;
        this.username = username;
        this.password = password;
        this.from = sender(from);
        this.portal = portal;
        this.interval = interval;
        this.memory = memory;
    }

    /** Whether there is a mail server. */
    boolean isOn() {
        return !host.equals(NO_HOST);
    }

    /** Where it is. */
    String host() {
        return host;
    }

    /** At which port it listens. */
    int port() {
        return port;
    }

    /** Whether the connection to it is encrypted. */
    StartTls startTls() {
        return startTls;
    }

    /** By which name we sign in to it, if we do. */
    Optional<String> username() {
        return username;
    }

    /** With which password. */
    Optional<String> password() {
        return password;
    }

    /** A mistake in it would make every mail one that can never be sent, so that the service does not begin with it. */
    private static InternetAddress sender(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("folkmoot.mail.from is no mail address: " + from, e);
        }
    }

    /** Whom mails are from. */
    InternetAddress from() {
        return from;
    }

    /** How long it may take for a step. */
    Duration patience() {
        return PATIENCE;
    }

    /** How people reach the portal, without a slash at the end. */
    String portal() {
        return portal;
    }

    /** How often what is due is looked for. */
    Duration interval() {
        return interval;
    }

    /** How long somebody is remembered who does not come back. */
    Duration memory() {
        return memory;
    }
}
