package org.folkmoot.neighbourhood.team;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A team to be formed.
 *
 * @param neighbourhood for which of the registry's neighbourhoods it works
 * @param services what it offers
 */
record TeamRequest(
        @NotBlank @Size(max = 200) String name,
        @NotNull UUID neighbourhood,
        @NotNull Relation relation,
        @NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String> services,
        @NotNull LocalDate formedOn) {}
