package org.folkmoot.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.folkmoot.portal.PortalTest;
import org.folkmoot.portal.session.SessionStore.Session;
import org.folkmoot.tenancy.Tenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PortalTest
class SessionEndsTest {

    private static final Tenant OURS = Tenant.PLATFORM;
    private static final Tenant OTHER = Tenant.of("zz1");

    @Inject
    SessionEnds ends;

    @Inject
    SessionStore store;

    @Inject
    Clock clock;

    @BeforeEach
    void forgetAll() {
        ends.endAll(OURS);
        ends.endAll(OTHER);
    }

    @Test
    void what_has_run_out_is_swept_away_and_nothing_else() {
        // Given
        Instant now = clock.instant();
        keep(OURS, "over", now.minus(Duration.ofSeconds(1)));
        keep(OURS, "goes on", now.plus(Duration.ofMinutes(1)));

        // When
        int swept = ends.sweep();

        // Then
        assertThat(swept).isEqualTo(1);
        assertThat(isKept(OURS, "over")).isFalse();
        assertThat(isKept(OURS, "goes on")).isTrue();
    }

    @Test
    void an_ics_that_is_no_longer_served_has_no_sessions_and_others_keep_theirs() {
        // Given
        Instant later = clock.instant().plus(Duration.ofMinutes(1));
        keep(OTHER, "one", later);
        keep(OTHER, "two", later);
        keep(OURS, "three", later);

        // When
        ends.endAll(OTHER);

        // Then
        assertThat(isKept(OTHER, "one")).isFalse();
        assertThat(isKept(OTHER, "two")).isFalse();
        assertThat(isKept(OURS, "three")).isTrue();
    }

    @Test
    void one_tenants_session_is_not_seen_in_anothers_transaction() {
        // Given
        keep(OURS, "ours", clock.instant().plus(Duration.ofMinutes(1)));

        // When
        boolean seen = store.transaction(
                OTHER,
                connection -> store.session(connection, OURS, Vault.digest("ours"), false)
                        .isPresent());

        // Then
        assertThat(seen).isFalse();
    }

    private void keep(Tenant tenant, String value, Instant endsAt) {
        String token = "."
                + Base64.getUrlEncoder()
                        .encodeToString("{\"sub\":\"somebody\",\"sid\":\"s\"}".getBytes(StandardCharsets.UTF_8))
                + ".";
        store.transaction(tenant, connection -> {
            store.add(
                    connection,
                    tenant,
                    new Session(Vault.digest(value), new byte[] {1}, endsAt, endsAt),
                    new Tokens(token, token, null));
            return true;
        });
    }

    private boolean isKept(Tenant tenant, String value) {
        return store.transaction(
                tenant,
                connection -> store.session(connection, tenant, Vault.digest(value), false)
                        .isPresent());
    }
}
