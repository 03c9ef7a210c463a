package org.folkmoot.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The table {@code folkmoot.idempotency}, in the transaction at hand, which is of one tenant: row-level security sees to
 * that, and the statements name the tenant again where a row is written.
 */
@ApplicationScoped
class AnswerStore {

    /** What a key says about the request that carries it. */
    sealed interface Claim {

        /** Nobody has used the key: the work may begin, and the key is held until the transaction ends. */
        record New() implements Claim {}

        /** The request was answered before. */
        record Answered(Answer answer) implements Claim {}

        /** The key belongs to a request with other content. */
        record OtherRequest() implements Claim {}

        /** The request with this key is being worked on. */
        record InProgress() implements Claim {}
    }

    /**
     * A create, as callers tell them apart.
     *
     * @param subject who
     * @param operation method and path
     * @param key what they call it
     * @param fingerprint what it says, as {@link Fingerprint} has it
     */
    record Create(String subject, String operation, IdempotencyKey key, String fingerprint) {

        /** An index entry has less room than a path may take. */
        private static final int LONGEST_OPERATION = 500;

        static Create of(String subject, String method, String path, IdempotencyKey key, String fingerprint) {
            String operation = method + " " + path;
            return new Create(
                    subject,
                    operation.length() <= LONGEST_OPERATION ? operation : method + " sha256:" + sha256(path),
                    key,
                    fingerprint);
        }

        private static String sha256(String text) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }
    }

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int PRUNED_AT_ONCE = 5_000;

    private final DataSource database;
    private final HttpSettings.Idempotency settings;

    AnswerStore(DataSource database, HttpSettings settings) {
        this.database = database;
        this.settings = settings.idempotency();
    }

    Claim claim(Create create) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(
                        "select verdict, status, headers, body from folkmoot.idempotency_claim("
                                + "?, ?, ?, ?, make_interval(secs => ?), make_interval(secs => ?))")) {
            claim.setString(1, create.subject());
            claim.setString(2, create.operation());
            claim.setString(3, create.key().value());
            claim.setString(4, create.fingerprint());
            claim.setDouble(5, seconds(settings.lifetime()));
            claim.setDouble(6, seconds(settings.abandonedAfter()));
            try (ResultSet said = claim.executeQuery()) {
                said.next();
                String verdict = said.getString("verdict");
                return switch (verdict) {
                    case "new" -> new Claim.New();
                    case "answered" -> new Claim.Answered(answer(said));
                    case "other-request" -> new Claim.OtherRequest();
                    case "in-progress" -> new Claim.InProgress();
                    default -> throw new IllegalStateException("folkmoot.idempotency_claim says " + verdict);
                };
            }
        }
    }

    void keep(Create create, Answer answer) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement("""
                        insert into folkmoot.idempotency
                            (tenant_id, subject, operation, idempotency_key, fingerprint, status, headers, body)
                        values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?::jsonb, ?)
                        """)) {
            keep.setString(1, create.subject());
            keep.setString(2, create.operation());
            keep.setString(3, create.key().value());
            keep.setString(4, create.fingerprint());
            keep.setInt(5, answer.status());
            keep.setString(6, headers(answer));
            keep.setString(7, answer.body());
            keep.executeUpdate();
        }
    }

    /** Deletes answers of this tenant that are not given any more; says how many, at most a few thousand at once. */
    int prune() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement prune = connection.prepareStatement("""
                        delete from folkmoot.idempotency
                         where tenant_id = folkmoot.current_tenant()
                           and ctid = any (array(
                               select ctid from folkmoot.idempotency
                                where tenant_id = folkmoot.current_tenant()
                                  and answered_at < now() - make_interval(secs => ?)
                                order by answered_at
                                limit ?))
                        """)) {
            prune.setDouble(1, seconds(settings.lifetime()));
            prune.setInt(2, PRUNED_AT_ONCE);
            return prune.executeUpdate();
        }
    }

    private static Answer answer(ResultSet row) throws SQLException {
        try {
            return new Answer(
                    row.getInt("status"),
                    JSON.readValue(row.getString("headers"), new TypeReference<Map<String, String>>() {}),
                    row.getString("body"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The headers of a kept answer cannot be read", e);
        }
    }

    private static String headers(Answer answer) {
        try {
            return JSON.writeValueAsString(answer.headers());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written", e);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
