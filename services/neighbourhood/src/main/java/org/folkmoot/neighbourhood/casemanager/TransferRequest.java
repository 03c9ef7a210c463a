package org.folkmoot.neighbourhood.casemanager;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.folkmoot.neighbourhood.referral.RedirectReason;

/**
 * To which team a person is to be transferred.
 *
 * @param words what that team should know; it reads them before it answers, and the record only after
 */
public record TransferRequest(
        @NotNull UUID team,
        @NotNull RedirectReason reason,
        @NotBlank @Size(max = 20_000) String words) {

    /** Nothing of the words. */
    @Override
    public String toString() {
        return "TransferRequest[withheld]";
    }
}
