package org.folkmoot.neighbourhood.mdt;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is to be done for a person.
 *
 * @param referral theirs
 * @param owner the subject of the member who does it
 * @param due its day
 */
record MdtActionRequest(
        @NotNull UUID referral,
        @NotBlank @Size(max = 2000) String words,
        @NotBlank @Size(max = 200) String owner,
        @NotNull LocalDate due) {}
