package org.folkmoot.executive.calendar;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.folkmoot.events.Chronicle;
import org.folkmoot.tenancy.CurrentTenant;
import org.folkmoot.tenancy.Sql;

/** The secret addresses of the current ICS's people: one a person, made anew at will. */
@ApplicationScoped
class Feeds {

    /** What is longer over than this is no longer told. */
    private static final Duration PAST = Duration.ofDays(92);

    private static final int SECRET_BYTES = 32;
    private static final String KIND = "calendar-feed";

    private final Sql sql;
    private final List<Dates> dates;
    private final Chronicle chronicle;
    private final CurrentTenant tenant;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Feeds(Sql sql, @All List<Dates> dates, Chronicle chronicle, CurrentTenant tenant, Clock clock) {
        this.sql = sql;
        this.dates = dates;
        this.chronicle = chronicle;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** Makes a person's address; whatever they had before leads nowhere any more. */
    @Transactional
    FeedView make(String person) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        sql.change("""
                insert into calendar_feed (tenant_id, subject, token_hash, made_at)
                values (folkmoot.current_tenant(), ?, ?, ?)
                on conflict (tenant_id, subject) do update set token_hash = excluded.token_hash,
                    made_at = excluded.made_at, fetched_at = null
                """, person, hash(token), now);
        chronicle.wrote("made", KIND, person, null);
        return new FeedView("/calendars/" + tenant.require().id() + "/" + token + ".ics", now, null);
    }

    @Transactional
    Optional<FeedView> of(String person) {
        return sql.first(
                row -> new FeedView(null, Sql.instant(row, "made_at"), Sql.instantIfAny(row, "fetched_at")),
                "select made_at, fetched_at from calendar_feed where tenant_id = folkmoot.current_tenant() and subject = ?",
                person);
    }

    /** A person's address leads nowhere any more, if there was one. */
    @Transactional
    void revoke(String person) {
        int revoked = sql.change(
                "delete from calendar_feed where tenant_id = folkmoot.current_tenant() and subject = ?", person);
        if (revoked > 0) {
            chronicle.wrote("revoked", KIND, person, null);
        }
    }

    /** The calendar at that address; empty if it is nobody's. */
    @Transactional
    Optional<String> fetch(String token) {
        Instant now = clock.instant();
        return sql.first(row -> row.getString("subject"), """
                        update calendar_feed set fetched_at = ?
                        where tenant_id = folkmoot.current_tenant() and token_hash = ? returning subject
                        """, now, hash(token))
                .map(person -> CalendarFile.of(
                        "Folkmoot",
                        dates.stream()
                                .flatMap(each -> each.of(person, now.minus(PAST)).stream())
                                .toList(),
                        now));
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
