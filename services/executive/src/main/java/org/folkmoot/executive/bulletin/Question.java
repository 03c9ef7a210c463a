package org.folkmoot.executive.bulletin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question to practices.
 *
 * @param options the answers to choose from; none where practices answer in their own words
 * @param until the last day on which can be answered
 */
@Schema(name = "BulletinQuestion")
record Question(
        @NotBlank @Size(max = 1000) String words,
        @NotNull @Size(max = 10) List<@NotBlank @Size(max = 200) String> options,
        @NotNull LocalDate until) {

    Question {
        options = options == null ? List.of() : List.copyOf(options);
    }

    /** Whether that is one of the answers that can be given. */
    boolean admits(String answer) {
        return options.isEmpty() || options.contains(answer);
    }
}
