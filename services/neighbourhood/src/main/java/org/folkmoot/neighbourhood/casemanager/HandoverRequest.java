package org.folkmoot.neighbourhood.casemanager;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * To whom a person is to be handed over.
 *
 * @param to the subject of a member of the team
 * @param words what they should know
 */
record HandoverRequest(
        @NotBlank @Size(max = 200) String to,
        @NotBlank @Size(max = 20_000) String words) {

    /** Nothing of the words. */
    @Override
    public String toString() {
        return "HandoverRequest[withheld]";
    }
}
