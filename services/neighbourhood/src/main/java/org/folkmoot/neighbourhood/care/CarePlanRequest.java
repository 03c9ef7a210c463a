package org.folkmoot.neighbourhood.care;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * A version of a care plan, whole.
 *
 * @param goals what matters to the person
 * @param contingency what is done if things go wrong
 * @param review the day by which it is reviewed
 */
record CarePlanRequest(
        @NotNull @Size(min = 1, max = 20) List<@NotBlank @Size(max = 1000) String> goals,
        @NotNull @Size(max = 50) List<@NotNull @Valid Activity> activities,
        @NotBlank @Size(max = 4000) String contingency,
        @NotNull LocalDate review) {

    CarePlanRequest {
        goals = goals == null ? List.of() : List.copyOf(goals);
        activities = activities == null ? List.of() : List.copyOf(activities);
    }

    PlanContent content() {
        return new PlanContent(
                goals.stream().map(String::strip).toList(),
                activities.stream()
                        .map(each ->
                                new Activity(each.what().strip(), each.who().strip(), each.by()))
                        .toList(),
                contingency.strip());
    }
}
