package org.folkmoot.portal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.portal.session.PortalConfig;
import org.folkmoot.problem.ProblemException;
import org.junit.jupiter.api.Test;

class MandateServiceTest {

    @Test
    void an_installation_without_it_has_none_of_its_pages() {
        // Given
        MandateService none = service(Optional.empty());

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
        assertThat(service(Optional.of("http://localhost:8082")).isThere()).isTrue();
    }

    static MandateService service(Optional<String> url) {
        return new MandateService(url, settings(), new ObjectMapper());
    }

    static PortalConfig settings() {
        return new SmallRyeConfigBuilder()
                .withMapping(PortalConfig.class)
                .withDefaultValues(Map.of(
                        "folkmoot.portal.client-secret", "a secret",
                        "folkmoot.portal.session-key", "a key that is long enough for the tests"))
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(PortalConfig.class);
    }
}
