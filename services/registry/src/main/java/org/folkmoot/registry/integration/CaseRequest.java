package org.folkmoot.registry.integration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.folkmoot.nhs.OdsCode;

/**
 * A practice begins to consider.
 *
 * @param options what is considered so far
 */
record CaseRequest(
        @NotNull OdsCode practice,

        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid OptionRequest> options) {}
