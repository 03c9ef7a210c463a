package org.folkmoot.registry.integration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Something that the practice could do.
 *
 * @param account what speaks for and against it
 * @param proposedBy who proposed it: a person in their office or an organisation, in words
 * @param partner who would be joined: an ODS code or the id of a body; none where the practice stays as it is
 */
record OptionRequest(
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 4000) String account,
        @NotBlank @Size(max = 200) String proposedBy,

        @Pattern(regexp = "[A-Za-z0-9-]{3,36}") @Nullable String partner) {}
