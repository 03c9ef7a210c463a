package org.folkmoot.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.FormErrors.Mistake;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.junit.jupiter.api.Test;

class FormErrorsTest {

    private static final Map<String, Field> FIELDS =
            Map.of("mail", new Field("mail", "The mail address"), "roles", new Field("roles", "The roles"));

    @Test
    void a_services_words_stand_beside_the_field_that_they_are_about() {
        // Given
        Problem problem = Problem.of(CommonProblem.INVALID_REQUEST)
                .withError("#/mail", "must be a well-formed email address")
                .withError("#/roles/0", "must be a role of an ICS")
                .withError("#/shoeSize", "is not known here");

        // When
        FormErrors errors = FormErrors.of(problem, FIELDS);

        // Then
        assertThat(errors.at("mail")).isEqualTo("The mail address must be a well-formed email address");
        assertThat(errors.at("roles")).isEqualTo("The roles must be a role of an ICS");
        assertThat(errors.all()).contains(new Mistake(null, "Is not known here"));
        assertThat(errors.at("firstName")).isNull();
    }

    @Test
    void what_is_about_a_part_of_a_value_stands_beside_that_part() {
        // Given
        Map<String, Field> fields = Map.of(
                "options", new Field("partner", "Who would be joined"),
                "options/account", new Field("account", "What speaks for it"));
        Problem problem = Problem.of(CommonProblem.INVALID_REQUEST)
                .withError("#/options/0/account", "must be shorter")
                .withError("#/options/0/partner", "must be an organisation");

        // When
        FormErrors errors = FormErrors.of(problem, fields);

        // Then
        assertThat(errors.at("account")).isEqualTo("What speaks for it must be shorter");
        assertThat(errors.at("partner")).isEqualTo("Who would be joined must be an organisation");
    }

    @Test
    void a_refusal_about_no_field_is_told_above_the_form() {
        // Given
        Problem problem = Problem.of(CommonProblem.CONFLICT).withDetail("Somebody else was faster.");

        // When
        FormErrors errors = FormErrors.of(problem, FIELDS);

        // Then
        assertThat(errors.all()).containsExactly(new Mistake(null, "Somebody else was faster."));
        assertThat(errors.all().getFirst().href()).isNull();
    }
}
