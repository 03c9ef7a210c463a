package org.folkmoot.registry.succession;

import java.util.List;
import java.util.UUID;

/**
 * For a plan by which practices of the ICS go to others: what there is of this ICS.
 *
 * @param succession the plan
 * @param notItsOwn ODS codes that the plan names and that never were practices of this ICS
 * @param placedElsewhere ODS codes that the plan names and that the directory places neither here nor with the successor
 * @param unnamed ODS codes of practices of this ICS that the plan does not name
 */
public record SuccessionCounted(
        UUID succession,
        List<String> notItsOwn,
        List<String> placedElsewhere,
        List<String> unnamed,
        List<Count> counts) {

    public SuccessionCounted {
        notItsOwn = List.copyOf(notItsOwn);
        placedElsewhere = List.copyOf(placedElsewhere);
        unnamed = List.copyOf(unnamed);
        counts = List.copyOf(counts);
    }

    /**
     * One kind of thing.
     *
     * @param what the kind, {@code practice-budgets}
     * @param goes how many would go to a successor
     * @param stays how many would stay
     * @param why what stays does
     */
    public record Count(String what, long goes, long stays, String why) {}
}
