package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.folkmoot.events.ics.IcsOnboarded;
import org.folkmoot.tenancy.Ics;
import org.folkmoot.tenancy.IcsDirectory;
import org.folkmoot.tenancy.IcsState;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.junit.jupiter.api.Test;

@RegistryTest
class OnboardingTest {

    @Inject
    IcsDirectory directory;

    @Inject
    TenantScope tenants;

    @Inject
    Event<IcsOnboarded> onboarded;

    @Test
    void an_ics_that_is_onboarded_after_the_load_is_told_its_whole_state_once() {
        // Given
        Registry.realDirectory();
        Tenant ics = Tenant.of("t6y0w");

        // When
        tenants.run(
                Tenant.PLATFORM,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    directory.record(
                            new Ics(ics, "Norfolk and Suffolk", "http://localhost/realms/t6y0w", IcsState.ACTIVE));
                    onboarded.fire(new IcsOnboarded(ics));
                }));

        // Then
        assertThat(Registry.rows("""
                        select type || ' ' || count(*) from folkmoot.outbox where tenant_id = 't6y0w' group by type order by 1
                        """))
                .contains(
                        "folkmoot.registry.practice.listsize.published.v1 161",
                        "folkmoot.registry.practice.opened.v1 161");
        assertThat(Registry.load(Registry.folder()).getMap("announced")).isEmpty();
    }
}
