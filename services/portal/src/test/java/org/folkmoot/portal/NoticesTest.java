package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails about ballots: which a person gets, and what became of them. */
@PortalTest
class NoticesTest {

    private static final String MAILS = "/qkk/ballots/0198c3a2-0000-7000-8000-0000000000b1/mails/";

    @Inject
    Portal portal;

    private Browser voter;

    @BeforeEach
    void begin() {
        portal.begin();
        voter = Visitors.as(Roles.PRACTICE_VOTER);
        Portal.play("");
    }

    @Test
    void a_person_chooses_which_mails_they_get() {
        // Given
        Page form = voter.open("/qkk/notices/");

        // When
        Page done = voter.fill(form, "/qkk/notices/", Map.of("opened", "yes", "declared", "yes"));

        // Then
        assertThat(form.body()).contains("victor@example.org");
        assertThat(done.body()).contains("Your choice is saved.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("PUT /mandate/my/notices ")
                        && asked.contains("\"closing\":false")
                        && asked.contains("\"declared\":true"));
    }

    @Test
    void a_person_chooses_mails_about_work_and_bulletins_and_only_the_manager_everybodys() {
        // Given
        Browser manager = Visitors.as(Roles.EXECUTIVE_MANAGER);
        Page form = voter.open("/qkk/notices/work/");
        Page ofManager = manager.open("/qkk/notices/work/");

        // When
        Page done = voter.fill(form, "/qkk/notices/work/", Map.of("reminder", "yes", "bulletin", "yes"));
        manager.fill(ofManager, "/qkk/notices/work/", Map.of("digest", "yes"));

        // Then
        assertThat(form.body())
                .contains("victor@example.org", "Only reading it here counts as read.", "Mails about ballots")
                .contains(
                        "Actions, enquiries, questions to my practices, reports back and responses to recommendations")
                .doesNotContain("All that anybody has to see to");
        assertThat(ofManager.body()).contains("All that anybody has to see to");
        assertThat(done.body()).contains("Your choice is saved.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("PUT /executive/my/notices ")
                        && asked.endsWith("{\"reminder\":true,\"digest\":false,\"office\":true,\"bulletin\":true}"))
                .anyMatch(asked -> asked.startsWith("PUT /executive/my/notices ")
                        && asked.endsWith("{\"reminder\":false,\"digest\":true,\"office\":false,\"bulletin\":false}"));
        assertThat(Visitors.as(Roles.ICS_OBSERVER).open("/qkk/notices/work/").status())
                .isEqualTo(403);
    }

    @Test
    void a_person_sees_what_became_of_their_mails() {
        // When
        String page = voter.open("/qkk/notices/").body();

        // Then
        assertThat(page)
                .contains("href=\"/qkk/ballots/0198c3a2-0000-7000-8000-0000000000b1/\"", "The ballot is open", "Sent")
                .contains("The result", "May have been sent", "20 March 2026 at 16:00");
    }

    @Test
    void a_secretary_sees_for_whom_mails_went_out_when_and_whom_none_reaches() {
        // When
        String page = Visitors.as(Roles.GROUP_SECRETARY).open(MAILS).body();
        String next = Visitors.as(Roles.GROUP_SECRETARY)
                .open(MAILS + "?cursor=bmV4dA")
                .body();

        // Then
        assertThat(page)
                .contains("Whom no mail reaches")
                .contains("<li>Lonely Surgery</li>")
                .contains("Cromer Group Practice, Fleggburgh Surgery")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; Surgery")
                .contains("Somebody who is remembered no more")
                .contains("after 3 tries")
                .contains("Refused by the mail server")
                .contains("href=\"" + MAILS + "?cursor=bmV4dA\" rel=\"next\"")
                .doesNotContain("@");
        assertThat(next).contains("First page");
        assertThat(Portal.asked()).anyMatch(asked -> asked.contains("/notices/mails?cursor=bmV4dA&limit=25 "));
    }

    @Test
    void the_way_there_is_the_secretarys() {
        // When
        String secretary = Visitors.as(Roles.GROUP_SECRETARY)
                .open("/qkk/ballots/0198c3a2-0000-7000-8000-0000000000b1/")
                .body();
        String other =
                voter.open("/qkk/ballots/0198c3a2-0000-7000-8000-0000000000b1/").body();

        // Then
        assertThat(secretary).contains("What became of the mails about this ballot");
        assertThat(other).doesNotContain("What became of the mails about this ballot");
        assertThat(voter.open(MAILS).status()).isEqualTo(403);
    }
}
