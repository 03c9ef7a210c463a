package org.folkmoot.portal.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Ballots.Elector;
import org.folkmoot.portal.service.Ballots.Proxy;
import org.folkmoot.portal.service.Ballots.VotingRule;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpeakingTest {

    private static final UUID ID = new UUID(1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Ballot BALLOT = new Ballot(
            ID,
            ID,
            ID,
            "ordinary",
            "A ballot",
            "open",
            1,
            new VotingRule(List.of(), List.of(), "lost", "open-after", null),
            "motion",
            List.of(),
            null,
            Instant.EPOCH,
            Instant.EPOCH,
            Instant.MAX,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    private static final List<Elector> ELECTORS = List.of(
            elector("D82001", "practice"),
            elector("D82002", "practice"),
            elector("U12345", "pcn"),
            elector("chair", "seat"));

    @Test
    void a_voter_speaks_for_the_practices_in_the_token_and_a_director_for_the_network() {
        // When
        List<Speaking> voter = of(visit(Roles.PRACTICE_VOTER, "D82001", "U12345"), List.of());
        List<Speaking> director = of(visit(Roles.PCN_CLINICAL_DIRECTOR, "D82001", "U12345"), List.of());

        // Then
        assertThat(voter).extracting(Speaking::key).containsExactly("D82001");
        assertThat(director).extracting(Speaking::key).containsExactly("U12345");
    }

    @Test
    void who_votes_for_a_seat_speaks_for_it() {
        // When
        List<Speaking> mine =
                Speaking.of(visit(Roles.LMC_EXECUTIVE, "QKK"), BALLOT, ELECTORS, Set.of("chair"), List.of(), TODAY);

        // Then
        assertThat(mine).extracting(Speaking::key).containsExactly("chair");
    }

    @Test
    void a_proxy_adds_its_giver_while_it_holds() {
        // Given
        Visit voter = visit(Roles.PRACTICE_VOTER, "D82001");

        // When / Then
        assertThat(of(voter, List.of(proxy(ID, TODAY, null))))
                .extracting(Speaking::key)
                .containsExactly("D82001", "D82002|D82001");
        assertThat(of(voter, List.of(proxy(null, TODAY, null)))).hasSize(2);
        assertThat(of(voter, List.of(proxy(null, TODAY.minusDays(1), null)))).hasSize(1);
        assertThat(of(voter, List.of(proxy(new UUID(2, 2), TODAY, null)))).hasSize(1);
        assertThat(of(voter, List.of(proxy(ID, TODAY, Instant.EPOCH)))).hasSize(1);
        assertThat(of(visit(Roles.PRACTICE_VOTER, "D82099"), List.of(proxy(ID, TODAY, null))))
                .isEmpty();
    }

    private static List<Speaking> of(Visit visit, List<Proxy> proxies) {
        return Speaking.of(visit, BALLOT, ELECTORS, Set.of(), proxies, TODAY);
    }

    private static Proxy proxy(@Nullable UUID ballot, LocalDate until, @Nullable Instant revokedAt) {
        return new Proxy(ID, ID, ballot, "D82002", "D82001", TODAY.minusDays(9), until, Instant.EPOCH, revokedAt);
    }

    private static Elector elector(String voter, String kind) {
        return new Elector(voter, kind, voter, Map.of(), false, null, false, false, false);
    }

    private static Visit visit(String role, String... organisations) {
        return new Visit(
                Tenant.of("qkk"),
                "An ICS",
                "me",
                "Me",
                Set.of(role),
                List.of(organisations).stream().map(OdsCode::of).toList(),
                "token");
    }
}
