package org.folkmoot.mandate.power;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A review of a power.
 *
 * @param outcome {@code kept}: it stands as it is; {@code changed} or {@code to-be-revoked}: that is proposed as a change of its
 *     own
 * @param reason why
 * @param nextReview the day before which it is reviewed again: after today, and no later than the power's last
 */
record ReviewRequest(
        @NotNull @Pattern(regexp = "kept|changed|to-be-revoked")
        String outcome,

        @NotBlank @Size(max = 2000) String reason,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @NotNull
        LocalDate nextReview) {}
