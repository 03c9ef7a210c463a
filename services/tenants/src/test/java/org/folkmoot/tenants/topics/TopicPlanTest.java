package org.folkmoot.tenants.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.folkmoot.events.Topic;
import org.folkmoot.tenancy.Tenant;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

    private final TopicPlan plan = new TopicPlan(
            List.of("registry", "mandate"),
            List.of("registry.practice", "registry.pcn"),
            List.of(),
            List.of("registry.pcn"),
            List.of(Inbound.of("partner.enquiry:ics-*:executive:7d")),
            3,
            Duration.ofDays(35));

    @Test
    void an_ics_has_the_announced_and_the_inbound_topics_and_one_for_each_consumers_dead_letters() {
        assertThat(plan.of(Tenant.of("t6y0w")).stream().map(TopicPlan.Wanted::name))
                .containsExactly(
                        "ics.t6y0w.registry.practice.v1",
                        "ics.t6y0w.registry.pcn.v1",
                        "ics.t6y0w.partner.enquiry.v1",
                        "ics.t6y0w.registry.dead-letter.v1",
                        "ics.t6y0w.mandate.dead-letter.v1");
    }

    @Test
    void events_are_kept_for_a_time_and_never_compacted() {
        assertThat(plan.of(Tenant.of("qkk")))
                .filteredOn(topic -> !topic.name().startsWith("ics.qkk.partner."))
                .hasSize(4)
                .allSatisfy(topic -> assertThat(topic.settings())
                        .isEqualTo(Map.of("cleanup.policy", "delete", "retention.ms", "3024000000")));
    }

    @Test
    void what_is_told_from_outside_is_kept_as_long_as_it_says_and_for_a_day_more_at_most() {
        assertThat(plan.of(Tenant.of("qkk")))
                .contains(new TopicPlan.Wanted(
                        "ics.qkk.partner.enquiry.v1",
                        3,
                        Map.of("cleanup.policy", "delete", "retention.ms", "604800000", "segment.ms", "86400000")));
    }

    @Test
    void what_is_internal_is_not_published() {
        assertThat(plan.published(Tenant.of("qkk")))
                .extracting(Topic::name)
                .containsExactly("ics.qkk.registry.practice.v1");
    }

    @Test
    void what_is_internal_and_not_announced_is_a_slip_of_the_pen() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TopicPlan(
                        List.of(),
                        List.of("neighbourhood.referral"),
                        List.of(),
                        List.of("neighbourhood.referrals"),
                        List.of(),
                        3,
                        Duration.ofDays(35)));
    }

    @Test
    void who_writes_an_inbound_topic_is_named_and_belongs_to_the_ics() {
        var told = Inbound.of("partner.nhs-notification:ics-*-nhs:neighbourhood:7d");
        assertThat(told.writer(Tenant.of("t6y0w"))).isEqualTo("ics-t6y0w-nhs");
        for (String words : List.of(
                "partner.enquiry",
                "partner.enquiry:ics-qkk:executive:35d",
                "partner.enquiry:registry:executive:35d",
                "partner.enquiry:ics-*:executive",
                "partner.enquiry:ics-*:executive:0d",
                "partner.enquiry:ics-*:executive:35")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Inbound.of(words));
        }
    }

    @Test
    void of_states_the_newest_of_each_key_is_kept_for_ever() {
        var states = new TopicPlan(
                List.of(), List.of("registry.practice-state"), List.of(), List.of(), List.of(), 3, Duration.ofDays(35));
        assertThat(states.of(Tenant.of("qkk")))
                .containsExactly(new TopicPlan.Wanted(
                        "ics.qkk.registry.practice-state.v1", 3, Map.of("cleanup.policy", "compact")));
    }

    @Test
    void what_authority_rests_on_is_kept_for_ever() {
        var lasting = new TopicPlan(
                List.of(),
                List.of("mandate.power", "mandate.checkpoint"),
                List.of("mandate.power"),
                List.of(),
                List.of(),
                3,
                Duration.ofDays(35));
        assertThat(lasting.of(Tenant.of("qkk")))
                .extracting(topic -> topic.settings().get("retention.ms"))
                .containsExactly("-1", "3024000000");
    }

    @Test
    void the_list_of_icss_is_kept_whole_for_ever_in_one_partition() {
        assertThat(plan.of(Tenant.PLATFORM))
                .contains(new TopicPlan.Wanted(
                        "platform.tenants.ics.v1", 1, Map.of("cleanup.policy", "delete", "retention.ms", "-1")));
    }
}
