package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, for everybody: whoever may see it sees it, nobody else does, and it is whole. */
@PortalTest
class PagesTest {

    @Inject
    Portal portal;

    @BeforeEach
    void begin() {
        portal.begin();
    }

    static Stream<String> roles() {
        return Stream.concat(Roles.OF_AN_ICS.stream(), Roles.OF_THE_PLATFORM.stream())
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void who_may_see_a_page_sees_it_and_nobody_else(String role) {
        // Given
        Browser browser = Visitors.as(role);

        for (PortalPage page : PortalPage.values()) {
            // When
            Page seen = browser.open("/" + Visitors.ics(role) + address(page));

            // Then
            assertThat(seen.status()).as(page + " for " + role).isEqualTo(page.isFor(Set.of(role)) ? 200 : 403);
        }
    }

    @Test
    void every_page_is_whole_and_safe() throws IOException {
        Files.createDirectories(Path.of("target/pages"));
        for (PortalPage page : PortalPage.values()) {
            // Given
            String role = page.audience().roles().contains(Roles.ICS_ADMIN)
                    ? Roles.ICS_ADMIN
                    : page.audience().roles().stream().sorted().findFirst().orElseThrow();

            // When
            Page seen = Visitors.as(role).open("/" + Visitors.ics(role) + address(page));

            // Then
            Files.writeString(Path.of("target/pages", page + ".html"), seen.body());
            assertThat(seen.body())
                    .as(page.toString())
                    .containsOnlyOnce("<h1")
                    .contains("</html>")
                    .doesNotContain("<script>alert", "NOT_FOUND", "style=\"", "onclick=")
                    .doesNotContainPattern("<script(?! src=| type=\"module\" src=)");
            assertThat(seen.header("Content-Security-Policy"))
                    .startsWith("default-src 'self';")
                    .contains("frame-ancestors 'none'");
            assertThat(seen.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(seen.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(seen.header("Cache-Control")).isEqualTo("no-store");
            assertThat(seen.header("Content-Type")).startsWith("text/html");
        }
    }

    @Test
    void the_navigation_holds_what_the_person_may_see() {
        // When
        List<String> director =
                navigation(Visitors.as(Roles.PCN_CLINICAL_DIRECTOR).open("/qkk/"));
        List<String> administrator = navigation(Visitors.as(Roles.ICS_ADMIN).open("/qkk/"));
        List<String> operator = navigation(Visitors.as(Roles.PLATFORM_OPERATOR).open("/platform/"));

        // Then
        assertThat(director)
                .containsExactly(
                        "Home",
                        "Directory",
                        "Practices",
                        "PCNs",
                        "Neighbourhoods",
                        "Teams",
                        "Referrals",
                        "Ballots",
                        "Motions",
                        "Groups",
                        "Mandates",
                        "Powers",
                        "Decisions",
                        "Actions",
                        "Enquiries",
                        "Meetings",
                        "Priorities",
                        "Representation",
                        "Recommendations",
                        "Bulletins");
        assertThat(administrator)
                .containsExactly(
                        "Home",
                        "Directory",
                        "Practices",
                        "PCNs",
                        "Neighbourhoods",
                        "Teams",
                        "Ballots",
                        "Motions",
                        "Groups",
                        "Mandates",
                        "Powers",
                        "Decisions",
                        "Actions",
                        "Enquiries",
                        "Meetings",
                        "Priorities",
                        "Representation",
                        "Recommendations",
                        "Bulletins",
                        "Findings",
                        "People",
                        "External systems");
        assertThat(navigation(Visitors.as(Roles.ICS_OBSERVER).open("/qkk/")))
                .as("actions name people")
                .contains("Decisions", "Meetings")
                .doesNotContain("Actions", "Recommendations");
        assertThat(navigation(Visitors.as(Roles.CASE_MANAGER).open("/qkk/")))
                .containsExactly(
                        "Home", "Directory", "Practices", "PCNs", "Neighbourhoods", "Teams", "Referrals", "Enquiries");
        assertThat(operator).containsExactly("Home", "Directory", "Findings", "Releases", "ICSs");
    }

    @Test
    void what_is_not_there_is_told_as_a_page_with_a_way_on() {
        // When
        Page page = Visitors.as(Roles.PCN_CLINICAL_DIRECTOR).open("/qkk/pcns/U99999/");

        // Then
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("Page not found").contains("href=\"/qkk/\"");
    }

    @Test
    void a_program_gets_a_problem_and_no_page() {
        // Given
        Browser program = Visitors.fresh(Roles.PCN_CLINICAL_DIRECTOR).with("Accept", "application/json");

        // When
        Page answer = program.open("/qkk/pcns/U99999/");

        // Then
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void a_program_is_offered_nothing_to_call() {
        // When / Then
        assertThat(new Browser().open("/q/openapi").status()).isEqualTo(404);
    }

    @Test
    void lists_with_nothing_in_them_say_so() {
        // Given
        Browser director = Visitors.as(Roles.PCN_CLINICAL_DIRECTOR);
        Browser administrator = Visitors.as(Roles.ICS_ADMIN);
        Portal.play("registry=empty&tenants=empty&mandate=empty&executive=empty&neighbourhood=empty");

        // When / Then
        assertThat(director.open("/qkk/directory/?q=zzz").body()).contains("Nothing was found.");
        assertThat(administrator.open("/qkk/findings/").body()).contains("There is none.");
        assertThat(administrator.open("/qkk/people/?q=zzz").body()).contains("Nobody was found.");
        for (String list : List.of(
                "ballots",
                "motions",
                "objections",
                "readings",
                "groups",
                "mandates",
                "powers",
                "decisions",
                "forward-plan",
                "actions",
                "enquiries",
                "asks",
                "meetings",
                "agenda-items",
                "priorities",
                "representation",
                "sittings",
                "recommendations",
                "bulletins",
                "teams",
                "measures",
                "referrals",
                "gp-updates")) {
            assertThat(director.open("/qkk/" + list + "/").body())
                    .as(list)
                    .containsPattern("<p role=\"status\">There is (none|no group)");
        }
    }

    @Test
    void a_table_can_be_taken_along_as_a_file() {
        // When
        Page file = Visitors.as(Roles.PCN_CLINICAL_DIRECTOR).open("/qkk/directory/?q=cromer&format=csv");

        // Then
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.body()).startsWith("Code,Kind,Name");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /registry/directory/organisations?q=cromer "));
    }

    @Test
    void a_list_is_put_in_another_order_on_the_page_on_the_next_one_and_in_the_file() {
        // Given
        Browser administrator = Visitors.as(Roles.ICS_ADMIN);
        Portal.play("");

        // When
        String found = administrator.open("/qkk/directory/?q=cromer&sort=name").body();
        String findings = administrator.open("/qkk/findings/?sort=newest").body();
        String people = administrator.open("/qkk/people/?sort=name").body();
        administrator.open("/qkk/people/?sort=name&format=csv");
        administrator.open("/qkk/people/?sort=shoes");
        String contacts = administrator.open("/qkk/contacts/?sort=confirmed").body();
        administrator.open("/qkk/contacts/?sort=shoes");
        administrator.open("/qkk/capabilities/?sort=title&format=csv");
        administrator.open("/qkk/backlogs/?sort=waiting");
        administrator.open("/qkk/dspt/?sort=status");

        // Then
        assertThat(found)
                .contains("q=cromer&amp;sort=name&amp;cursor=abc", "q=cromer&amp;sort=name&amp;format=csv")
                .contains("<a href=\"/qkk/pcns/U12345/\">Norfolk Coastal PCN</a>");
        assertThat(findings).contains("sort=newest&amp;format=xlsx");
        assertThat(people).contains("sort=name&amp;format=csv");
        assertThat(contacts).contains("sort=confirmed&amp;format=xlsx");
        assertThat(Portal.asked())
                .anyMatch(
                        asked -> asked.startsWith("GET /registry/directory/organisations?q=cromer&sort=name&limit=25 "))
                .anyMatch(
                        asked -> asked.startsWith("GET /registry/directory/findings?state=open&sort=newest&limit=25 "))
                .anyMatch(asked -> asked.startsWith("GET /tenants/people?sort=name&limit=25 "))
                .anyMatch(asked -> asked.startsWith("GET /tenants/people?sort=name "))
                .anyMatch(asked -> asked.startsWith("GET /tenants/people?limit=25 "))
                .anyMatch(asked -> asked.startsWith("GET /registry/contacts?sort=confirmed&limit=25 "))
                .anyMatch(asked -> asked.startsWith("GET /registry/contacts?limit=25 "))
                .anyMatch(asked -> asked.startsWith("GET /registry/shared-capabilities?sort=title "))
                .anyMatch(asked -> asked.startsWith("GET /registry/backlog-returns?sort=waiting&limit=25 "))
                .anyMatch(asked -> asked.startsWith("GET /registry/dspt-statuses?sort=status&limit=25 "));
    }

    @Test
    void who_joined_and_who_left_and_a_practices_list_over_time_can_be_taken_along() {
        // Given
        Browser director = Visitors.as(Roles.PCN_CLINICAL_DIRECTOR);

        // When
        Page changes = director.open("/qkk/pcns/U12345/changes/?format=csv");
        Page lists = director.open("/qkk/practices/D82001/?format=csv");

        // Then
        assertThat(changes.header("Content-Disposition")).contains("U12345-changes.csv");
        assertThat(changes.body())
                .startsWith("Day,Practice,Name,Change")
                .contains("2023-03-31,D82009,Sheringham Old Surgery,left");
        assertThat(lists.body()).startsWith("Counted on,Registered patients").contains("2025-04-01,12980");
    }

    @Test
    void the_icss_of_the_platform_are_sorted_and_taken_along() {
        // Given
        Browser operator = Visitors.as(Roles.PLATFORM_OPERATOR);

        // When
        String byName = operator.open("/platform/icss/").body();
        String byState = operator.open("/platform/icss/?sort=state").body();
        Page file = operator.open("/platform/icss/?format=csv");

        // Then
        assertThat(byName).contains("In the order of names.");
        assertThat(byName.indexOf("NHS Gloucestershire")).isLessThan(byName.indexOf("NHS Norfolk"));
        assertThat(byState).contains("Newest state first.");
        assertThat(file.body()).startsWith("ICS,Code,State,Since");
    }

    @Test
    void rows_that_were_held_back_can_be_taken_along_without_harm() {
        // When
        Page file = Visitors.as(Roles.PLATFORM_OPERATOR)
                .open("/platform" + address(PortalPage.REPORT) + "?format=csv&reason=code-malformed");

        // Then
        assertThat(file.body()).contains("epraccur.csv,17,code-malformed").doesNotContain("date-malformed");
    }

    @Test
    void the_first_page_says_what_a_director_looks_for_in_plain_words() {
        // When
        String body = Visitors.as(Roles.PCN_CLINICAL_DIRECTOR).open("/qkk/").body();

        // Then
        assertThat(body)
                .contains("Norfolk Coastal PCN", "28,620", "Below the expected 30,000 to 50,000 patients.")
                .contains("joined on 1 April 2021")
                .contains("left; its last day was 31 March 2023");
    }

    private static List<String> navigation(Page page) {
        return Arrays.stream(page.body().split("<a class=\"nhsuk-header__navigation-link", -1))
                .skip(1)
                .map(part -> part.substring(part.indexOf('>') + 1))
                .map(part -> part.replaceFirst("(?s)</a>.*", "")
                        .replaceAll("(?s)<[^>]+>", "")
                        .strip())
                .toList();
    }

    static String address(PortalPage page) {
        return page.example()
                .replace("{practice}", "D82001")
                .replace("{pcn}", "U12345")
                .replace("{board}", "QKK")
                .replace("{case}", "0198c3a2-0000-7000-8000-00000000ca5e")
                .replace("{share}", "0198c3a2-0000-7000-8000-0000000005a0")
                .replace("{year}", "2026")
                .replace("{month}", "2026-04")
                .replace("{link}", "0198c3a2-0000-7000-8000-0000000000c1")
                .replace("{body}", "0198c3a2-0000-7000-8000-0000000000c2")
                .replace("{neighbourhood}", "0198c3a2-0000-7000-8000-0000000000c4")
                .replace("{place}", "0198c3a2-0000-7000-8000-0000000000c6")
                .replace("{contact}", "0198c3a2-0000-7000-8000-0000000000c8")
                .replace("{capability}", "0198c3a2-0000-7000-8000-0000000000ca")
                .replace("{week}", "2026-08-03")
                .replace("{assessed}", "D82001")
                .replace("{person}", "0198c3a2-0000-7000-8000-0000000000a1")
                .replace("{outside}", "0198c3a2-0000-7000-8000-0000000000ec")
                .replace("{finding}", "0198c3a2-0000-7000-8000-0000000000f1")
                .replace("{job}", "0198c3a2-0000-7000-8000-000000000001")
                .replace("{ics}", "qkk")
                .replace("{voter}", "D82001")
                .replace("{seat}", "coastal")
                .replace("{ballot}", "0198c3a2-0000-7000-8000-0000000000b1")
                .replace("{declared}", "0198c3a2-0000-7000-8000-0000000000b2")
                .replace("{motion}", "0198c3a2-0000-7000-8000-0000000000e2")
                .replace("{objection}", "0198c3a2-0000-7000-8000-0000000000ab")
                .replace("{group}", "0198c3a2-0000-7000-8000-0000000000d1")
                .replace("{term}", "0198c3a2-0000-7000-8000-0000000000a9")
                .replace("{mandate}", "0198c3a2-0000-7000-8000-0000000000c1")
                .replace("{reading}", "0198c3a2-0000-7000-8000-000000000091")
                .replace("{decision}", "0198c3a2-0000-7000-8000-000000000e31")
                .replace("{plan}", "0198c3a2-0000-7000-8000-000000000e51")
                .replace("{action}", "0198c3a2-0000-7000-8000-000000000e42")
                .replace("{enquiry}", "0198c3a2-0000-7000-8000-000000000e71")
                .replace("{bulletin}", "0198c3a2-0000-7000-8000-000000000e61")
                .replace("{draft}", "0198c3a2-0000-7000-8000-000000000e62")
                .replace("{ask}", "0198c3a2-0000-7000-8000-000000000e81")
                .replace("{meeting}", "0198c3a2-0000-7000-8000-000000000e12")
                .replace("{priority}", "0198c3a2-0000-7000-8000-000000000e64")
                .replace("{system}", "0198c3a2-0000-7000-8000-000000000e71")
                .replace("{representative}", "0198c3a2-0000-7000-8000-000000000e75")
                .replace("{sitting}", "0198c3a2-0000-7000-8000-000000000e80")
                .replace("{recommendation}", "0198c3a2-0000-7000-8000-000000000e91")
                .replace("{item}", "0198c3a2-0000-7000-8000-000000000e24")
                .replace("{team}", "0198c3a2-0000-7000-8000-000000000f01")
                .replace("{member}", "0198c3a2-0000-7000-8000-000000000f02")
                .replace("{referral}", "0198c3a2-0000-7000-8000-000000000f11")
                .replace("{unsent}", "0198c3a2-0000-7000-8000-000000000f12")
                .replace("{planned}", "0198c3a2-0000-7000-8000-000000000f11")
                .replace("{update}", "0198c3a2-0000-7000-8000-000000000f21")
                .replace("{sharing}", "0198c3a2-0000-7000-8000-000000000f31")
                .replace("{mdt}", "0198c3a2-0000-7000-8000-000000000f41")
                .replace("{patient}", "0198c3a2-0000-7000-8000-000000000f51")
                .replace("{moved}", "0198c3a2-0000-7000-8000-000000000f91")
                .replace("{transfer}", "0198c3a2-0000-7000-8000-000000000f95")
                .replace("{glass}", "0198c3a2-0000-7000-8000-000000000f61")
                .replace("{power}", "0198c3a2-0000-7000-8000-0000000000af");
    }
}
