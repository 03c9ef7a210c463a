package org.folkmoot.registry.keepup;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.folkmoot.registry.RegistryTest;
import org.folkmoot.tenancy.TenantScope;
import org.junit.jupiter.api.Test;

@RegistryTest
class KeepUpTest {

    @Inject
    @DataSource("load")
    AgroalDataSource database;

    @Inject
    @Any
    Instance<Looks> sources;

    @Inject
    Runs runs;

    @Inject
    TenantScope scope;

    @Inject
    KeepUpSettings settings;

    @Test
    void what_never_began_ends_at_once() {
        // Given: as where no source is configured
        var keepUp = new KeepUp(database, sources, runs, scope, settings);

        // When, Then
        assertThatCode(() -> keepUp.stop(new ShutdownEvent())).doesNotThrowAnyException();
    }
}
