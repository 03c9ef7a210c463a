package org.folkmoot.tenants.succession;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much there is of something at a predecessor, and what a plan would do with it.
 *
 * @param what is counted, {@code practice-budgets}
 * @param goes how many would go to a successor
 * @param stays how many would stay
 * @param why what stays does, for a person
 */
@Schema(name = "SuccessionCount", description = "How much there is of something, and what the plan would do with it.")
public record Count(
        @Schema(description = "What is counted.", examples = "practice-budgets")
        String what,

        @Schema(description = "How many would go to a successor.")
        long goes,

        @Schema(description = "How many would stay.") long stays,
        @Schema(description = "Why what stays does.") String why) {}
