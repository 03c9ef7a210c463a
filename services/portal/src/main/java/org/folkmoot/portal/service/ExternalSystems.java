package org.folkmoot.portal.service;

import static org.folkmoot.portal.service.ServiceClient.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.PortalConfig;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** Systems outside the platform that an ICS lets in, as the control plane keeps them. */
@ApplicationScoped
public class ExternalSystems {

    /**
     * A system that was let in.
     *
     * @param groups what the names of its consumer groups begin with
     * @param revokedAt since when it is shut out; null while it is let in
     */
    public record ExternalSystem(
            UUID id,
            String name,
            @Nullable String organisation,
            @Nullable String supplier,
            String contact,
            List<String> reads,
            List<String> writes,
            String groups,
            Instant registeredAt,
            @Nullable Instant revokedAt,
            List<Credential> credentials) {
        public ExternalSystem {
            reads = reads == null ? List.of() : List.copyOf(reads);
            writes = writes == null ? List.of() : List.copyOf(writes);
            credentials = credentials == null ? List.of() : List.copyOf(credentials);
        }

        /** Whose it is, in words. */
        public String whose() {
            if (supplier == null) {
                return String.valueOf(organisation);
            }
            return organisation == null ? supplier : organisation + ", by " + supplier;
        }

        /** What it reads, in words; null if nothing. */
        public @Nullable String readsInWords() {
            if (reads.isEmpty()) {
                return null;
            }
            return reads.contains("all") ? "Everything that is published" : String.join(", ", reads);
        }

        /** What it writes, in words; null if nothing. */
        public @Nullable String writesInWords() {
            return writes.isEmpty() ? null : String.join(", ", writes);
        }

        /** How many of its credentials are good. */
        public long good() {
            return goodOnes().size();
        }

        /** Those of its credentials that are good, the newest first. */
        public List<Credential> goodOnes() {
            return credentials.stream().filter(Credential::isGood).toList();
        }

        /** Whether one of its credentials may be good only until Kafka is told otherwise. */
        public boolean isClosing() {
            return credentials.stream().anyMatch(Credential::isClosing);
        }

        /** Whether it can be given another credential. */
        public boolean takesAnother() {
            return revokedAt == null && good() < 2;
        }
    }

    /** By what a system signs in, without its password. */
    public record Credential(
            int number,
            String username,
            String state,
            Instant issuedAt,
            @Nullable Instant droppedAt) {

        /** Whether it is good. */
        public boolean isGood() {
            return state.equals("in-force");
        }

        /** Whether it is good until Kafka has been told otherwise. */
        public boolean isClosing() {
            return state.equals("closing");
        }
    }

    /** A new credential with its password, which is shown once and kept nowhere. */
    public record Issued(
            int number,
            String username,
            String password,
            String bootstrapServers,
            String securityProtocol,
            String mechanism,
            String groups) {
        @Override
        public String toString() {
            return "Issued[" + username + "]";
        }
    }

    /** What is said of a system that is to be let in. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Details(
            String name,
            @Nullable String organisation,
            @Nullable String supplier,
            String contact,
            List<String> reads,
            List<String> writes,
            String reason) {}

    private static final String NAME = "register of external systems";

    private final ServiceClient reading;
    private final ServiceClient changing;

    ExternalSystems(
            @ConfigProperty(name = "folkmoot.services.tenants", defaultValue = "http://localhost:8085") String url,
            PortalConfig portal,
            ObjectMapper json) {
        this.reading = new ServiceClient(NAME, url, portal.patience(), json);
        this.changing = new ServiceClient(NAME, url, portal.patienceWithKafka(), json);
    }

    public Reply<Page<ExternalSystem>> list(Visit visit, boolean revoked, @Nullable String cursor, int limit) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("revoked", revoked ? true : null);
        parameters.put("cursor", cursor);
        parameters.put("limit", limit);
        return reading.get(visit, "/external-systems" + query(parameters), new TypeReference<>() {});
    }

    public Reply<ExternalSystem> find(Visit visit, UUID id) {
        return reading.get(visit, path(id), new TypeReference<>() {});
    }

    public Reply<ExternalSystem> register(Visit visit, Details details, UUID key) {
        return changing.create(visit, "/external-systems", details, key, new TypeReference<>() {});
    }

    /** Silence means that it may have been issued all the same: nobody has its password then. */
    public Reply<Issued> issue(Visit visit, UUID id, String reason, String tag) {
        return changing.send(
                visit, "POST", path(id) + "/credentials", Map.of("reason", reason), tag, new TypeReference<>() {});
    }

    public Reply<ExternalSystem> drop(Visit visit, UUID id, int number, String reason, String tag) {
        return changing.send(
                visit,
                "POST",
                path(id) + "/credentials/" + number + "/withdrawal",
                Map.of("reason", reason),
                tag,
                new TypeReference<>() {});
    }

    public Reply<ExternalSystem> revoke(Visit visit, UUID id, String reason, String tag) {
        return changing.send(
                visit, "POST", path(id) + "/revocation", Map.of("reason", reason), tag, new TypeReference<>() {});
    }

    private static String path(UUID id) {
        return "/external-systems/" + id;
    }
}
