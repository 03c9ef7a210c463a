package org.folkmoot.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.folkmoot.local.story.Person;
import org.junit.jupiter.api.Test;

class PeopleTest {

    @Test
    void every_role_of_an_ics_that_a_group_needs_has_somebody_and_nobody_has_two_names() {
        List<Person> people = People.of("QKK", "U00254", List.of("G83001", "G83013"));
        assertThat(people)
                .extracting(Person::role)
                .contains(
                        "ics-admin",
                        "ics-observer",
                        "lmc-executive",
                        "group-secretary",
                        "executive-manager",
                        "int-clinician",
                        "case-manager",
                        "pcn-clinical-director",
                        "practice-voter");
        assertThat(people).extracting(Person::username).doesNotHaveDuplicates();
        assertThat(people)
                .filteredOn(person -> person.username().equals("voter"))
                .flatExtracting(Person::organisations)
                .containsExactly("G83001");
    }

    @Test
    void a_token_says_whose_it_is() {
        String claims = "{\"sub\":\"69e5fcc7-16e6\",\"name\":\"Chiara Chair\"}";
        String token = "e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".x";
        assertThat(People.account(token).subject()).isEqualTo("69e5fcc7-16e6");
        assertThat(People.account(token).name()).isEqualTo("Chiara Chair");
    }
}
