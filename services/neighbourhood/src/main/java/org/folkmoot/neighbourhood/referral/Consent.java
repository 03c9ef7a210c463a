package org.folkmoot.neighbourhood.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;

/**
 * Whether a person who was found agrees to be referred.
 *
 * @param on the day on which they said so
 */
public record Consent(boolean given, @NotNull @PastOrPresent LocalDate on) {}
