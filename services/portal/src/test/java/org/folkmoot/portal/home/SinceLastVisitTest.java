package org.folkmoot.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.folkmoot.portal.directory.Change;
import org.folkmoot.portal.home.SinceLastVisit.Line;
import org.folkmoot.portal.service.Registry.Member;
import org.folkmoot.portal.service.Registry.Pcn;
import org.folkmoot.portal.session.VisitNotes.Past;
import org.junit.jupiter.api.Test;

class SinceLastVisitTest {

    private static final LocalDate BEGINNING = LocalDate.of(2019, 7, 1);

    /** Summer time: in London it is the next day already. */
    private static final Instant LATE = Instant.parse("2026-08-02T23:30:00Z");

    @Test
    void who_was_not_there_has_joined_and_who_is_not_there_has_left() {
        // Given
        Pcn then = pcn("U12345", member("D82001", "Cromer", BEGINNING), member("D82009", "Old", BEGINNING));
        Pcn now =
                pcn("U12345", member("D82001", "Cromer", BEGINNING), member("D82002", "New", LocalDate.of(2026, 7, 1)));

        // When
        var since = SinceLastVisit.of(
                seen(then), now, List.of(new Change(LocalDate.of(2026, 6, 30), "D82009", "Old Surgery", false)));

        // Then
        assertThat(since)
                .contains(new SinceLastVisit(
                        LocalDate.of(2026, 8, 3),
                        List.of(
                                new Line("D82002", "New", "joined on 1 July 2026"),
                                new Line("D82009", "Old Surgery", "left; its last day was 30 June 2026"))));
    }

    @Test
    void one_whose_membership_was_taken_back_has_no_last_day() {
        // Given
        Pcn then = pcn("U12345", member("D82009", "Old", BEGINNING));

        // When
        var since = SinceLastVisit.of(seen(then), pcn("U12345"), List.of());

        // Then
        assertThat(since.orElseThrow().lines()).containsExactly(new Line("D82009", "D82009", "is no longer in it"));
    }

    @Test
    void where_nothing_has_changed_there_is_no_line() {
        // Given
        Pcn pcn = pcn("U12345", member("D82001", "Cromer", BEGINNING));

        // When / Then
        assertThat(SinceLastVisit.of(seen(pcn), pcn, List.of()).orElseThrow().lines())
                .isEmpty();
        assertThat(SinceLastVisit.of(seen(pcn("U12345")), pcn("U12345"), List.of())
                        .orElseThrow()
                        .lines())
                .isEmpty();
    }

    @Test
    void another_network_or_a_first_visit_is_compared_with_nothing() {
        // Given
        Pcn pcn = pcn("U12345", member("D82001", "Cromer", BEGINNING));

        // When / Then
        assertThat(SinceLastVisit.of(seen(pcn("U99999")), pcn, List.of())).isEmpty();
        assertThat(SinceLastVisit.of(Optional.empty(), pcn, List.of())).isEmpty();
        assertThat(SinceLastVisit.of(Optional.of(new Past(LATE, "nonsense")), pcn, List.of()))
                .isEmpty();
    }

    private static Optional<Past> seen(Pcn pcn) {
        return Optional.of(new Past(LATE, Seen.of(pcn).text()));
    }

    private static Member member(String code, String name, LocalDate since) {
        return new Member(code, name, "QKK", since, 1000, null, true);
    }

    private static Pcn pcn(String code, Member... members) {
        return new Pcn(
                code,
                "PCN",
                "open",
                BEGINNING,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(members),
                0,
                null,
                LocalDate.of(2026, 8, 1));
    }
}
