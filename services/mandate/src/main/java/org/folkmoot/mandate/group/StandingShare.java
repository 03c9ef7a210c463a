package org.folkmoot.mandate.group;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A share of a group's constituents that must stand behind it, for it to be called mandated.
 *
 * @param of {@code practices}, {@code patients} or {@code pcns}
 * @param atLeast the share as an exact fraction, {@code 1/2}
 * @param strict whether more than that is needed
 */
public record StandingShare(
        @NotNull @Pattern(regexp = "practices|patients|pcns")
        String of,

        @NotNull @Pattern(regexp = "1|0|[0-9]{1,6}/[1-9][0-9]{0,5}")
        String atLeast,

        boolean strict) {}
