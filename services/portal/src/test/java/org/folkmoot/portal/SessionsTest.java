package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.test.TestRealm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PortalTest
class SessionsTest {

    @Inject
    Portal portal;

    private final Browser browser = new Browser();

    @BeforeEach
    void begin() {
        portal.begin();
        PortalRealm.of("qkk").person("sid", List.of(Roles.ICS_OBSERVER), List.of("QKK"));
        Portal.forgetAll();
        browser.signIn("/qkk/", "sid");
    }

    @Test
    void no_token_and_no_cookie_can_be_read_in_the_database() {
        // When
        List<String> kept = Portal.everythingKept();

        // Then
        String cookie = browser.cookies().get("q_session_qkk.people");
        assertThat(kept).hasSize(1).noneMatch(row -> row.contains("eyJ") || row.contains(cookie));
    }

    @Test
    void tokens_are_renewed_before_they_expire_and_the_cookie_stays() {
        // Given
        List<String> before = Portal.everythingKept();
        String cookie = browser.cookies().get("q_session_qkk.people");
        Portal.makeTokensOld();

        // When
        var page = browser.open("/qkk/");

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.address()).hasToString(Browser.url() + "/qkk/");
        assertThat(Portal.everythingKept()).hasSize(1).isNotEqualTo(before);
        assertThat(browser.cookies().get("q_session_qkk.people")).isEqualTo(cookie);
    }

    @Test
    void many_requests_at_once_renew_once_and_all_are_served() throws InterruptedException, ExecutionException {
        // Given
        Portal.makeTokensOld();
        String cookie = browser.cookies().get("q_session_qkk.people");

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> {
                        var tab = new Browser();
                        tab.cookies().put("q_session_qkk.people", cookie);
                        return tab.once("GET", URI.create(Browser.url() + "/qkk/"), Map.of())
                                .statusCode();
                    }))
                    .toList();

            // Then
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_session_that_keycloak_has_ended_ends_here_when_its_tokens_are_renewed() {
        // Given
        PortalRealm.of("qkk").endAllSessions();
        Portal.makeTokensOld();

        // When
        var page = browser.open("/qkk/");

        // Then
        assertThat(page.body()).contains("kc-form-login");
        assertThat(Portal.everythingKept()).isEmpty();
    }

    @Test
    void what_keycloak_ends_ends_here_at_once() {
        // When
        PortalRealm.of("qkk").endSession(Portal.keycloakSessions().getFirst());

        // Then
        assertThat(Portal.everythingKept()).isEmpty();
        assertThat(browser.open("/qkk/").body()).contains("kc-form-login");
    }

    @Test
    void nobody_else_can_end_a_session_in_keycloaks_name() {
        // Given
        String token = TestRealm.of("qkk").token(Roles.ICS_OBSERVER, "QKK");

        // When
        var own = browser.post("/back-channel-logout/qkk", Map.of("logout_token", token));
        var made = browser.post("/back-channel-logout/qkk", Map.of("logout_token", "e30.e30.e30"));
        var none = browser.post("/back-channel-logout/zzz", Map.of());

        // Then
        assertThat(List.of(own.status(), made.status(), none.status())).containsOnly(400);
        assertThat(Portal.everythingKept()).hasSize(1);
    }

    @Test
    void a_part_of_a_page_is_not_led_to_keycloak_but_asks_for_the_whole_page() {
        // Given
        Portal.forgetAll();

        // When
        var answer = browser.with("HX-Request", "true").once("GET", URI.create(Browser.url() + "/qkk/"), Map.of());

        // Then
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.headers().firstValue("HX-Refresh")).contains("true");
    }
}
