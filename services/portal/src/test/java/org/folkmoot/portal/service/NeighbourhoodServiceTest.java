package org.folkmoot.portal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.folkmoot.problem.ProblemException;
import org.junit.jupiter.api.Test;

class NeighbourhoodServiceTest {

    @Test
    void an_installation_without_it_has_none_of_its_pages() {
        // Given
        NeighbourhoodService none = service(Optional.empty());

        // When / Then
        assertThat(none.isThere()).isFalse();
        assertThat(service(Optional.of("  ")).isThere()).isFalse();
        assertThatThrownBy(none::client)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(404));
    }

    @Test
    void an_address_is_enough_to_have_it() {
        // When / Then
        assertThat(service(Optional.of("http://localhost:8084")).isThere()).isTrue();
    }

    private static NeighbourhoodService service(Optional<String> url) {
        return new NeighbourhoodService(url, MandateServiceTest.settings(), new ObjectMapper());
    }
}
