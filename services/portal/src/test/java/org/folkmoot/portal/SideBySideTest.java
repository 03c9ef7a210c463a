package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of the first page are asked for at once: services that answer only together answer it. */
@PortalTest
class SideBySideTest {

    @Inject
    Portal portal;

    @BeforeEach
    void begin() {
        portal.begin();
    }

    @ParameterizedTest
    @CsvSource({
        Roles.ICS_ADMIN + ", registry tenants mandate",
        Roles.PCN_CLINICAL_DIRECTOR + ", registry mandate executive",
        Roles.CASE_MANAGER + ", registry neighbourhood"
    })
    void no_part_of_the_first_page_waits_for_that_of_another_service(String role, String services) {
        // Given
        Browser browser = Visitors.as(role);
        Portal.play(Arrays.stream(services.split(" ", -1))
                .map(service -> service + "=together")
                .collect(Collectors.joining("&")));

        // When
        Page page = browser.open("/qkk/");

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("does not answer at the moment");
        assertThat(services.split(" ", -1))
                .allSatisfy(service ->
                        assertThat(Portal.asked()).anyMatch(asked -> asked.startsWith("GET /" + service + "/")));
    }
}
