package org.folkmoot.registry.integration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An integration case.
 *
 * @param state {@code open}, {@code joined} or {@code declined}
 * @param decidedOn the day of the decision that holds
 * @param dueDiligence absent for whoever is neither the practice nor looks after the case
 * @param statements what the local medical committee says
 * @param steps decisions and reopenings, in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseView(
        UUID id,
        String practice,
        @Nullable String practiceName,
        String state,
        @Nullable LocalDate decidedOn,
        List<Option> options,
        @Nullable List<Diligence> dueDiligence,
        List<Statement> statements,
        List<Step> steps,
        String openedBy,
        Instant openedAt) {

    /**
     * Something that the practice could do.
     *
     * @param partner who would be joined, as it was written
     * @param partnerName what it is called now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CaseOption")
    record Option(
            int number,
            String title,
            String account,
            String proposedBy,
            @Nullable String partner,
            @Nullable String partnerName,
            String recordedBy,
            Instant recordedAt) {

        Option with(@Nullable String name) {
            return new Option(number, title, account, proposedBy, partner, name, recordedBy, recordedAt);
        }
    }

    /** An item of due diligence. */
    @Schema(name = "CaseDiligence")
    record Diligence(
            int number,
            String area,
            String item,
            String finding,
            String evidence,
            String recordedBy,
            Instant recordedAt) {}

    /**
     * What the local medical committee says.
     *
     * @param kind {@code comment} or {@code objection}
     */
    @Schema(name = "CaseStatement")
    record Statement(int number, String kind, String words, String recordedBy, Instant recordedAt) {}

    /**
     * A decision or a reopening.
     *
     * @param step {@code joined}, {@code declined} or {@code reopened}
     * @param option the number of the option by which the practice joined
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CaseStep")
    record Step(
            int number,
            String step,
            String reason,
            @Nullable Integer option,
            LocalDate on,
            String recordedBy,
            Instant recordedAt) {}
}
