package org.folkmoot.neighbourhood.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A referral in a list, with its clock. Of a patient whose data were erased there is nothing but the identifier.
 *
 * @param nhsNumber in the groups in which it is printed
 * @param service what is asked for; absent, too, if the patient's data were erased
 * @param submittedOn when the journey was first submitted
 * @param dueOn by when the person is to be assessed
 * @param days how many it took or takes so far, those of pauses not counted
 * @param clock how its time goes: {@code on-time}, {@code due} (seven days or fewer are left), {@code late}, {@code paused};
 *     {@code met} or {@code missed} once assessed; {@code stopped} where it ended before; absent of a draft
 * @param caseManager the subject of whoever owns the person's care
 * @param offered whether it is offered to the caller to take over
 * @param redirects how often the journey was redirected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowView(
        UUID id,
        UUID journey,
        UUID patient,
        @Nullable String familyName,
        @Nullable String givenName,
        @Nullable LocalDate birthDate,
        @Nullable String nhsNumber,
        UUID team,
        String teamName,
        @Nullable String practice,
        @Nullable String practiceName,
        String cameBy,
        String priority,
        @Nullable String service,
        String state,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate dueOn,
        @Nullable Integer days,
        @Nullable String clock,
        @Nullable String caseManager,
        @Nullable String caseManagerName,
        boolean offered,
        int redirects) {

    /** As a log shows it. */
    @Override
    public String toString() {
        return "RowView[" + id + "]";
    }
}
