package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An amount is divided over practices. */
@PortalTest
class FairSharesTest {

    private static final String LIST = "/qkk/fair-shares/";
    private static final String ADD = LIST + "add/";

    @Inject
    Portal portal;

    private Browser administrator;

    @BeforeEach
    void begin() {
        portal.begin();
        administrator = Visitors.as(Roles.ICS_ADMIN);
        Portal.play("");
    }

    @Test
    void an_administrator_divides_an_amount_over_all_practices_as_they_were_on_the_day() {
        // Given
        Page form = administrator.open(ADD);

        // When
        Page divided = administrator.fill(form, ADD, share("set", "all"));

        // Then
        assertThat(divided.address().toString()).endsWith("0198c3a2-0000-7000-8000-0000000005a0/?done=divided");
        assertThat(divided.body()).contains("The amount is divided.", "£6,666.68");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /registry/models?asAt=2026-08-01&limit=500 "))
                .anyMatch(asked -> asked.startsWith("POST /registry/fair-shares ")
                        && asked.contains(
                                "\"amountPence\":1000001,\"rule\":\"registered-list\",\"asAt\":\"2026-08-01\"")
                        && asked.contains("\"practices\":[{\"practice\":\"D82001\"},{\"practice\":\"D82002\"}]"));
    }

    @Test
    void it_is_divided_over_a_network_or_over_practices_with_weights_of_their_own() {
        // Given
        Page form = administrator.open(ADD);

        // When
        administrator.fill(form, ADD, share("set", "network", "network", "u12345"));
        administrator.fill(
                form, ADD, share("rule", "custom-weight", "set", "these", "practices", "d82001 1.5\nD82002 2,000"));

        // Then
        assertThat(Portal.asked())
                .filteredOn(asked -> asked.startsWith("POST /registry/fair-shares "))
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"practices\":[{\"practice\":\"D82001\"}]"),
                        second -> assertThat(second)
                                .contains("\"practices\":[{\"practice\":\"D82001\",\"weight\":1.5},"
                                        + "{\"practice\":\"D82002\",\"weight\":2000}]"));
    }

    @Test
    void a_set_with_nobody_in_it_is_pointed_at_and_nothing_is_lost() {
        // Given
        Page form = administrator.open(ADD);

        // When
        Page none = administrator.fill(form, ADD, share("set", "these", "practices", " "));
        Page nobody = administrator.fill(form, ADD, share("set", "network", "network", "U99999"));
        Page nothing = administrator.submit(form, ADD, Map.of("reason", "By patients"));
        List<String> asked = Portal.asked();
        Portal.play("registry=empty");
        Page empty = administrator.fill(form, ADD, share("set", "all"));

        // Then
        assertThat(none.body())
                .contains("href=\"#practices\"", "Enter at least one practice")
                .containsPattern("name=\"amount\"[^>]*value=\"10,000.01\"")
                .contains("Winter money");
        assertThat(nobody.body())
                .contains("href=\"#network\"", "No practice of the ICS was in that PCN on that day")
                .containsPattern("name=\"network\"[^>]*value=\"U99999\"");
        assertThat(nothing.body())
                .contains("href=\"#title\"", "href=\"#amount\"", "href=\"#rule\"", "href=\"#asAt-day\"")
                .contains("href=\"#set\"", "href=\"#source\"", "By patients")
                .doesNotContain("href=\"#reason\"");
        assertThat(empty.body()).contains("href=\"#set\"", "The ICS had no practice on that day", "Winter money");
        assertThat(asked).noneMatch(question -> question.startsWith("POST "));
    }

    @Test
    void the_form_is_an_administrators_and_survives_the_end_of_a_session() {
        // Given
        PortalRealm.of("qkk").person("late-divider", List.of(Roles.ICS_ADMIN), List.of("QKK"));
        Browser late = new Browser();
        Page form = late.signIn(ADD, "late-divider");
        late.forgetOthers();
        Portal.endSessions();

        // When
        Page again = late.fillIn(late.fill(form, ADD, share("set", "these", "practices", "D82001")), "late-divider");

        // Then
        assertThat(again.address().toString()).startsWith(Browser.url() + ADD + "?draft=");
        assertThat(again.body())
                .contains("Nothing is lost", "D82001</textarea>")
                .containsPattern("value=\"these\"[^>]*checked");
        assertThat(Visitors.as(Roles.ICS_ADMIN).open(LIST).body()).contains("href=\"" + ADD + "\"");
        assertThat(Visitors.as(Roles.PRACTICE_VOTER).open(LIST).body()).doesNotContain(ADD);
        assertThat(Visitors.as(Roles.PRACTICE_VOTER).open(ADD).status()).isEqualTo(403);
    }

    private static Map<String, String> share(String... more) {
        var fields = new HashMap<>(Map.of(
                "title", "Winter money",
                "amount", "10,000.01",
                "rule", "registered-list",
                "asAt-day", "1",
                "asAt-month", "8",
                "asAt-year", "2026",
                "source", "The directory",
                "reason", "By patients"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }
}
