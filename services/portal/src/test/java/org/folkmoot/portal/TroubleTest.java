package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that is away, silent or out of its mind. */
@PortalTest
class TroubleTest {

    @Inject
    Portal portal;

    private Browser browser;

    @BeforeEach
    void begin() {
        portal.begin();
        browser = Visitors.as(Roles.ICS_ADMIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "silent", "nonsense"})
    void the_first_page_stands_and_says_which_part_is_missing(String mood) {
        // Given
        Portal.play("registry=" + mood);

        // When
        Page page = browser.open("/qkk/");

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("The registry does not answer at the moment.")
                .contains("Add a person")
                .contains("with an account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "silent", "nonsense"})
    void a_page_that_is_all_of_one_service_says_so_and_offers_to_try_again(String mood) {
        // Given
        Portal.play("registry=" + mood);

        // When
        Page page = browser.open("/qkk/directory/?q=cromer");

        // Then
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body())
                .contains("This page cannot be shown at the moment")
                .contains("The registry does not answer at the moment.")
                .contains("Try again");
    }
}
