package org.folkmoot.registry.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.registry.link.SomeLinks.link;
import static org.folkmoot.registry.link.SomeLinks.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.folkmoot.registry.body.Organisation;
import org.folkmoot.registry.body.Organisation.Kind;
import org.folkmoot.registry.link.Link;
import org.folkmoot.registry.link.LinkKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelRuleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final int DAYS = 40;

    private static final Organisation PRACTICE = organisation("L84001", Kind.PRACTICE);
    private static final Organisation TRUST = organisation("RTE", Kind.TRUST);
    private static final Organisation PARTNERSHIP = organisation("partnership", Kind.PARTNERSHIP);
    private static final Organisation OWN_COMPANY = organisation("own-company", Kind.INCORPORATED_PARTNERSHIP);
    private static final Organisation COMPANY = organisation("company", Kind.COMPANY);
    private static final Organisation PARENT = organisation("parent", Kind.COMPANY);
    private static final Organisation FEDERATION = organisation("federation", Kind.FEDERATION);
    private static final Organisation SUPERPARTNERSHIP = organisation("superpartnership", Kind.SUPERPARTNERSHIP);
    private static final Organisation CHARITY = organisation("charity", Kind.OTHER_BODY);

    private final List<Link> links = new ArrayList<>();

    @Test
    void nothing_is_assumed_of_a_practice_of_which_nothing_is_recorded() {
        assertThat(model()).isEqualTo(OperatingModel.NOT_RECORDED);
        add(PRACTICE, LinkKind.BUDGET_HOLDER, TRUST);
        add(TRUST, LinkKind.HOSTS, PRACTICE);
        assertThat(model()).as("who holds the budget runs nothing").isEqualTo(OperatingModel.NOT_RECORDED);
    }

    @Test
    void a_partnership_with_its_contract_is_independent_until_it_is_in_a_federation() {
        add(PRACTICE, LinkKind.CONTRACT_HOLDER, PARTNERSHIP);
        assertThat(model()).isEqualTo(OperatingModel.INDEPENDENT_PARTNERSHIP);
        add(PRACTICE, LinkKind.FEDERATION_MEMBER, FEDERATION);
        assertThat(model()).isEqualTo(OperatingModel.FEDERATION_MEMBER);
    }

    @Test
    void a_company_of_its_gps_is_an_incorporated_one_also_in_a_federation() {
        add(PRACTICE, LinkKind.CONTRACT_HOLDER, OWN_COMPANY);
        add(PRACTICE, LinkKind.FEDERATION_MEMBER, FEDERATION);
        assertThat(model()).isEqualTo(OperatingModel.INCORPORATED_COMPANY);
    }

    @Test
    void a_federation_that_holds_the_contract_runs_the_practice() {
        add(PRACTICE, LinkKind.FEDERATION_MEMBER, FEDERATION);
        add(PRACTICE, LinkKind.CONTRACT_HOLDER, FEDERATION);
        assertThat(model()).isEqualTo(OperatingModel.FEDERATION_RUN);
    }

    @Test
    void a_company_that_belongs_to_no_trust_is_a_corporate_provider() {
        add(PRACTICE, LinkKind.CONTRACT_HOLDER, COMPANY);
        add(COMPANY, LinkKind.SUBSIDIARY_OF, PARENT);
        assertThat(model()).isEqualTo(OperatingModel.CORPORATE_PROVIDER);
    }

    @Test
    void a_company_that_belongs_to_a_trust_through_others_is_its_subsidiary_and_the_chain_is_named() {
        add(PRACTICE, LinkKind.CONTRACT_HOLDER, COMPANY);
        add(COMPANY, LinkKind.OWNER, PARENT);
        add(PARENT, LinkKind.SUBSIDIARY_OF, TRUST);
        assertThat(model()).isEqualTo(OperatingModel.TRUST_SUBSIDIARY);
        assertThat(new ModelRule(PRACTICE.id(), links).on(DAY).because())
                .extracting(link -> link.other().id())
                .containsExactly("company", "parent", "RTE");
    }

    @Test
    void whom_a_trust_employs_is_trust_employed_whoever_holds_the_contract() {
        add(PRACTICE, LinkKind.CONTRACT_HOLDER, PARTNERSHIP);
        add(PRACTICE, LinkKind.EMPLOYER, TRUST);
        assertThat(model()).isEqualTo(OperatingModel.TRUST_EMPLOYED);
    }

    @Test
    void a_superpartnership_is_one_by_membership_and_by_contract() {
        add(PRACTICE, LinkKind.CONTRACT_HOLDER, PARTNERSHIP);
        add(PRACTICE, LinkKind.SUPERPARTNERSHIP_MEMBER, SUPERPARTNERSHIP);
        assertThat(model()).isEqualTo(OperatingModel.SUPERPARTNERSHIP);
        links.clear();
        add(PRACTICE, LinkKind.CONTRACT_HOLDER, SUPERPARTNERSHIP);
        assertThat(model()).isEqualTo(OperatingModel.SUPERPARTNERSHIP);
    }

    @Test
    void a_charity_that_holds_the_contract_is_another_provider() {
        add(PRACTICE, LinkKind.CONTRACT_HOLDER, CHARITY);
        assertThat(model()).isEqualTo(OperatingModel.OTHER_PROVIDER);
    }

    @Test
    void companies_that_own_each_other_lead_nowhere() {
        add(PRACTICE, LinkKind.CONTRACT_HOLDER, COMPANY);
        add(COMPANY, LinkKind.SUBSIDIARY_OF, PARENT);
        add(PARENT, LinkKind.SUBSIDIARY_OF, COMPANY);
        assertThat(model()).isEqualTo(OperatingModel.CORPORATE_PROVIDER);
    }

    @Test
    void a_timeline_says_when_a_partnership_came_to_a_trust_and_a_gap_is_no_change() {
        // Given
        links.add(link(PRACTICE, LinkKind.CONTRACT_HOLDER, PARTNERSHIP, day(0), day(9)));
        links.add(link(PRACTICE, LinkKind.CONTRACT_HOLDER, TRUST, day(12), day(19)));
        links.add(link(PRACTICE, LinkKind.CONTRACT_HOLDER, TRUST, day(20), null));

        // When
        List<ModelPeriod> timeline = new ModelRule(PRACTICE.id(), links).timeline();

        // Then
        assertThat(timeline)
                .containsExactly(
                        new ModelPeriod(OperatingModel.INDEPENDENT_PARTNERSHIP, day(0), day(9)),
                        new ModelPeriod(OperatingModel.NOT_RECORDED, day(10), day(11)),
                        new ModelPeriod(OperatingModel.TRUST_EMPLOYED, day(12), null));
        assertThat(ModelRule.turns(timeline))
                .containsExactly(new ModelRule.Turn(
                        day(12), OperatingModel.INDEPENDENT_PARTNERSHIP, OperatingModel.TRUST_EMPLOYED));
    }

    @Property
    void the_order_in_which_links_are_known_says_nothing(
            @ForAll("linkSets") List<Link> some, @ForAll long seed, @ForAll @IntRange(max = DAYS) int day) {
        List<Link> shuffled = new ArrayList<>(some);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(new ModelRule(PRACTICE.id(), shuffled).on(day(day)))
                .isEqualTo(new ModelRule(PRACTICE.id(), some).on(day(day)));
        assertThat(new ModelRule(PRACTICE.id(), shuffled).timeline())
                .isEqualTo(new ModelRule(PRACTICE.id(), some).timeline());
    }

    @Property
    void only_links_that_hold_on_the_day_decide(
            @ForAll("linkSets") List<Link> some, @ForAll @IntRange(max = DAYS) int day) {
        List<Link> held = some.stream().filter(link -> link.holdsOn(day(day))).toList();
        ModelRule.Derived derived = new ModelRule(PRACTICE.id(), some).on(day(day));
        assertThat(derived).isEqualTo(new ModelRule(PRACTICE.id(), held).on(day(day)));
        assertThat(held).containsAll(derived.because());
        assertThat(derived.because().isEmpty()).isEqualTo(derived.model() == OperatingModel.NOT_RECORDED);
    }

    @Property
    void a_timeline_says_of_each_day_what_the_rule_says_of_it(@ForAll("linkSets") List<Link> some) {
        // When
        var rule = new ModelRule(PRACTICE.id(), some);
        List<ModelPeriod> timeline = rule.timeline();

        // Then
        for (int day = -1; day <= 2 * DAYS; day++) {
            assertThat(at(timeline, day(day)))
                    .as("day %d", day)
                    .isEqualTo(rule.on(day(day)).model());
        }
        for (int i = 1; i < timeline.size(); i++) {
            assertThat(timeline.get(i).model()).isNotEqualTo(timeline.get(i - 1).model());
            assertThat(timeline.get(i - 1).until())
                    .isEqualTo(timeline.get(i).from().minusDays(1));
        }
        assertThat(timeline.isEmpty() ? null : timeline.getLast().until()).isNull();
    }

    @Property
    void whatever_else_is_recorded_a_trust_that_employs_the_gps_decides(
            @ForAll("linkSets") List<Link> some, @ForAll @IntRange(max = DAYS) int day) {
        List<Link> more = new ArrayList<>(some);
        more.add(link(PRACTICE, LinkKind.EMPLOYER, TRUST, day(day), day(day)));
        assertThat(new ModelRule(PRACTICE.id(), more).on(day(day)).model()).isEqualTo(OperatingModel.TRUST_EMPLOYED);
    }

    @Property
    void what_is_found_among_all_links_is_what_all_links_say(
            @ForAll("linkSets") List<Link> some, @ForAll @IntRange(max = DAYS) int day) {
        assertThat(new Ties(some).rule(PRACTICE.id()).on(day(day)))
                .isEqualTo(new ModelRule(PRACTICE.id(), some).on(day(day)));
    }

    @Provide
    Arbitrary<List<Link>> linkSets() {
        Arbitrary<Organisation> organisations = Arbitraries.of(
                PRACTICE, PARTNERSHIP, OWN_COMPANY, COMPANY, PARENT, FEDERATION, SUPERPARTNERSHIP, CHARITY);
        Arbitrary<Organisation> others =
                Arbitraries.of(TRUST, PARTNERSHIP, OWN_COMPANY, COMPANY, PARENT, FEDERATION, SUPERPARTNERSHIP, CHARITY);
        return Combinators.combine(
                        organisations,
                        Arbitraries.of(LinkKind.class),
                        others,
                        Arbitraries.integers().between(0, DAYS),
                        Arbitraries.integers().between(0, DAYS).injectNull(0.3))
                .as((organisation, kind, other, from, length) ->
                        link(organisation, kind, other, day(from), length == null ? null : day(from + length)))
                .list()
                .ofMaxSize(12);
    }

    private static OperatingModel at(List<ModelPeriod> timeline, LocalDate day) {
        return timeline.stream()
                .filter(period -> !day.isBefore(period.from()) && isNotAfter(day, period.until()))
                .map(ModelPeriod::model)
                .findFirst()
                .orElse(OperatingModel.NOT_RECORDED);
    }

    private static boolean isNotAfter(LocalDate day, @Nullable LocalDate until) {
        return until == null || !day.isAfter(until);
    }

    private void add(Organisation organisation, LinkKind kind, Organisation other) {
        links.add(link(organisation, kind, other, DAY, null));
    }

    private OperatingModel model() {
        return new ModelRule(PRACTICE.id(), links).on(DAY).model();
    }

    private static LocalDate day(int number) {
        return DAY.plusDays(number);
    }
}
