package org.folkmoot.neighbourhood.team;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What may change of a team. */
record TeamChangeRequest(
        @NotBlank @Size(max = 200) String name,
        @NotNull Relation relation,
        @NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String> services) {}
