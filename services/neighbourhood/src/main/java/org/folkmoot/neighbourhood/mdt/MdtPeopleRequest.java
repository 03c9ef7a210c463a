package org.folkmoot.neighbourhood.mdt;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Whom a meeting discusses.
 *
 * @param referrals theirs, in the order in which they are discussed
 */
record MdtPeopleRequest(@NotNull @Size(max = 100) List<@NotNull UUID> referrals) {

    MdtPeopleRequest {
        referrals =
                referrals == null ? List.of() : referrals.stream().distinct().toList();
    }
}
