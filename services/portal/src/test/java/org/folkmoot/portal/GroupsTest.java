package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups, their constitutions and seats; mandates. */
@PortalTest
class GroupsTest {

    private static final String GROUPS = "/qkk/groups/";
    private static final String ADD = GROUPS + "add/";
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
                .contains("Those of some PCNs: Norfolk Coastal PCN (U12345), U54321.")
                .contains("/qkk/organisations/U12345/\">Norfolk Coastal PCN (U12345)</a>")
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
    void what_a_group_said_before_that_it_is_for_can_be_read_with_the_ballots_that_adopted_it() {
        // Given
        Browser observer = Visitors.as(Roles.ICS_OBSERVER);

        // When
        String now = observer.open(GROUP).body();
        String versions = observer.open(GROUP + "purposes/").body();

        // Then
        assertThat(now).contains("href=\"" + GROUP + "purposes/\"");
        assertThat(versions)
                .containsSubsequence("Version 2", "Version 1", "Access for &lt;b&gt;all&lt;/b&gt;.", "1 May 2025")
                .contains("/qkk/ballots/0198c3a2-0000-7000-8000-0000000000b2/");
    }

    @Test
    void a_group_is_founded_step_by_step_and_checked_before_anything_is_sent() {
        // Given
        Page seats = go(
                go(administrator.open(ADD), Map.of("name", "Norfolk GP Voice")),
                Map.of("kind", "pcns", "codes", "u12345 u54321"));
        Page seat = press(seats, "add", Map.of());
        Page more = go(
                seat,
                Map.of(
                        "seat-1-name", "Coast & Broads",
                        "seat-1-kind", "pcn",
                        "seat-1-codes", "u12345",
                        "seat-1-months", "24"));
        Page check = go(
                go(go(go(go(more, Map.of()), Map.of("questions", "mandate")), Map.of()), Map.of()),
                Map.of("reason", "To have one voice"));
        assertThat(Portal.asked()).noneMatch(asked -> asked.startsWith("POST "));

        // When
        Page founded = press(check, "send", Map.of());

        // Then
        assertThat(seats.body()).contains("Which seats does it have?", "Found a group: step 3 of 7");
        assertThat(more.body()).contains("Coast &amp; Broads", "PCN (U12345), 24 months");
        assertThat(check.body())
                .contains(
                        "Check your answers",
                        "Norfolk GP Voice",
                        "Those of some PCNs: Norfolk Coastal PCN (U12345), U54321")
                .contains("at least 2/3 of the votes for and against", "more than 1/2 of the whole electorate")
                .contains("More than 1/2 of its practices", "24 months", "To have one voice")
                .doesNotContain("Not answered yet", "There is a problem", "The statement of purpose");
        assertThat(founded.body()).contains("The group is founded.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /mandate/groups ")
                        && asked.contains("\"footprint\":{\"kind\":\"pcns\",\"codes\":[\"U12345\",\"U54321\"]}")
                        && asked.contains("\"seat\":\"coast-broads\"")
                        && asked.contains("\"constituency\":[\"U12345\"]")
                        && asked.contains(
                                "{\"name\":\"patients\",\"franchise\":\"registered-list\",\"atLeast\":\"1/2\","
                                        + "\"strict\":true,\"base\":\"electorate\",\"leastFor\":0}")
                        && asked.contains("\"standing\":[{\"of\":\"practices\",\"atLeast\":\"1/2\",\"strict\":true}]")
                        && asked.contains("\"annulledBy\":\"group-secretary\""));
    }

    @Test
    void where_there_is_no_place_to_choose_none_is_spoken_of() {
        // Given
        Portal.play("registry=empty");

        // When
        Page footprint = go(administrator.open(ADD), Map.of("name", "Coast GP Voice"));

        // Then
        assertThat(footprint.body())
                .contains("Unless it is the whole ICS: of the locations, PCNs or practices")
                .doesNotContain("places");
    }

    @Test
    void a_group_is_founded_for_places_that_are_chosen_by_their_names() {
        // Given
        String place = "0198c3a2-0000-7000-8000-0000000000c6";
        Page footprint = go(administrator.open(ADD), Map.of("name", "Coast GP Voice"));
        Page none = go(footprint, Map.of("kind", "places"));
        Page seats = go(none, Map.of("kind", "places", "places", place));
        Page start = administrator.open(ADD + "?page=start&draft=" + field(seats, "draft"));
        Page check = go(start, Map.of("reason", "To have one voice"));

        // When
        press(check, "send", Map.of());

        // Then
        assertThat(footprint.body())
                .contains("Those of some places", "North Norfolk", "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert(1)");
        assertThat(none.body()).contains("href=\"#places\"", "Choose at least one place");
        assertThat(check.body()).contains("Those of some places: North Norfolk");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /mandate/groups ")
                        && asked.contains("\"footprint\":{\"kind\":\"places\",\"codes\":[\"" + place + "\"]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "footprint",
                "seats",
                "seat-0",
                "seat-1",
                "questions",
                "majority-mandate",
                "majority-seat",
                "quorum-ordinary",
                "counting-seat",
                "counting-power",
                "standing",
                "mandates",
                "start",
                "check"
            })
    void every_page_of_the_form_is_whole_and_has_a_way_on(String name) {
        // Given
        String draft = field(go(administrator.open(ADD), Map.of("name", "Norfolk GP Voice")), "draft");

        // When
        Page page = administrator.open(ADD + "?page=" + name + "&draft=" + draft);

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .containsOnlyOnce("<h1")
                .contains("</html>", "name=\"page\" value=\"" + name + "\"", "value=\"" + draft + "\"")
                .containsPattern("<button[^>]* name=\"step\"[^>]* value=\"(next|send)\"")
                .doesNotContain("NOT_FOUND", "style=\"", "There is a problem");
    }

    @Test
    void sending_the_last_page_twice_asks_for_one_group() {
        // Given
        Page name = go(administrator.open(ADD), Map.of("name", "Norfolk GP Voice"));
        Page start = administrator.open(ADD + "?page=start&draft=" + field(name, "draft"));
        Page check = go(start, Map.of("reason", "To have one voice"));

        // When
        press(check, "send", Map.of());
        press(check, "send", Map.of());
        press(go(administrator.open(link(check, "page=name")), Map.of("name", "Another")), "send", Map.of());

        // Then
        List<String> keys = Portal.asked().stream()
                .filter(asked -> asked.startsWith("POST /mandate/groups "))
                .map(asked -> asked.replaceFirst(".* Key=(\\S+) .*", "$1"))
                .toList();
        assertThat(keys).hasSize(3);
        assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2)).hasSize(36);
    }

    @Test
    void an_answer_is_changed_from_the_last_page_which_is_shown_again() {
        // Given
        Page name = go(administrator.open(ADD), Map.of("name", "Norfolk GP Voice"));
        Page check = administrator.open(ADD + "?page=check&draft=" + field(name, "draft"));

        // When
        Page quorum = administrator.open(link(check, "page=quorum-ordinary"));
        Page changed = go(quorum, Map.of("ordinary-quorum-0-measure", "number", "ordinary-quorum-0-atLeast", "10"));

        // Then
        assertThat(quorum.body()).contains("An ordinary question", "How many must take part?");
        assertThat(changed.body())
                .contains("Check your answers", "More than 10 must vote; an abstention counts", "Norfolk GP Voice");
    }

    @Test
    void going_back_loses_nothing_that_was_entered() {
        // Given
        Page footprint = go(administrator.open(ADD), Map.of("name", "Norfolk GP Voice"));

        // When
        Page back = press(footprint, "back", Map.of("kind", "practices", "codes", ""));
        Page forth = go(back, Map.of());
        Page seats = go(forth, Map.of("codes", "D82001"));
        Page noSeat = press(press(seats, "add", Map.of()), "back", Map.of());

        // Then
        assertThat(back.body()).contains("value=\"Norfolk GP Voice\"").doesNotContain("There is a problem");
        assertThat(fields(forth)).containsEntry("kind", "practices");
        assertThat(noSeat.body()).contains("Which seats does it have?").doesNotContain("Without a name");
    }

    @Test
    void a_seat_is_changed_and_removed() {
        // Given
        Page name = go(administrator.open(ADD), Map.of("name", "Norfolk GP Voice"));
        Page seats = administrator.open(ADD + "?page=seats&draft=" + field(name, "draft"));

        // When
        Page changed = go(administrator.open(link(seats, "page=seat-0")), Map.of("seat-0-name", "The chair"));
        Page removed = press(administrator.open(link(changed, "page=seat-0")), "remove", Map.of());

        // Then
        assertThat(changed.body()).contains("The chair");
        assertThat(removed.body()).contains("It has none yet.");
    }

    @Test
    void what_is_missing_is_pointed_at_on_its_page_and_on_the_last_one() {
        // When
        Page empty = go(administrator.open(ADD), Map.of("name", " "));
        Page check = administrator.open(ADD + "?page=check&draft=" + field(empty, "draft"));
        Page refused = press(check, "send", Map.of());
        Page majority = go(
                administrator.open(link(check, "page=majority-ordinary")),
                Map.of("ordinary-class-1-atLeast", "1/2", "ordinary-class-0-leastFor", "3x"));

        // Then
        assertThat(empty.body()).contains("There is a problem", "href=\"#name\"", "Enter the name of the group");
        assertThat(check.body()).contains("Not answered yet").doesNotContain("There is a problem");
        assertThat(refused.body()).contains("There is a problem", "Enter the name of the group", "Enter the reason");
        assertThat(refused.body()).containsPattern("page=start&amp;changing=yes#reason");
        assertThat(majority.body())
                .contains("href=\"#ordinary-class-1-franchise\"", "Choose who votes, or clear the fields")
                .contains("href=\"#ordinary-class-0-leastFor\"", "must be a whole number, or nothing");
        assertThat(Portal.asked()).noneMatch(asked -> asked.startsWith("POST "));
    }

    @Test
    void what_the_service_refuses_is_said_on_the_last_page_with_the_way_to_mend_it() {
        // Given
        Page name = go(administrator.open(ADD), Map.of("name", "Norfolk GP Voice"));
        Page check = go(
                administrator.open(ADD + "?page=start&draft=" + field(name, "draft")), Map.of("reason", "One voice"));
        Portal.play("mandate=refusing");

        // When
        Page refused = press(check, "send", Map.of());

        // Then
        assertThat(refused.body()).contains("There is a problem", "Check your answers", "Norfolk GP Voice");
    }

    @Test
    void a_session_that_ends_between_two_pages_costs_nothing() {
        // Given
        Browser browser = Visitors.fresh(Roles.ICS_ADMIN);
        Page footprint = go(browser, browser.open(ADD), Map.of("name", "Norfolk GP Voice"));
        Portal.endSessions();

        // When
        Page again = go(browser, footprint, Map.of("kind", "pcns", "codes", "u12345"));
        Page seats = go(browser, again, Map.of());
        Page check = browser.open(ADD + "?page=check&draft=" + field(seats, "draft"));

        // Then
        assertThat(again.body()).contains("Nothing is lost", "Whose practices does it speak for?", "value=\"u12345\"");
        assertThat(check.body()).contains("Norfolk GP Voice", "Those of some PCNs: Norfolk Coastal PCN (U12345)");
    }

    @Test
    void answers_are_there_for_nobody_else_and_it_is_said_when_they_are_gone() {
        // Given
        Page footprint = go(administrator.open(ADD), Map.of("name", "Norfolk GP Voice"));
        String address = ADD + "?page=check&draft=" + field(footprint, "draft");
        PortalRealm.of("qkk").person("ada-the-third", List.of(Roles.ICS_ADMIN), List.of("QKK"));

        // When
        Page others = new Browser().signIn(address, "ada-the-third");
        Portal.forgetAll();
        Browser browser = Visitors.as(Roles.ICS_ADMIN);
        Page gone = browser.submit(
                browser.open(ADD),
                ADD,
                Map.of(
                        "draft", field(footprint, "draft"),
                        "page", "footprint",
                        "kind", "pcns",
                        "codes", "u12345",
                        "step", "next"));

        // Then
        assertThat(others.body()).contains("What is the group called?").doesNotContain("Norfolk GP Voice");
        assertThat(gone.body()).contains("What you had entered is no longer kept.", "What is the group called?");
        assertThat(browser.open(ADD + "?page=footprint&draft=" + field(gone, "draft"))
                        .body())
                .contains("value=\"u12345\"");
    }

    @Test
    void answers_that_grow_from_page_to_page_are_kept_up_to_a_length_and_no_further() {
        // Given
        String draft = field(go(administrator.open(ADD), Map.of("name", "Norfolk GP Voice")), "draft");

        // When
        Page first = sent(draft, "seat-0", much("seat-0-"));
        Page second = sent(draft, "majority-ordinary", much("ordinary-class-"));

        // Then
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(413);
        assertThat(second.body()).contains("is too long", "Go back and shorten it.");
        assertThat(administrator.open(ADD + "?page=name&draft=" + draft).body()).contains("value=\"Norfolk GP Voice\"");
    }

    private static Map<String, String> much(String prefix) {
        var fields = new HashMap<String, String>();
        for (int at = 0; at < 15; at++) {
            fields.put(prefix + at, "x".repeat(50_000));
        }
        return fields;
    }

    private Page sent(String draft, String page, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.putAll(Map.of("draft", draft, "page", page, "step", "next"));
        return administrator.submit(administrator.open(ADD), ADD, all);
    }

    @Test
    void a_new_version_begins_with_the_one_in_force() {
        // Given
        String path = GROUP + "constitutions/add/";
        Page start = administrator.open(path);

        // When
        Page check = go(administrator, start, path, Map.of("reason", "Clearer"));
        Page proposed = press(administrator, check, path, "send", Map.of());

        // Then
        assertThat(start.body()).contains("From when, and why?");
        assertThat(check.body())
                .contains("Norfolk Coastal PCN", "surpluses by Meek&#39;s method", "Propose this version", "Clearer")
                .contains("What you do not change stays as it is in force now.");
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

    private Page go(Page page, Map<String, String> changes) {
        return go(administrator, page, changes);
    }

    private Page press(Page page, String button, Map<String, String> changes) {
        return press(administrator, page, ADD, button, changes);
    }

    private static Page go(Browser browser, Page page, Map<String, String> changes) {
        return go(browser, page, ADD, changes);
    }

    private static Page go(Browser browser, Page page, String path, Map<String, String> changes) {
        return press(browser, page, path, "next", changes);
    }

    /** Fills in a page as it stands but for these fields, and presses a button. */
    private static Page press(Browser browser, Page page, String path, String button, Map<String, String> changes) {
        Map<String, String> fields = fields(page);
        fields.putAll(changes);
        fields.put("step", button);
        return browser.fill(page, path, fields);
    }

    private static String field(Page page, String name) {
        return Objects.requireNonNull(fields(page).get(name), name);
    }

    /** The address of a link in the form that has this in it. */
    private static String link(Page page, String part) {
        var link = Pattern.compile("href=\"(/qkk/groups/[^\"]*" + part + "[^\"]*)\"")
                .matcher(page.body());
        assertThat(link.find()).as(part).isTrue();
        return link.group(1).replace("&amp;", "&");
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
            } else if (!isChoice(found.group()) || isTicked(page, found.end())) {
                fields.put(found.group(1), found.group(2).replace("&quot;", "\""));
            }
        }
        return fields;
    }

    private static boolean isChoice(String input) {
        return input.contains("type=\"radio\"") || input.contains("type=\"checkbox\"");
    }

    private static boolean isTicked(Page page, int from) {
        return page.body().substring(from, page.body().indexOf('>', from)).contains("checked");
    }
}
