package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has joined and who has left since somebody looked last. */
@PortalTest
class LastVisitTest {

    @Inject
    Portal portal;

    private final Browser browser = new Browser();

    @BeforeEach
    void begin() {
        portal.begin();
        for (String name : List.of("lena", "lars")) {
            PortalRealm.of("qkk").person(name, List.of(Roles.PCN_CLINICAL_DIRECTOR), List.of("U12345"));
        }
    }

    @Test
    void the_first_visit_says_that_changes_will_be_seen_from_now_on() {
        // When
        String first = browser.signIn("/qkk/", "lena").body();
        String again = browser.open("/qkk/").body();

        // Then
        assertThat(first).contains("Who joins or leaves from now on stands here when you come again.");
        assertThat(again).contains("Who joins or leaves from now on stands here when you come again.");
    }

    @Test
    void the_next_visit_says_who_joined_and_who_left_for_as_long_as_it_lasts() {
        // Given
        browser.signIn("/qkk/", "lena");
        Portal.endSessions();
        Portal.play("registry=later");

        // When
        String second = browser.open("/qkk/").body();
        String again = browser.open("/qkk/").body();
        Portal.endSessions();
        String third = browser.open("/qkk/").body();

        // Then
        for (String body : List.of(second, again)) {
            assertThat(body)
                    .contains("Since your last visit on ")
                    .contains("New Harbour Surgery</a> joined on 1 October 2026")
                    .contains("Mundesley Medical Centre</a> left; its last day was 30 September 2026");
        }
        assertThat(third).contains("Nobody has joined or left since your last visit on ");
    }

    @Test
    void another_person_at_the_same_browser_has_a_first_visit_of_their_own() {
        // Given
        browser.signIn("/qkk/", "lena");
        browser.forgetOthers();
        Portal.endSessions();
        Portal.play("registry=later");

        // When
        String theirs = browser.signIn("/qkk/", "lars").body();
        browser.forgetOthers();
        Portal.endSessions();
        String ours = browser.signIn("/qkk/", "lena").body();

        // Then
        assertThat(theirs).contains("Who joins or leaves from now on").doesNotContain("Since your last visit");
        assertThat(ours).contains("Since your last visit on ").contains("New Harbour Surgery</a> joined");
    }

    @Test
    void what_the_browser_keeps_tells_nothing_and_what_was_altered_is_as_good_as_nothing() {
        // Given
        browser.signIn("/qkk/", "lena");
        String name = browser.cookies().keySet().stream()
                .filter(cookie -> cookie.startsWith("seen_qkk_"))
                .findFirst()
                .orElseThrow();
        String kept = Objects.requireNonNull(browser.cookies().get(name));

        // When
        Portal.endSessions();
        browser.cookies().put(name, kept.substring(1) + "A");
        String page = browser.open("/qkk/").body();

        // Then
        assertThat(kept).hasSizeGreaterThan(50).doesNotContain("D82001", "U12345");
        assertThat(browser.setHere())
                .filteredOn(cookie -> cookie.startsWith(name))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("Path=/qkk/") && cookie.contains("Max-Age="));
        assertThat(page).contains("Who joins or leaves from now on");
    }

    @Test
    void a_registry_that_is_away_makes_nobody_forget_what_they_saw() {
        // Given
        browser.signIn("/qkk/", "lena");
        Portal.endSessions();
        Portal.play("registry=down");
        browser.open("/qkk/");
        Portal.endSessions();
        Portal.play("registry=later");

        // When
        String body = browser.open("/qkk/").body();

        // Then
        assertThat(body).contains("New Harbour Surgery</a> joined on 1 October 2026");
    }
}
