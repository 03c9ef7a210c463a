package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bulletins: written, published, read, acknowledged, answered. */
@PortalTest
class BulletinsTest {

    private static final String BULLETINS = "/qkk/bulletins/";
    private static final String PUBLISHED = BULLETINS + "0198c3a2-0000-7000-8000-000000000e61/";
    private static final String DRAFT = BULLETINS + "0198c3a2-0000-7000-8000-000000000e62/";
    private static final String FOR_PLACES = BULLETINS + "0198c3a2-0000-7000-8000-000000000e63/";

    @Inject
    Portal portal;

    private Browser manager;
    private Browser voter;

    @BeforeEach
    void begin() {
        portal.begin();
        manager = Visitors.as(Roles.EXECUTIVE_MANAGER);
        voter = Visitors.as(Roles.PRACTICE_VOTER);
        Portal.play("");
    }

    @Test
    void bulletins_are_listed_with_how_far_they_came_and_first_those_for_oneself() {
        // When
        String ofManager = manager.open(BULLETINS).body();
        String ofVoter = voter.open(BULLETINS).body();
        String drafts = manager.open(BULLETINS + "?state=draft").body();
        String ofNoGroup = manager.open(BULLETINS + "?group=another").body();
        Page file = manager.open(BULLETINS + "?state=published&format=csv");

        // Then
        assertThat(ofManager)
                .contains("Winter &lt;b&gt;rota&lt;/b&gt;", "Read by 2 of 4 practices, acknowledged by 1.", "Draft")
                .contains("Every practice of the ICS", "The practices of some PCNs: U12345")
                .doesNotContain("For those for whom you speak");
        assertThat(ofVoter)
                .contains("For those for whom you speak", "Asks something", "Not read")
                .doesNotContain("Write a bulletin");
        assertThat(drafts).contains("Spring").doesNotContain("Winter");
        assertThat(ofNoGroup).contains("There is none.");
        assertThat(file.body())
                .startsWith("Bulletin,Group,State,To,Published,Reach")
                .contains("Winter")
                .doesNotContain("Spring");
    }

    @Test
    void a_bulletin_that_is_looked_at_has_been_opened_for_those_for_whom_one_speaks() {
        // When
        String page = voter.open(PUBLISHED).body();

        // Then
        assertThat(page)
                .contains(
                        "Every practice of the ICS", "Cromer Group Practice", "How far it came", "Norfolk Coastal PCN")
                .contains("In no PCN", PUBLISHED + "reach/?format=csv", PUBLISHED + "recipients/");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith(
                        "PUT /executive/bulletins/0198c3a2-0000-7000-8000-000000000e61/readings/D82001 "))
                .as("of a practice that has acknowledged it already")
                .noneMatch(asked -> asked.contains("/readings/D82044 "));
    }

    @Test
    void whoever_speaks_for_no_practice_opens_it_for_none() {
        // When
        String page = manager.open(PUBLISHED).body();

        // Then
        assertThat(page).contains("What practices answered").doesNotContain("Acknowledge<span");
        assertThat(Portal.asked()).noneMatch(asked -> asked.contains("/readings/"));
    }

    @Test
    void its_reach_is_taken_along_and_shown_practice_by_practice() {
        // When
        Page reach = manager.open(PUBLISHED + "reach/?format=csv");
        String recipients = voter.open(PUBLISHED + "recipients/").body();
        Page file = manager.open(PUBLISHED + "recipients/?format=csv");

        // Then
        assertThat(reach.header("Content-Type")).startsWith("text/csv");
        assertThat(reach.body()).startsWith("Network,");
        assertThat(recipients)
                .contains("Cromer &lt;b&gt;Group&lt;/b&gt; Practice", "Read, not acknowledged", "Not seen")
                .contains("11 November 2026 at 10:00, Vera Voter", "?cursor=abc");
        assertThat(file.body()).startsWith("Practice,Name");
    }

    @Test
    void a_bulletin_is_acknowledged_for_a_practice() {
        // Given
        Page page = voter.open(PUBLISHED);

        // When
        Page acknowledged = voter.fill(page, PUBLISHED + "acknowledge/", Map.of("practice", "D82001"));
        Page late = voter.open(PUBLISHED + "acknowledge/");

        // Then
        assertThat(acknowledged.body()).contains("It is acknowledged.");
        assertThat(late.address().getPath()).isEqualTo(PUBLISHED);
        assertThat(Portal.asked()).anyMatch(asked -> asked.contains("/acknowledgements/D82001 "));
    }

    @Test
    void its_question_is_answered_and_the_practice_stays_chosen() {
        // Given
        Page page = voter.open(PUBLISHED);
        Page form = voter.open(PUBLISHED + "answer/?practice=D82044");

        // When
        Page silent = voter.fill(form, PUBLISHED + "answer/", Map.of("practice", "D82001"));
        Page answered = voter.fill(form, PUBLISHED + "answer/", Map.of("practice", "D82001", "answer", "Yes"));

        // Then
        assertThat(page.body()).contains(PUBLISHED + "answer/?practice=D82001", "It answered: Yes");
        assertThat(form.body())
                .contains("Are you ready?", "You can change the answer until 31 December 2099.", "Has answered")
                .containsPattern("value=\"D82044\"[^>]*checked")
                .containsPattern("value=\"Yes\"[^>]*checked");
        assertThat(silent.body()).contains("href=\"#answer\"", "Enter the answer");
        assertThat(answered.body()).contains("The answer is kept.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/answers/D82001 ") && asked.endsWith("{\"answer\":\"Yes\"}"));
    }

    @Test
    void a_bulletin_is_written_for_those_whom_it_concerns() {
        // Given
        Page form = manager.open(BULLETINS + "add/");
        Map<String, String> bulletin = new HashMap<>(Map.of(
                "group", "0198c3a2-0000-7000-8000-0000000000d1",
                "title", "Winter",
                "words", "Be ready.",
                "audience", "pcns",
                "pcns", "",
                "question", "Are you?",
                "options", "Yes\nNo"));

        // When
        Page wrong = manager.fill(form, BULLETINS + "add/", bulletin);
        bulletin.put("pcns", "u12345, u54321");
        bulletin.putAll(Map.of("until-day", "1", "until-month", "4", "until-year", "2099"));
        Page drafted = manager.fill(form, BULLETINS + "add/", bulletin);
        bulletin.put("audience", "places");
        Page nowhere = manager.fill(form, BULLETINS + "add/", bulletin);
        bulletin.put("places", "0198c3a2-0000-7000-8000-0000000000c6");
        bulletin.put("question", "");
        Page askless = manager.fill(form, BULLETINS + "add/", bulletin);

        // Then
        assertThat(wrong.body())
                .contains("href=\"#pcns\"", "href=\"#until-day\"", "Be ready.")
                .containsPattern("value=\"pcns\"[^>]*checked");
        assertThat(drafted.body()).contains("The draft is kept.");
        assertThat(nowhere.body()).contains("href=\"#places\"", "Choose at least one place");
        assertThat(askless.body()).contains("href=\"#question\"").doesNotContain("href=\"#places\"");
        assertThat(Portal.asked())
                .filteredOn(asked -> asked.startsWith("POST "))
                .singleElement()
                .asString()
                .contains("/groups/0198c3a2-0000-7000-8000-0000000000d1/bulletins ")
                .contains("\"audience\":{\"kind\":\"pcns\",\"codes\":[\"U12345\",\"U54321\"]}")
                .contains("{\"words\":\"Are you?\",\"options\":[\"Yes\",\"No\"],\"until\":\"2099-04-01\"}");
    }

    @Test
    void what_the_service_says_against_a_draft_stands_beside_its_fields() {
        // Given
        Page form = manager.open(BULLETINS + "add/");
        Portal.play("executive=refusing");

        // When
        Page again = manager.fill(
                form,
                BULLETINS + "add/",
                Map.of(
                        "group", "0198c3a2-0000-7000-8000-0000000000d1",
                        "title", "Winter",
                        "words", "Be ready.",
                        "audience", "ics"));

        // Then
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).contains("There is a problem", "Be ready.");
    }

    @Test
    void a_draft_is_said_anew_and_what_was_published_is_not() {
        // Given
        Page form = manager.open(DRAFT + "change/");
        String forPlaces = manager.open(FOR_PLACES + "change/").body();

        // When
        Page changed = manager.fill(
                form, DRAFT + "change/", Map.of("title", "Spring", "words", "Now.", "audience", "ics", "tag", "\"7\""));
        Page published = manager.open(PUBLISHED + "change/");

        // Then
        assertThat(form.body())
                .contains("value=\"Spring\"", ">Soon.<", "value=\"U12345\"")
                .containsPattern("value=\"pcns\"[^>]*checked")
                .doesNotContain("In the name of which group?");
        assertThat(forPlaces)
                .contains("What &lt;i&gt;else&lt;/i&gt;?", "value=\"2099\"")
                .containsPattern("value=\"0198c3a2-0000-7000-8000-0000000000c6\"[^>]*checked");
        assertThat(changed.body()).contains("The draft is kept.");
        assertThat(published.address().getPath()).isEqualTo(PUBLISHED);
        assertThat(Portal.asked())
                .anyMatch(
                        asked -> asked.startsWith(
                                        "PUT /executive/bulletins/0198c3a2-0000-7000-8000-000000000e62 If-Match=\"7\"")
                                && asked.endsWith(
                                        "{\"title\":\"Spring\",\"words\":\"Now.\",\"audience\":{\"kind\":\"ics\",\"codes\":[]}}"));
    }

    @Test
    void a_draft_is_published_once_it_is_clear_to_whom_it_goes() {
        // Given
        Page draft = manager.open(DRAFT);
        Page whether = manager.open(DRAFT + "publish/");

        // When
        Page published = manager.fill(whether, DRAFT + "publish/", Map.of("tag", "\"7\""));
        Page again = manager.open(PUBLISHED + "publish/");
        Portal.play("executive=uncovered");
        Page refused = manager.fill(whether, DRAFT + "publish/", Map.of("tag", "\"7\""));

        // Then
        assertThat(draft.body()).contains("Publish it", "Change the draft").doesNotContain("How far it came");
        assertThat(whether.body()).contains("It goes to: The practices of some PCNs: U12345.");
        assertThat(manager.open(FOR_PLACES + "publish/").body()).contains("some places: North Norfolk.");
        assertThat(published.body()).contains("It is published.");
        assertThat(again.address().getPath()).isEqualTo(PUBLISHED);
        assertThat(refused.body()).contains("There is a problem", "Publish this bulletin?");
    }

    @Test
    void the_first_page_says_what_is_to_be_acknowledged() {
        // When
        String body = voter.open("/qkk/").body();

        // Then
        assertThat(body)
                .contains("<strong>1</strong> bulletin is to be acknowledged.")
                .contains("Winter &lt;b&gt;rota&lt;/b&gt;</a> is to be acknowledged by Cromer Group Practice.");
        assertThat(manager.open("/qkk/").body()).doesNotContain("to be acknowledged.</p>", "bulletin is to be");
    }
}
