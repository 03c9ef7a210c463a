package org.folkmoot.executive.bulletin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far a bulletin has come, in numbers of practices.
 *
 * @param total of all practices together
 * @param networks of those of each network, by its code; those in none come last
 * @param answers how many gave each answer that can be chosen, in the order of the question
 */
record Reach(Line total, List<Line> networks, List<Answers> answers) {

    /**
     * A line of it.
     *
     * @param pcn the network; absent in the total and for practices in none
     * @param practices to how many it was published
     * @param delivered how many of these had it in their list
     * @param read how many opened it
     * @param acknowledged how many said so
     * @param answered how many answered its question
     */
    @Schema(name = "ReachLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            @Nullable String pcn,
            @Nullable String pcnName,
            long practices,
            long delivered,
            long read,
            long acknowledged,
            long answered) {}

    /**
     * An answer that can be chosen.
     *
     * @param practices how many did
     */
    record Answers(String answer, long practices) {}
}
