package org.folkmoot.mandate.group;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.folkmoot.mandate.electorate.Footprint;

/**
 * A group to be founded.
 *
 * @param footprint whose practices it speaks for
 * @param constitution its first version, to be confirmed by somebody else
 */
record FoundingRequest(
        @NotBlank @Size(max = 200) String name,
        @NotNull @Valid Footprint footprint,
        @NotNull @Valid ConstitutionRequest constitution) {}
