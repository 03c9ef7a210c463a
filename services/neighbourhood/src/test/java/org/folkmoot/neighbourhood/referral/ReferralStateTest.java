package org.folkmoot.neighbourhood.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Roles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferralStateTest {

    private static final Reader CLINICIAN = reader(Roles.INT_CLINICIAN, "RYX");
    private static final Reader GP = reader(Roles.PRACTICE_VOTER, "G83001");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draft",
                "submitted",
                "in-triage",
                "accepted",
                "assessment",
                "in-care",
                "returned",
                "redirected",
                "closed"
            })
    void a_state_is_known_by_its_name(String name) {
        assertThat(ReferralState.of(name).slug()).isEqualTo(name);
    }

    @Test
    void there_is_no_other_state() {
        assertThatIllegalArgumentException().isThrownBy(() -> ReferralState.of("lost"));
    }

    @Test
    void a_step_leads_to_the_state_that_it_says() {
        assertThat(new ReferralState.Draft().submit().slug()).isEqualTo("submitted");
        assertThat(new ReferralState.Submitted().triage().slug()).isEqualTo("in-triage");
        assertThat(new ReferralState.InTriage().accept().slug()).isEqualTo("accepted");
        assertThat(new ReferralState.Submitted().giveBack().slug()).isEqualTo("returned");
        assertThat(new ReferralState.InTriage().redirect().slug()).isEqualTo("redirected");
        assertThat(new ReferralState.Accepted().beginAssessment().slug()).isEqualTo("assessment");
        assertThat(new ReferralState.Assessment().assessed().slug()).isEqualTo("in-care");
        assertThat(new ReferralState.Accepted().assessed().slug()).isEqualTo("in-care");
        assertThat(new ReferralState.InCare().close().slug()).isEqualTo("closed");
    }

    @Test
    void the_team_decides_and_the_practice_takes_back_until_then() {
        assertThat(Act.open(stage("submitted", "team", "G83001"), CLINICIAN))
                .containsExactly(Act.TRIAGE, Act.ACCEPT, Act.RETURN, Act.REDIRECT, Act.PAUSE, Act.CLOSE);
        assertThat(Act.open(stage("submitted", "referring-practice", "G83001"), GP))
                .containsExactly(Act.AMEND, Act.CLOSE);
        assertThat(Act.open(stage("in-triage", "referring-practice", "G83001"), GP))
                .containsExactly(Act.CLOSE);
        assertThat(Act.open(stage("accepted", "referring-practice", "G83001"), GP))
                .isEmpty();
        assertThat(Act.open(stage("in-care", "team", "G83001"), CLINICIAN)).containsExactly(Act.PAUSE, Act.CLOSE);
        assertThat(Act.open(stage("closed", "team", "G83001"), CLINICIAN)).isEmpty();
    }

    @Test
    void a_draft_is_for_whoever_writes_it() {
        Set<Act> all = EnumSet.of(Act.AMEND, Act.CONSENT, Act.SUBMIT, Act.CLOSE);
        assertThat(Act.open(stage("draft", "referring-practice", "G83001"), GP)).isEqualTo(all);
        assertThat(Act.open(stage("draft", "team", null), CLINICIAN)).isEqualTo(all);
        assertThat(Act.open(stage("draft", "team", null), GP)).isEmpty();
    }

    @Test
    void a_member_without_a_clinical_role_and_a_guest_do_nothing() {
        assertThat(Act.open(stage("submitted", "team", "G83052"), GP)).isEmpty();
        assertThat(Act.open(stage("submitted", "share", "G83052"), CLINICIAN)).isEmpty();
        assertThat(Act.open(stage("submitted", "break-glass", "G83052"), CLINICIAN))
                .isEmpty();
    }

    private static Stage stage(String state, String basis, @Nullable String practice) {
        UUID any = UUID.randomUUID();
        return new Stage(any, any, any, any, practice, state, basis, 0);
    }

    private static Reader reader(String role, String organisation) {
        return new Reader(new Person("subject", "Name"), List.of(organisation), Set.of(role));
    }
}
