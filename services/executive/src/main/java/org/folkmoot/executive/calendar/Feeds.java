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
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
    private final Duration lease;
    private final SecureRandom random = new SecureRandom();

    /** @param lease how long an address answers after its owner came last */
    Feeds(
            Sql sql,
            @All List<Dates> dates,
            Chronicle chronicle,
            CurrentTenant tenant,
            Clock clock,
            @ConfigProperty(name = "folkmoot.executive.calendar-lease", defaultValue = "14d") Duration lease) {
        this.sql = sql;
        this.dates = dates;
        this.chronicle = chronicle;
        this.tenant = tenant;
        this.clock = clock;
        this.lease = lease;
    }

    /** Makes a person's address; whatever they had before leads nowhere any more. */
    @Transactional
    FeedView make(String person) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        sql.change("""
                insert into calendar_feed (tenant_id, subject, token_hash, made_at, renewed_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?)
                on conflict (tenant_id, subject) do update set token_hash = excluded.token_hash,
                    made_at = excluded.made_at, renewed_at = excluded.renewed_at, fetched_at = null
                """, person, hash(token), now, now);
        chronicle.wrote("made", KIND, person, null);
        return new FeedView("/calendars/" + tenant.require().id() + "/" + token + ".ics", now, null, now.plus(lease));
    }

    @Transactional
    Optional<FeedView> of(String person) {
        return sql.first(
                row -> new FeedView(
                        null,
                        Sql.instant(row, "made_at"),
                        Sql.instantIfAny(row, "fetched_at"),
                        Sql.instant(row, "renewed_at").plus(lease)),
                """
                select made_at, fetched_at, renewed_at from calendar_feed
                where tenant_id = folkmoot.current_tenant() and subject = ?
                """,
                person);
    }

    /** A person came in a role that may have an address: if they have one, it answers for another while. */
    @Transactional
    void renew(String person) {
        sql.change(
                "update calendar_feed set renewed_at = ? where tenant_id = folkmoot.current_tenant() and subject = ?",
                clock.instant(),
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

    /** The calendar at that address; empty if it is nobody's, or its owner has not come for so long that it rests. */
    @Transactional
    Optional<String> fetch(String token) {
        Instant now = clock.instant();
        return sql.first(row -> row.getString("subject"), """
                        update calendar_feed set fetched_at = ?
                        where tenant_id = folkmoot.current_tenant() and token_hash = ? and renewed_at > ?
                        returning subject
                        """, now, hash(token), now.minus(lease))
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
