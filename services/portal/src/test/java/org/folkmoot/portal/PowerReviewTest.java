package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reviews of powers. */
@PortalTest
class PowerReviewTest {

    private static final String POWERS = "/qkk/powers/";
    private static final String DUE = POWERS + "0198c3a2-0000-7000-8000-0000000000bd/";
    private static final String WAITING = POWERS + "0198c3a2-0000-7000-8000-0000000000be/";

    @Inject
    Portal portal;

    private Browser secretary;

    @BeforeEach
    void begin() {
        portal.begin();
        secretary = Visitors.as(Roles.GROUP_SECRETARY);
        Portal.play("");
    }

    @Test
    void a_power_tells_of_its_reviews_and_asks_those_who_keep_it_for_the_next() {
        // When
        String mine = secretary.open(DUE).body();
        String theirs = Visitors.as(Roles.PRACTICE_VOTER).open(DUE).body();

        // Then
        assertThat(theirs)
                .contains("Review 1: It stands as it is", "It was used &lt;b&gt;well&lt;/b&gt;", "settled by Lena Lmc")
                .contains("9 taken under it, 1 refused, 0 escalated", "1 February 2027")
                .doesNotContain("Review it<", "Write down what came of it");
        assertThat(mine).contains("Review it<", "Write down what came of it");
        assertThat(secretary
                        .open(POWERS + "0198c3a2-0000-7000-8000-0000000000af/")
                        .body())
                .as("a change waits")
                .doesNotContain("Review it<", "Write down what came of it");
        assertThat(Visitors.as(Roles.PRACTICE_VOTER).open(DUE + "review/").status())
                .isEqualTo(403);
    }

    @Test
    void what_came_of_a_review_is_written_down_and_confirmed() {
        // Given
        Page form = secretary.open(DUE + "review/");
        Page waiting = secretary.open(WAITING);
        Map<String, String> said = new HashMap<>(Map.of("outcome", "kept", "tag", "\"7\"", "next-day", "31"));

        // When
        Page wrong = secretary.fill(form, DUE + "review/", said);
        said.putAll(Map.of("reason", "It was used well", "next-month", "3", "next-year", "2027"));
        Page written = secretary.fill(form, DUE + "review/", said);
        Page confirmed =
                secretary.fill(waiting, WAITING + "reviews/2/settle/", Map.of("step", "confirm", "tag", "\"7\""));

        // Then
        assertThat(form.body()).contains("Taken under it", "It is to be revoked");
        assertThat(wrong.body()).contains("Enter the reason", "The next review must be a real date");
        assertThat(written.body()).contains("It counts once another person confirms it.");
        assertThat(waiting.body()).contains("> review 2</span>", "Whoever proposed it cannot confirm it.");
        assertThat(confirmed.body()).contains("It is confirmed.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST")
                        && asked.contains("/reviews ")
                        && asked.contains(
                                "{\"outcome\":\"kept\",\"reason\":\"It was used well\",\"nextReview\":\"2027-03-31\"}"))
                .anyMatch(asked -> asked.startsWith("PUT") && asked.contains("/reviews/2/confirmation "));
    }
}
