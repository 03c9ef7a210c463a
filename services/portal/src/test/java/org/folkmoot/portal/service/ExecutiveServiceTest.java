package org.folkmoot.portal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.junit.jupiter.api.Test;

class ExecutiveServiceTest {

    private static final Optional<String> SOMEWHERE = Optional.of("http://localhost:8083");

    @Test
    void an_installation_without_it_or_without_groups_has_none_of_its_pages() {
        for (ExecutiveService none : List.of(
                service(Optional.empty(), SOMEWHERE),
                service(Optional.of(" "), SOMEWHERE),
                service(SOMEWHERE, Optional.empty()))) {
            assertThat(none.isThere()).isFalse();
            assertThatThrownBy(none::client)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.problem().status()).isEqualTo(404));
        }
    }

    @Test
    void two_addresses_are_enough_to_have_it() {
        assertThat(service(SOMEWHERE, SOMEWHERE).isThere()).isTrue();
    }

    @Test
    void of_a_group_that_it_has_not_heard_of_it_has_nothing_and_other_refusals_stay() {
        // Given
        Reply<List<String>> unheard = new Reply.Refused<>(Problem.of(CommonProblem.NOT_FOUND));
        Reply<List<String>> forbidden = new Reply.Refused<>(Problem.of(CommonProblem.FORBIDDEN));

        // Then
        assertThat(ExecutiveService.orNothing(unheard).orPage()).isEmpty();
        assertThat(ExecutiveService.orNothing(forbidden)).isSameAs(forbidden);
    }

    private static ExecutiveService service(Optional<String> url, Optional<String> mandate) {
        return new ExecutiveService(
                url, MandateServiceTest.service(mandate), MandateServiceTest.settings(), new ObjectMapper());
    }
}
