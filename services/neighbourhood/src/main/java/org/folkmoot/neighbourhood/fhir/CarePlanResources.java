package org.folkmoot.neighbourhood.fhir;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.care.Activity;
import org.folkmoot.neighbourhood.care.CarePlanView;
import org.folkmoot.neighbourhood.care.CarePlans;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** Care plans: the version in force, or the draft while there is none. */
@ApplicationScoped
class CarePlanResources implements Shelf {

    private final ReferralSearch referrals;
    private final CarePlans plans;

    CarePlanResources(ReferralSearch referrals, CarePlans plans) {
        this.referrals = referrals;
        this.plans = plans;
    }

    @Override
    public String type() {
        return References.CARE_PLAN;
    }

    @Override
    public Set<SearchParameter> parameters() {
        return Set.of(
                SearchParameter.ID,
                SearchParameter.PATIENT,
                SearchParameter.PATIENT_IDENTIFIER,
                SearchParameter.CARE_TEAM,
                SearchParameter.STATUS);
    }

    @Override
    public Optional<CarePlan> one(String id, Reader reader) {
        return referrals.one(id, reader).flatMap(referral -> plan(referral, reader));
    }

    @Override
    public Found search(Criteria criteria, Reader reader) {
        if (!ReferralSearch.isNarrow(criteria, SearchParameter.CARE_TEAM)) {
            throw TooCostly.refused("Say whose care plan, by patient or by " + SearchParameter.CARE_TEAM.text() + ".");
        }
        var statuses = criteria.values(SearchParameter.STATUS);
        return new Found(
                referrals.of(criteria, SearchParameter.CARE_TEAM, reader).referrals().stream()
                        .flatMap(referral -> plan(referral, reader).stream())
                        .filter(plan -> statuses.isEmpty()
                                || statuses.contains(plan.getStatus().toCode()))
                        .toList(),
                null);
    }

    private Optional<CarePlan> plan(SeenReferral referral, Reader reader) {
        return switch (plans.of(reader, referral.row().id())) {
            case Result.Refused<CarePlanView> _ -> Optional.empty();
            case Result.Done<CarePlanView>(CarePlanView view, long version) ->
                Optional.of(resource(referral, view, version));
        };
    }

    private static CarePlan resource(SeenReferral referral, CarePlanView view, long version) {
        UUID id = referral.row().id();
        CarePlanView.Version shown = view.agreed();
        boolean agreed = shown != null;
        if (shown == null) {
            shown = Objects.requireNonNull(view.draft(), "a plan has a version");
        }
        var plan = new CarePlan();
        plan.setId(id.toString());
        plan.getMeta().setVersionId(Long.toString(version)).addProfile(Systems.ukCore(References.CARE_PLAN));
        plan.setStatus(status(agreed, referral))
                .setIntent(CarePlanIntent.PLAN)
                .setSubject(referral.patient())
                .setCreatedElement(References.at(shown.draftedAt()))
                .setAuthor(References.somebody(shown.draftedBy()))
                .addCareTeam(References.to(References.CARE_TEAM, id))
                .addIdentifier(Systems.of(view.id()));
        CarePlanView.Agreement agreement = shown.agreement();
        if (agreement != null) {
            plan.getPeriod().setStartElement(References.on(agreement.on()));
        }
        LocalDate review = view.reviewDue();
        if (review != null) {
            plan.addNote().setText("To be reviewed by " + review + ".");
        }
        plan.addNote().setText(shown.contingency());
        for (int number = 0; number < shown.goals().size(); number++) {
            String name = "goal-" + (number + 1);
            plan.addContained(goal(name, shown.goals().get(number), referral));
            plan.addGoal(new Reference("#" + name));
        }
        shown.activities().forEach(activity -> add(plan, activity));
        return plan;
    }

    private static CarePlanStatus status(boolean agreed, SeenReferral referral) {
        if (!agreed) {
            return CarePlanStatus.DRAFT;
        }
        return referral.outcome().isPresent() ? CarePlanStatus.COMPLETED : CarePlanStatus.ACTIVE;
    }

    private static Goal goal(String name, String words, SeenReferral referral) {
        var goal = new Goal();
        goal.setId(name);
        goal.setLifecycleStatus(GoalLifecycleStatus.ACTIVE).setSubject(referral.patient());
        goal.getDescription().setText(words);
        return goal;
    }

    private static void add(CarePlan plan, Activity activity) {
        CarePlanActivityDetailComponent detail = plan.addActivity().getDetail();
        detail.setStatus(CarePlanActivityStatus.SCHEDULED).setDescription(activity.what());
        detail.addPerformer(References.somebody(activity.who()));
        LocalDate by = activity.by();
        if (by != null) {
            detail.setScheduled(new Period().setEndElement(References.on(by)));
        }
    }
}
