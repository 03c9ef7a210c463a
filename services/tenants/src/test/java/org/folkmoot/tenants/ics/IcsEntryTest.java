package org.folkmoot.tenants.ics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.folkmoot.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IcsEntryTest {

    private static final Instant NOW = Instant.parse("2026-04-06T09:00:00Z");
    private static final FirstAdministrator ADA =
            new FirstAdministrator("ada", "ada@example.org", "Ada", "Administrator");

    @Test
    void a_new_ics_has_its_realm_made_first_and_is_announced_last() {
        assertThat(entry(null).steps().stream().map(StepProgress::step))
                .containsExactly(StepName.REALM, StepName.TOPICS, StepName.ACLS, StepName.ANNOUNCEMENT);
    }

    @Test
    void an_administrator_gets_an_account_once_the_realm_is_there() {
        assertThat(entry(ADA).steps().stream().map(StepProgress::step))
                .startsWith(StepName.REALM, StepName.ADMINISTRATOR);
    }

    @Test
    void the_administrators_name_is_forgotten_once_the_account_is_made() {
        // Given
        IcsEntry entry = entry(ADA);
        // When
        entry.stepDone(NOW);
        entry.stepDone(NOW);
        // Then
        assertThat(entry.atHand().administrator()).isEmpty();
    }

    @Test
    void a_step_that_failed_stays_the_next_one_and_says_why() {
        // Given
        IcsEntry entry = entry(null);
        // When
        entry.stepFailed("Keycloak does not answer", false, NOW);
        // Then
        assertThat(entry.next()).get().satisfies(step -> {
            assertThat(step.step()).isEqualTo(StepName.REALM);
            assertThat(step.attempts()).isEqualTo(1);
            assertThat(step.lastError()).isEqualTo("Keycloak does not answer");
        });
    }

    @Test
    void what_shuts_people_out_does_not_wait_for_what_failed() {
        // Given
        IcsEntry entry = entry(null);
        entry.begin(Procedure.OFFBOARDING, NOW);
        // When
        entry.stepFailed("Keycloak does not answer", false, NOW);
        entry.stepFailed("Keycloak does not answer", false, NOW);
        entry.stepDone(NOW);
        // Then
        assertThat(entry.steps().getLast().step()).isEqualTo(StepName.ACLS);
        assertThat(entry.steps().getLast().state()).isEqualTo(StepState.DONE);
        assertThat(entry.next()).get().extracting(StepProgress::step).isEqualTo(StepName.SESSIONS);
    }

    @Test
    void a_step_that_was_given_up_leaves_nothing_to_do_until_it_is_begun_again() {
        // Given
        IcsEntry entry = entry(null);
        entry.stepDone(NOW);
        entry.stepFailed("Kafka does not answer", true, NOW);
        assertThat(entry.next()).isEmpty();
        // When
        entry.beginAgain(NOW);
        // Then
        assertThat(entry.next()).contains(StepProgress.pending(StepName.TOPICS, NOW));
        assertThat(entry.steps().getFirst().state()).isEqualTo(StepState.DONE);
    }

    @Test
    void a_step_that_succeeds_at_last_no_longer_says_why_it_failed() {
        // Given
        IcsEntry entry = entry(null);
        entry.stepFailed("Keycloak does not answer", false, NOW);
        // When
        entry.stepDone(NOW);
        // Then
        assertThat(entry.steps().getFirst()).isEqualTo(new StepProgress(StepName.REALM, StepState.DONE, 2, null, NOW));
    }

    @Test
    void work_on_an_earlier_procedure_is_told_from_work_on_the_present_one() {
        // Given
        IcsEntry entry = entry(null);
        Optional<java.util.UUID> before = entry.procedureId();
        // When
        entry.begin(Procedure.SUSPENSION, NOW);
        // Then
        assertThat(entry.procedureId()).isNotEqualTo(before);
    }

    private static IcsEntry entry(@Nullable FirstAdministrator administrator) {
        return new IcsEntry(Tenant.of("qkk"), "South East London", "http://localhost/realms/qkk", administrator, NOW);
    }
}
