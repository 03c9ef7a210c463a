package org.folkmoot.tenants.topics;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;

/** Kafka's administration, for the length of one piece of work: between two of them no connection is kept. */
@ApplicationScoped
class KafkaAdmin {

    private static final ScopedValue<Long> DEADLINE = ScopedValue.newInstance();
    static final Duration LEAST = Duration.ofMillis(100);

    private final Map<String, Object> connection;
    private final KafkaConfig config;

    KafkaAdmin(@Identifier("default-kafka-broker") Map<String, Object> connection, KafkaConfig config) {
        this.connection = Map.copyOf(connection);
        this.config = config;
    }

    /** Work on Kafka that gives something back. */
    interface Work<T> {
        T with(Session session) throws KafkaSilent;
    }

    /** Administration while it is open. */
    final class Session {

        private final Admin admin;

        private Session(Admin admin) {
            this.admin = admin;
        }

        Admin admin() {
            return admin;
        }

        /**
         * The answer.
         *
         * @throws KafkaSilent when none comes in time, or Kafka refuses
         */
        <T> T answer(KafkaFuture<T> coming) throws KafkaSilent {
            try {
                return coming.get(left().toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaSilent(inWords(e), e);
            } catch (ExecutionException e) {
                Throwable refusal = Objects.requireNonNullElse(e.getCause(), e);
                throw new KafkaSilent(inWords(refusal), refusal);
            } catch (TimeoutException e) {
                throw new KafkaSilent(inWords(e), e);
            }
        }
    }

    <T> T work(Work<T> work) throws KafkaSilent {
        return work(connection, work);
    }

    /** Several pieces of work for somebody who waits: all of them together may take as long as Kafka may for one answer. */
    <T> T promptly(ScopedValue.CallableOp<T, KafkaSilent> work) throws KafkaSilent {
        return ScopedValue.where(DEADLINE, System.nanoTime() + config.patience().toNanos())
                .call(work);
    }

    /** So long Kafka may still take for an answer. */
    Duration left() {
        Duration patience = config.patience();
        if (!DEADLINE.isBound()) {
            return patience;
        }
        // A moment is left even when there is none, so that what runs out says so in Kafka's own words.
        return Duration.ofNanos(Math.clamp(DEADLINE.get() - System.nanoTime(), LEAST.toNanos(), patience.toNanos()));
    }

    /** The same, signed in as somebody else. */
    <T> T as(String principal, String password, Work<T> work) throws KafkaSilent {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + principal
                        + "\" password=\"" + password + "\";");
        return work(settings, work);
    }

    private <T> T work(Map<String, Object> as, Work<T> work) throws KafkaSilent {
        Map<String, Object> settings = new HashMap<>(as);
        settings.put("bootstrap.servers", config.bootstrapServers());
        settings.put("client.id", "tenants-admin");
        int left = (int) left().toMillis();
        settings.put("default.api.timeout.ms", left);
        settings.put("request.timeout.ms", left / 2);
        try {
            Admin admin = Admin.create(settings);
            try {
                return work.with(new Session(admin));
            } finally {
                // What has not been answered by now is not waited for.
                admin.close(LEAST);
            }
        } catch (KafkaException e) {
            throw new KafkaSilent(inWords(e), e);
        }
    }

    private String inWords(Throwable failure) {
        String address = config.bootstrapServers();
        return switch (failure) {
            case SaslAuthenticationException _ ->
                "Kafka at " + address + " does not accept the control plane's name and password. Has its principal"
                        + " been given SCRAM credentials, and is folkmoot.kafka.password the same?";
            case AuthorizationException _ ->
                "Kafka at " + address + " does not allow the control plane to do this. Its principal must be one of"
                        + " the brokers' super.users.";
            case TimeoutException _, org.apache.kafka.common.errors.TimeoutException _, InterruptedException _ ->
                "Kafka at " + address + " does not answer. Is it running, and is folkmoot.kafka.bootstrap-servers its"
                        + " address?";
            default -> {
                String said = Objects.requireNonNullElse(failure.getMessage(), "");
                yield "Kafka at " + address + ": "
                        + (said.isBlank() ? failure.getClass().getSimpleName() : said);
            }
        };
    }
}
