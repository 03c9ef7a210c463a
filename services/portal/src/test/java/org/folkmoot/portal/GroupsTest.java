package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups, their constitutions and seats; mandates. */
@PortalTest
class GroupsTest {

    private static final String GROUPS = "/qkk/groups/";
    private static final String GROUP = GROUPS + "0198c3a2-0000-7000-8000-0000000000d1/";
    private static final String MANDATE = "/qkk/mandates/0198c3a2-0000-7000-8000-0000000000c1/";
    private static final Pattern FIELD =
            Pattern.compile("<input[^>]* name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"|<select[^>]* name=\"([^\"]+)\"");

    @Inject
    Portal portal;

    private Browser administrator;
    private Browser voter;

    @BeforeEach
    void begin() {
        portal.begin();
        administrator = Visitors.as(Roles.ICS_ADMIN);
        voter = Visitors.as(Roles.PRACTICE_VOTER);
        Portal.play("");
    }

    @Test
    void a_groups_standing_is_shown_as_numbers_and_shares() {
        // When
        String list = voter.open(GROUPS).body();
        String page = voter.open(GROUP).body();
        Page file = voter.open(GROUPS + "?format=csv");

        // Then
        assertThat(list).contains("Mandated").contains("3 of 4 (75%)").contains("74,120 of 76,220 (97.2%)");
        assertThat(page)
                .contains("2 of 2 (100%)")
                .contains("Access, continuity and prevention for all of Norfolk.")
                .contains("Dr Cora Chair. Elected by a ballot")
                .contains("Vacant")
                .contains("Waits for a second person")
                .doesNotContain("Fill<span", "Propose a new version");
        assertThat(file.body()).startsWith("Group,Standing,").contains("Norfolk GP Voice,mandated,3,4,74120");
    }

    @Test
    void a_constitution_says_its_rules_in_words_and_is_confirmed_by_a_second_person() {
        // Given
        Page version = Visitors.as(Roles.GROUP_SECRETARY).open(GROUP + "constitutions/2/");

        // When
        Page confirmed = Visitors.as(Roles.GROUP_SECRETARY)
                .fill(version, GROUP + "constitutions/2/settle/", Map.of("step", "confirm", "tag", "\"7\""));

        // Then
        assertThat(version.body())
                .contains("at least 2/3 of the votes for and against")
                .contains("More than 1/2 of its practices")
                .contains("Single transferable vote, surpluses by Meek&#39;s method")
                .contains("Confirm this version");
        assertThat(confirmed.body()).contains("The version is confirmed.");
        assertThat(voter.open(GROUP + "constitutions/2/").body()).doesNotContain("Confirm this version");
    }

    @Test
    void a_group_is_founded_with_the_rules_that_stand_in_the_form() {
        // Given
        Page form = administrator.open(GROUPS + "add/");
        Map<String, String> fields = fields(form);
        fields.put("name", "Norfolk GP Voice");
        fields.put("kind", "ics");
        fields.put("codes", "");
        fields.put("reason", "To have one voice");
        fields.put("seat-1-name", "Coast & Broads");
        fields.put("seat-1-kind", "pcn");
        fields.put("seat-1-codes", "u12345");
        fields.put("seat-1-months", "24");

        // When
        Page founded = administrator.fill(form, GROUPS + "add/", fields);

        // Then
        assertThat(founded.body()).contains("The group is founded.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /mandate/groups ")
                        && asked.contains("\"seat\":\"coast-broads\"")
                        && asked.contains("\"constituency\":[\"U12345\"]")
                        && asked.contains(
                                "{\"name\":\"patients\",\"franchise\":\"registered-list\",\"atLeast\":\"1/2\","
                                        + "\"strict\":true,\"base\":\"electorate\",\"leastFor\":0}")
                        && asked.contains("\"standing\":[{\"of\":\"practices\",\"atLeast\":\"1/2\",\"strict\":true}]")
                        && asked.contains("\"annulledBy\":\"group-secretary\""));
    }

    @Test
    void more_rows_are_given_without_losing_what_was_entered_and_mistakes_are_pointed_at() {
        // Given
        Page form = administrator.open(GROUPS + "add/");
        Map<String, String> fields = fields(form);
        fields.put("name", "Norfolk GP Voice");
        fields.put("reason", "");
        fields.put("seat-0-months", "many");

        // When
        Page wrong = administrator.fill(form, GROUPS + "add/", fields);
        fields.put("step", "more");
        Page more = administrator.fill(form, GROUPS + "add/", fields);

        // Then
        assertThat(wrong.body())
                .contains("Enter the reason")
                .contains("href=\"#seat-0-months\"")
                .contains("value=\"Norfolk GP Voice\"");
        assertThat(more.body()).contains("name=\"seat-7-name\"").doesNotContain("There is a problem");
        assertThat(Portal.asked()).noneMatch(asked -> asked.startsWith("POST "));
    }

    @Test
    void a_row_that_is_filled_in_part_is_pointed_at_and_not_left_out() {
        // Given
        Page form = administrator.open(GROUPS + "add/");
        Map<String, String> fields = fields(form);
        fields.put("name", "Norfolk GP Voice");
        fields.put("reason", "To have one voice");
        fields.put("seat-2-codes", "U12345");
        fields.put("ordinary-class-0-leastFor", "3x");
        fields.put("ordinary-class-1-atLeast", "1/2");
        fields.put("power-quorum-1-class", "patients");

        // When
        Page wrong = administrator.fill(form, GROUPS + "add/", fields);

        // Then
        assertThat(wrong.body())
                .contains("href=\"#seat-2-name\"", "Enter the name of the seat, or leave its row empty")
                .contains("href=\"#ordinary-class-0-leastFor\"", "must be a whole number, or nothing")
                .contains("href=\"#ordinary-class-1-franchise\"", "choose who votes, or clear the fields")
                .contains("href=\"#power-quorum-1-measure\"", "choose what the quorum counts, or clear its fields")
                .doesNotContain("href=\"#seat-1-name\"", "href=\"#mandate-class-1-franchise\"");
        assertThat(Portal.asked()).noneMatch(asked -> asked.startsWith("POST "));
    }

    @Test
    void a_new_version_begins_with_the_one_in_force() {
        // Given
        Page form = administrator.open(GROUP + "constitutions/add/");
        Map<String, String> fields = fields(form);
        fields.put("reason", "Clearer");

        // When
        Page proposed = administrator.fill(form, GROUP + "constitutions/add/", fields);

        // Then
        assertThat(form.body()).contains("value=\"Norfolk Coastal PCN\"");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /mandate/groups/")
                        && asked.contains("If-Match=\"7\"")
                        && asked.contains("\"transfer\":\"meek\"")
                        && asked.contains("\"seat\":\"coastal\""));
        assertThat(proposed.address().getPath()).endsWith("/constitutions/3/");
    }

    @Test
    void a_seat_is_filled_and_vacated() {
        // Given
        Page search = administrator.open(GROUP + "seats/coastal/fill/");
        Page fill = administrator.open(GROUP + "seats/coastal/fill/?q=nina");
        Page vacate = administrator.open(GROUP + "terms/0198c3a2-0000-7000-8000-0000000000a9/vacate/");
        var term = new HashMap<String, String>(Map.of(
                "q",
                "nina",
                "cameBy",
                "appointed",
                "organisation",
                "u12345",
                "from-day",
                "1",
                "from-month",
                "1",
                "from-year",
                "2027"));
        term.put("holder", "a-stranger");

        // When
        Page wrong = administrator.fill(fill, GROUP + "seats/coastal/fill/", term);
        term.put("holder", "0f0e0d0c-1111-4222-8333-444455556666");
        term.putAll(Map.of("until-day", "31", "until-month", "12", "until-year", "2027"));
        Page filled = administrator.fill(fill, GROUP + "seats/coastal/fill/", term);
        Page vacated = administrator.fill(
                vacate,
                GROUP + "terms/0198c3a2-0000-7000-8000-0000000000a9/vacate/",
                Map.of("on-day", "31", "on-month", "12", "on-year", "2026", "reason", "Retires", "tag", "\"7\""));

        // Then
        assertThat(search.body())
                .contains("Who takes it?")
                .doesNotContain("Which of them?", "method=\"post\" action=\"/qkk/groups");
        assertThat(fill.body())
                .contains("Nina New", "Acts for D82001", "Nina &lt;i&gt;Newer&lt;/i&gt;")
                .contains("Who chairs us")
                .doesNotContain("Agree the 2027", "@example.org");
        assertThat(wrong.body()).contains("href=\"#holder\"").contains("Choose the person");
        assertThat(wrong.body()).contains("The last day must be a real date");
        assertThat(filled.body()).contains("The seat is filled.");
        assertThat(vacated.body()).contains("The seat will be vacant.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/seats/coastal/terms ")
                        && asked.contains("\"holder\":\"0f0e0d0c-1111-4222-8333-444455556666\"")
                        && asked.contains("\"holderName\":\"Nina New\"")
                        && asked.contains("\"organisation\":\"U12345\""))
                .anyMatch(asked -> asked.startsWith("GET /tenants/people/names?q=nina "))
                .anyMatch(asked -> asked.contains("/vacancy ") && asked.contains("\"on\":\"2026-12-31\""));
    }

    @Test
    void a_mandate_shows_every_practices_position_and_who_has_said_nothing() {
        // When
        String page = voter.open(MANDATE).body();
        String awaiting = voter.open(MANDATE + "?show=awaiting").body();
        Page file = voter.open(MANDATE + "?format=csv");
        String list = voter.open("/qkk/mandates/").body();

        // Then
        assertThat(page)
                .contains("Agree local enhanced service terms")
                .contains("Withdrawn")
                .contains("We were not heard")
                .contains("Withdraw it for your practice")
                .contains("<svg");
        assertThat(awaiting)
                .contains("Awaiting: has said nothing")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; Surgery")
                .doesNotContain("Fleggburgh");
        assertThat(file.body()).startsWith("Practice,Name,Position");
        assertThat(list.indexOf("Winter pressures")).isLessThan(list.indexOf("Speak for us at the ICB"));
        assertThat(administrator.open(MANDATE).body()).doesNotContain("Withdraw it for your practice");
    }

    @Test
    void a_practice_withdraws_its_mandate_after_saying_that_it_is_sure() {
        // Given
        Page form = voter.open(MANDATE + "withdraw/");

        // When
        Page unsure =
                voter.fill(form, MANDATE + "withdraw/", Map.of("practice", "D82001", "reason", "x", "tag", "\"7\""));
        Page done = voter.fill(
                form,
                MANDATE + "withdraw/",
                Map.of("practice", "D82001", "reason", "We were not heard", "sure", "yes", "tag", "\"7\""));

        // Then
        assertThat(unsure.body()).contains("Tick the box to say that the practice has decided this");
        assertThat(done.body()).contains("The mandate is withdrawn for this practice.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("PUT /mandate/mandates/")
                        && asked.contains("/positions/D82001/withdrawal")
                        && asked.contains("If-Match=\"7\""));
    }

    /** What a browser would send if nothing was changed: the fields with a value, and what is chosen in each list. */
    private static Map<String, String> fields(Page page) {
        var fields = new HashMap<String, String>();
        var found = FIELD.matcher(page.body());
        while (found.find()) {
            if (found.group(1) == null) {
                String list = page.body().substring(found.end(), page.body().indexOf("</select>", found.end()));
                var chosen = Pattern.compile("<option value=\"([^\"]*)\"[^>]* selected")
                        .matcher(list);
                var first = Pattern.compile("<option value=\"([^\"]*)\"").matcher(list);
                fields.put(found.group(3), chosen.find() ? chosen.group(1) : first.find() ? first.group(1) : "");
            } else if (!found.group().contains("type=\"radio\"")
                    && (!found.group().contains("type=\"checkbox\"") || isTicked(page, found.end()))) {
                fields.put(found.group(1), found.group(2).replace("&quot;", "\""));
            }
        }
        return fields;
    }

    private static boolean isTicked(Page page, int from) {
        return page.body().substring(from, page.body().indexOf('>', from)).contains("checked");
    }
}
