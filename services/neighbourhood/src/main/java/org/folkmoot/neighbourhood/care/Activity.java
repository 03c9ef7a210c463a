package org.folkmoot.neighbourhood.care;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done under a care plan.
 *
 * @param who does it: a person or a service, in words
 * @param by the day by which it is done; absent where it goes on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Activity(
        @NotBlank @Size(max = 1000) String what,
        @NotBlank @Size(max = 200) String who,
        @Nullable LocalDate by) {}
