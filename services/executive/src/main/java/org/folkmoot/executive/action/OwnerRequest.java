package org.folkmoot.executive.action;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Somebody else for an action.
 *
 * @param owner the subject of whoever does it from now on
 * @param ownerName what they are called
 */
record OwnerRequest(
        @NotBlank @Size(max = 200) String owner,
        @NotBlank @Size(max = 200) String ownerName,
        @NotBlank @Size(max = 2000) String reason) {}
