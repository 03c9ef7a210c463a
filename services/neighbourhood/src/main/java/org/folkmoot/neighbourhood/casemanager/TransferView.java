package org.folkmoot.neighbourhood.casemanager;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer to transfer a person to another team. Who the person is stands in the referral, which is that team's to see once it
 * has taken them over.
 *
 * @param state of the referral; absent once it is answered
 * @param words what the other team should know; absent if the patient's data were erased, and once it is answered for the other team
 * @param answer {@code accepted}, {@code declined} or {@code withdrawn}; absent while it is open
 * @param mayAct what the caller may do about it now: {@code accept} and {@code decline}, {@code withdraw}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TransferView(
        UUID id,
        UUID referral,
        @Nullable String state,
        UUID from,
        String fromName,
        UUID to,
        String toName,
        String reason,
        @Nullable String words,
        String offeredName,
        Instant offeredAt,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        List<String> mayAct) {

    TransferView {
        mayAct = List.copyOf(mayAct);
    }

    /** The same, for somebody who may do that. */
    TransferView forWhoMay(List<String> acts) {
        return new TransferView(
                id,
                referral,
                state,
                from,
                fromName,
                to,
                toName,
                reason,
                words,
                offeredName,
                offeredAt,
                answer,
                answeredAt,
                acts);
    }

    /** The same, once it is answered: how the referral stands is the business of whoever has it. */
    TransferView answered(boolean withWords) {
        return new TransferView(
                id,
                referral,
                null,
                from,
                fromName,
                to,
                toName,
                reason,
                withWords ? words : null,
                offeredName,
                offeredAt,
                answer,
                answeredAt,
                List.of());
    }

    /** Which one, and nothing of the words. */
    @Override
    public String toString() {
        return "TransferView[" + id + "]";
    }
}
