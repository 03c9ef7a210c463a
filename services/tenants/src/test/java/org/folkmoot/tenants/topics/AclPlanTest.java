package org.folkmoot.tenants.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenants.ics.IcsLife;
import org.junit.jupiter.api.Test;

class AclPlanTest {

    private static final Instant NOW = Instant.parse("2026-04-06T09:00:00Z");
    private static final Tenant QKK = Tenant.of("qkk");
    private static final List<String> SERVICES =
            List.of("registry", "mandate", "executive", "neighbourhood", "tenants");
    private final AclPlan plan = plan("partner.enquiry:ics-*:executive:35d");

    @Test
    void a_service_writes_its_own_domain_and_reads_those_of_all_services() {
        assertThat(rights(new IcsLife.Active(NOW)))
                .contains(
                        "User:registry may WRITE topic ics.qkk.registry.*",
                        "User:registry may READ topic ics.qkk.mandate.*",
                        "User:registry may READ topic ics.qkk.registry.*",
                        "User:mandate may READ topic ics.qkk.registry.*")
                .doesNotContain("User:mandate may WRITE topic ics.qkk.registry.*");
    }

    @Test
    void what_is_inbound_is_written_by_one_principal_outside_and_read_by_one_service() {
        assertThat(who(AclOperation.WRITE, "ics.qkk.partner.enquiry.v1")).containsExactly("User:ics-qkk");
        assertThat(who(AclOperation.READ, "ics.qkk.partner.enquiry.v1")).containsExactly("User:executive");
        assertThat(who(AclOperation.WRITE, "ics.qkk.partner.nhs-notification.v1"))
                .containsExactly("User:ics-qkk-nhs");
        assertThat(who(AclOperation.READ, "ics.qkk.partner.nhs-notification.v1"))
                .containsExactly("User:neighbourhood");
    }

    @Test
    void whoever_passes_on_what_the_nhs_tells_does_nothing_else() {
        assertThat(rights(new IcsLife.Active(NOW)).stream().filter(right -> right.startsWith("User:ics-qkk-nhs ")))
                .containsExactly("User:ics-qkk-nhs may WRITE topic ics.qkk.partner.nhs-notification.v1");
    }

    @Test
    void what_is_internal_is_read_by_services_alone() {
        assertThat(who(AclOperation.READ, "ics.qkk.neighbourhood.referral.v1"))
                .containsExactlyInAnyOrder("User:registry", "User:mandate", "User:executive", "User:neighbourhood");
    }

    @Test
    void an_inbound_topic_that_all_services_would_read_or_none_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> plan("registry.enquiry:ics-*:executive:35d"));
        assertThatIllegalArgumentException().isThrownBy(() -> plan("partner.enquiry:ics-*:executives:35d"));
    }

    @Test
    void the_control_plane_has_no_right_to_an_icss_events() {
        assertThat(rights(new IcsLife.Active(NOW))).noneMatch(right -> right.startsWith("User:tenants"));
    }

    @Test
    void systems_outside_read_what_is_published_and_write_what_is_inbound_and_nothing_else() {
        assertThat(rights(new IcsLife.Active(NOW)).stream().filter(right -> right.startsWith("User:ics-qkk ")))
                .containsExactlyInAnyOrder(
                        "User:ics-qkk may READ topic ics.qkk.registry.practice.v1",
                        "User:ics-qkk may WRITE topic ics.qkk.partner.enquiry.v1",
                        "User:ics-qkk may READ group ics-qkk.*");
    }

    @Test
    void a_registered_system_reads_what_it_was_given_and_groups_of_its_own_name_and_nothing_else() {
        var system =
                new Outsider("ics-qkk-aaaabbbbcccc", Set.of("ics-qkk-aaaabbbbcccc-2"), Set.of("registry"), Set.of());
        assertThat(rights(system))
                .containsExactlyInAnyOrder(
                        "User:ics-qkk-aaaabbbbcccc-2 may READ topic ics.qkk.registry.practice.v1",
                        "User:ics-qkk-aaaabbbbcccc-2 may READ group ics-qkk-aaaabbbbcccc.*");
    }

    @Test
    void a_system_that_reads_all_reads_nothing_that_is_internal_or_inbound() {
        var system = new Outsider("ics-qkk-aaaabbbbcccc", Set.of("ics-qkk-aaaabbbbcccc-1"), Set.of("all"), Set.of());
        assertThat(rights(system))
                .containsExactlyInAnyOrder(
                        "User:ics-qkk-aaaabbbbcccc-1 may READ topic ics.qkk.registry.practice.v1",
                        "User:ics-qkk-aaaabbbbcccc-1 may READ group ics-qkk-aaaabbbbcccc.*");
    }

    @Test
    void a_system_that_only_writes_reads_nothing() {
        var system = new Outsider(
                "ics-qkk-aaaabbbbcccc", Set.of("ics-qkk-aaaabbbbcccc-1"), Set.of(), Set.of("partner.enquiry"));
        assertThat(rights(system))
                .containsExactly("User:ics-qkk-aaaabbbbcccc-1 may WRITE topic ics.qkk.partner.enquiry.v1");
    }

    @Test
    void a_system_without_a_credential_has_no_rights() {
        assertThat(rights(new Outsider("ics-qkk-aaaabbbbcccc", Set.of(), Set.of("all"), Set.of("partner.enquiry"))))
                .isEmpty();
    }

    @Test
    void a_system_that_is_named_as_another_icss_is_refused() {
        var system = new Outsider("ics-qr1-aaaabbbbcccc", Set.of("ics-qr1-aaaabbbbcccc-1"), Set.of("all"), Set.of());
        assertThatIllegalArgumentException().isThrownBy(() -> rights(system));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Outsider("ics-qkk-aaaabbbbcccc", Set.of("ics-qkk-nhs"), Set.of(), Set.of()));
    }

    @Test
    void names_of_systems_are_told_apart_from_every_other_principal_of_the_ics_and_from_those_of_others() {
        String name = Outsider.name(QKK);
        assertThat(Outsider.isOf(QKK, Outsider.principal(name, 12))).isTrue();
        assertThat(name).isNotEqualTo(Outsider.name(QKK));
        for (String other : List.of("ics-qkk", "ics-qkk-nhs", "registry", name, name + "-0", "x" + name + "-1")) {
            assertThat(Outsider.isOf(QKK, other)).as(other).isFalse();
        }
        assertThat(Outsider.isOf(Tenant.of("qkk99"), Outsider.principal(name, 1)))
                .isFalse();
    }

    @Test
    void a_suspended_icss_own_systems_read_and_write_nothing_while_services_go_on() {
        assertThat(rights(new IcsLife.Suspended(NOW)))
                .contains(
                        "User:mandate may READ topic ics.qkk.registry.*",
                        "User:executive may READ topic ics.qkk.partner.enquiry.v1")
                .noneMatch(right -> right.startsWith("User:ics-qkk"));
    }

    @Test
    void nobody_has_a_right_to_an_offboarded_icss_topics() {
        assertThat(rights(new IcsLife.Offboarded(NOW))).isEmpty();
    }

    @Test
    void no_right_of_one_ics_reaches_into_another_whose_id_begins_the_same() {
        assertThat(plan.of(QKK, new IcsLife.Active(NOW), List.of()))
                .noneMatch(right -> "ics.qkk99.registry.practice.v1"
                        .startsWith(right.pattern().name()));
    }

    @Test
    void every_right_of_an_ics_is_known_as_its_own_and_as_no_others() {
        var system = new Outsider("ics-qkk-aaaabbbbcccc", Set.of("ics-qkk-aaaabbbbcccc-1"), Set.of("all"), Set.of());
        assertThat(plan.of(QKK, new IcsLife.Active(NOW), List.of(system))).allSatisfy(right -> {
            assertThat(plan.concerns(QKK, right.pattern())).isTrue();
            assertThat(plan.concerns(Tenant.of("qkk99"), right.pattern())).isFalse();
            assertThat(plan.concernsPlatform(right.pattern())).isFalse();
        });
    }

    @Test
    void a_service_announces_to_the_platform_under_its_own_name_only() {
        assertThat(plan.ofPlatform().stream().map(AclPlan::inWords))
                .contains(
                        "User:tenants may WRITE topic platform.tenants.*",
                        "User:registry may READ topic platform.*",
                        "User:registry may READ group registry*")
                .doesNotContain("User:registry may WRITE topic platform.tenants.*");
    }

    private static AclPlan plan(String enquiries) {
        return new AclPlan(
                SERVICES,
                new TopicPlan(
                        SERVICES,
                        List.of("registry.practice", "neighbourhood.referral"),
                        List.of(),
                        List.of("neighbourhood.referral"),
                        List.of(
                                Inbound.of(enquiries),
                                Inbound.of("partner.nhs-notification:ics-*-nhs:neighbourhood:7d")),
                        3,
                        Duration.ofDays(35)));
    }

    /** Whoever may do that with the topic, by whatever right. */
    private List<String> who(AclOperation operation, String topic) {
        return plan.of(QKK, new IcsLife.Active(NOW), List.of()).stream()
                .filter(right -> right.entry().operation() == operation)
                .filter(right -> right.pattern().patternType() == PatternType.PREFIXED
                        ? topic.startsWith(right.pattern().name())
                        : topic.equals(right.pattern().name()))
                .map(right -> right.entry().principal())
                .toList();
    }

    private List<String> rights(Outsider system) {
        return plan.of(QKK, new IcsLife.Active(NOW), List.of(system)).stream()
                .filter(right -> right.entry().principal().startsWith("User:" + system.name()))
                .map(AclPlan::inWords)
                .toList();
    }

    private List<String> rights(IcsLife life) {
        var system = new Outsider("ics-qkk-aaaabbbbcccc", Set.of("ics-qkk-aaaabbbbcccc-1"), Set.of("all"), Set.of());
        return plan.of(QKK, life, life.isReadOutside() ? List.of() : List.of(system)).stream()
                .map(AclPlan::inWords)
                .toList();
    }
}
