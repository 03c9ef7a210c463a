package org.folkmoot.executive.action;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Another day for an action. */
record DueRequest(
        @NotNull LocalDate due, @NotBlank @Size(max = 2000) String reason) {}
