package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an organisation was. */
@PortalTest
class OrganisationsTest {

    private static final String PAGE = "/qkk/organisations/D82001/";

    @Inject
    Portal portal;

    private Browser browser;

    @BeforeEach
    void begin() {
        portal.begin();
        browser = Visitors.as(Roles.PCN_CLINICAL_DIRECTOR);
    }

    @Test
    void its_history_can_be_taken_along() {
        // When
        String page = browser.open(PAGE + "?asAt=2024-01-01").body();
        String eras = browser.open(PAGE + "?list=eras&format=csv").body();
        String memberships = browser.open(PAGE + "?list=memberships&format=csv").body();

        // Then
        assertThat(page)
                .contains(PAGE + "?asAt=2024-01-01&amp;list=eras&amp;format=csv")
                .contains(PAGE + "?asAt=2024-01-01&amp;list=memberships&amp;format=xlsx");
        assertThat(eras.lines())
                .hasSize(3)
                .contains("2024-05-01,,Cromer Group Practice,Open,\"48 Overstrand Road, Cromer\"")
                .contains("1974-04-01,2024-04-30,Overstrand Road Surgery,Open,\"48 Overstrand Road, Cromer\"");
        assertThat(memberships.lines())
                .containsExactly(
                        "Practice,Practice name,PCN,PCN name,First day,Last day",
                        "D82001,Cromer Group Practice,U12345,Norfolk Coastal PCN,2019-07-01,");
    }
}
