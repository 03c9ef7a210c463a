package org.folkmoot.tenants.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenants.ics.IcsLife;
import org.junit.jupiter.api.Test;

class AclPlanTest {

    private static final Instant NOW = Instant.parse("2026-04-06T09:00:00Z");
    private static final Tenant QKK = Tenant.of("qkk");
    private static final List<String> SERVICES = List.of("registry", "mandate", "tenants");
    private final AclPlan plan = new AclPlan(
            SERVICES,
            new TopicPlan(
                    SERVICES,
                    List.of("registry.practice"),
                    List.of(),
                    List.of("partner.enquiry"),
                    3,
                    Duration.ofDays(35)));

    @Test
    void a_service_writes_its_own_domain_and_reads_them_all() {
        assertThat(rights(new IcsLife.Active(NOW)))
                .contains(
                        "User:registry may WRITE topic ics.qkk.registry.*",
                        "User:registry may READ topic ics.qkk.*",
                        "User:mandate may READ topic ics.qkk.*")
                .doesNotContain("User:mandate may WRITE topic ics.qkk.registry.*");
    }

    @Test
    void no_service_speaks_for_a_system_outside() {
        assertThat(plan.of(QKK, new IcsLife.Active(NOW)))
                .filteredOn(right -> right.entry().operation() == AclOperation.WRITE)
                .filteredOn(right ->
                        "ics.qkk.partner.enquiry.v1".startsWith(right.pattern().name()))
                .extracting(right -> right.entry().principal())
                .containsExactly("User:ics-qkk");
    }

    @Test
    void the_control_plane_has_no_right_to_an_icss_events() {
        assertThat(rights(new IcsLife.Active(NOW))).noneMatch(right -> right.startsWith("User:tenants"));
    }

    @Test
    void systems_outside_read_what_is_published_and_write_what_is_inbound_and_nothing_else() {
        assertThat(rights(new IcsLife.Active(NOW)).stream().filter(right -> right.startsWith("User:ics-qkk")))
                .containsExactlyInAnyOrder(
                        "User:ics-qkk may READ topic ics.qkk.registry.practice.v1",
                        "User:ics-qkk may WRITE topic ics.qkk.partner.enquiry.v1",
                        "User:ics-qkk may READ group ics-qkk.*");
    }

    @Test
    void a_suspended_icss_own_systems_read_and_write_nothing_while_services_go_on() {
        assertThat(rights(new IcsLife.Suspended(NOW)))
                .contains("User:mandate may READ topic ics.qkk.*")
                .noneMatch(right -> right.startsWith("User:ics-qkk"));
    }

    @Test
    void nobody_has_a_right_to_an_offboarded_icss_topics() {
        assertThat(rights(new IcsLife.Offboarded(NOW))).isEmpty();
    }

    @Test
    void no_right_of_one_ics_reaches_into_another_whose_id_begins_the_same() {
        assertThat(plan.of(QKK, new IcsLife.Active(NOW)))
                .noneMatch(right -> "ics.qkk99.registry.practice.v1"
                        .startsWith(right.pattern().name()));
    }

    @Test
    void every_right_of_an_ics_is_known_as_its_own_and_as_no_others() {
        assertThat(plan.of(QKK, new IcsLife.Active(NOW))).allSatisfy(right -> {
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

    private List<String> rights(IcsLife life) {
        return plan.of(QKK, life).stream().map(AclPlan::inWords).toList();
    }
}
