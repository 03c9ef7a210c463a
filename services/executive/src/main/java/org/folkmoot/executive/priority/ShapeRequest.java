package org.folkmoot.executive.priority;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A priority in the form that can be voted on. */
record ShapeRequest(
        @NotNull Aim aim,
        @NotBlank @Size(max = 300) String title,
        @NotBlank @Size(max = 20_000) String words,
        @NotEmpty @Size(max = 20) List<@Valid @NotNull Measure> measures) {

    ShapeRequest {
        measures = measures == null ? List.of() : List.copyOf(measures);
    }
}
