package org.folkmoot.tenants.ics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.folkmoot.tenants.TenantsStack;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TenantsStack.class, initArgs = @ResourceArg(name = "database", value = "tenants_test"))
class IcsEntriesTest {

    /** On the platform it is nobody's: no worker is asked to look after it. */
    private static final Tenant ICS = Tenant.of("quy");

    @Inject
    IcsEntries entries;

    @Inject
    TenantScope scope;

    @Test
    void whoever_waited_for_an_ics_sees_the_steps_that_were_set_meanwhile() throws Exception {
        // Given: nothing is to be done for it
        inTransaction(() -> {
            var entry = new IcsEntry(ICS, "NHS Trial", "https://keycloak.example/realms/trial", null, Instant.now());
            while (entry.isBusy()) {
                entry.stepDone(Instant.now());
            }
            entries.persist(entry);
            return true;
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // When: an operator asks for something while a worker is about to let go
            Future<Boolean> busy = inTransaction(() -> {
                entries.hold(ICS).orElseThrow().begin(Procedure.EXPORT, Instant.now());
                Future<Boolean> waiting = threads.submit(() ->
                        inTransaction(() -> entries.hold(ICS).orElseThrow().isBusy()));
                awaitSomebodyWaiting();
                return waiting;
            });

            // Then
            assertThat(busy.get(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            // The service itself may not.
            try (var superuser = TestStack.current().superuser("tenants_test");
                    var delete = superuser.createStatement()) {
                delete.execute("delete from ics_step where tenant = '%1$s'; delete from ics where tenant = '%1$s'"
                        .formatted(ICS.id()));
            }
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return scope.call(
                Tenant.PLATFORM, () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    private static void awaitSomebodyWaiting() {
        try (var superuser = TestStack.current().superuser("tenants_test");
                var waiting = superuser.prepareStatement(
                        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                                + " and query like '%from ics %'")) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (!waiting.executeQuery().next()) {
                assertThat(System.nanoTime()).as("nobody waits").isLessThan(deadline);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
