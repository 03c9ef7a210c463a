package org.folkmoot.tenants.ics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IcsLifeTest {

    private static final Instant MONDAY = Instant.parse("2026-04-06T09:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final IcsLife.ExportRule ONE_DAY = new IcsLife.ExportRule(Duration.ofHours(24));

    @Test
    void an_onboarding_becomes_active_and_remembers_when() {
        assertThat(new IcsLife.Onboarding(MONDAY).activated(TUESDAY)).isEqualTo(new IcsLife.Active(TUESDAY));
    }

    @Test
    void a_stalled_onboarding_goes_on_when_it_is_retried() {
        // Given
        IcsLife.Stalled stalled = new IcsLife.Onboarding(MONDAY).stalled(MONDAY);
        // When
        IcsLife again = stalled.retried(TUESDAY);
        // Then
        assertThat(again).isEqualTo(new IcsLife.Onboarding(TUESDAY));
    }

    @Test
    void a_suspended_ics_is_resumed_to_where_it_was() {
        IcsLife.Suspended suspended = new IcsLife.Active(MONDAY).suspended(MONDAY);

        assertThat(suspended.resumed(TUESDAY)).isEqualTo(new IcsLife.Active(TUESDAY));
    }

    @Test
    void only_an_offboarded_ics_keeps_its_people_from_signing_in() {
        assertThat(all().stream().filter(life -> !life.signsIn())).containsExactly(new IcsLife.Offboarded(MONDAY));
    }

    @Test
    void systems_outside_read_neither_a_suspended_nor_an_offboarded_ics() {
        assertThat(all().stream().filter(life -> !life.isReadOutside()))
                .containsExactly(new IcsLife.Suspended(MONDAY), new IcsLife.Offboarded(MONDAY));
    }

    @Test
    void what_systems_sign_in_with_outlives_a_suspension_and_no_departure() {
        assertThat(all().stream().filter(IcsLife::keepsCredentials))
                .containsExactly(new IcsLife.Active(MONDAY), new IcsLife.Suspended(MONDAY));
    }

    @Test
    void services_keep_reading_a_suspended_ics_so_that_it_can_be_resumed_without_a_gap() {
        assertThat(new IcsLife.Suspended(MONDAY).isServed()).isTrue();
        assertThat(new IcsLife.Offboarded(MONDAY).isServed()).isFalse();
    }

    @Test
    void nobody_is_let_go_without_an_export() {
        assertThat(new IcsLife.Active(MONDAY).offboarded(TUESDAY, ONE_DAY, Optional.empty()))
                .isEmpty();
    }

    @Test
    void an_export_from_before_the_last_change_of_state_does_not_count() {
        // Given
        Optional<Instant> before = Optional.of(MONDAY.minusSeconds(1));
        // When
        var left = new IcsLife.Suspended(MONDAY).offboarded(MONDAY.plusSeconds(60), ONE_DAY, before);
        // Then
        assertThat(left).isEmpty();
    }

    @Test
    void an_export_counts_for_a_day_to_the_second() {
        IcsLife.Active active = new IcsLife.Active(MONDAY);
        Optional<Instant> made = Optional.of(MONDAY);

        assertThat(active.offboarded(TUESDAY, ONE_DAY, made)).contains(new IcsLife.Offboarded(TUESDAY));
        assertThat(active.offboarded(TUESDAY.plusSeconds(1), ONE_DAY, made)).isEmpty();
    }

    @Test
    void an_offboarded_ics_can_come_back() {
        assertThat(new IcsLife.Offboarded(MONDAY).onboardedAgain(TUESDAY)).isEqualTo(new IcsLife.Onboarding(TUESDAY));
    }

    @Test
    void every_state_is_stored_and_read_back_the_same() {
        assertThat(all())
                .allSatisfy(
                        life -> assertThat(State.of(life).since(life.since())).isEqualTo(life));
        assertThat(all().stream().map(State::of)).containsExactlyInAnyOrder(State.values());
    }

    private static List<IcsLife> all() {
        return List.of(
                new IcsLife.Onboarding(MONDAY),
                new IcsLife.Stalled(MONDAY),
                new IcsLife.Active(MONDAY),
                new IcsLife.Suspended(MONDAY),
                new IcsLife.Offboarded(MONDAY));
    }
}
