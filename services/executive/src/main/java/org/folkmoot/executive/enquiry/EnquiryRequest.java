package org.folkmoot.executive.enquiry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.nhs.OdsCode;
import org.jspecify.annotations.Nullable;

/**
 * What a system partner asks, by the form or by an event.
 *
 * @param organisation who asks
 * @param group the leadership group that is asked; may be left open
 * @param reference the enquirer's own name for the enquiry, used once
 * @param subject what it is about, in one line
 * @param contact whom to speak to there
 * @param receivedOn on which day it came by another way to whoever writes it down, if not today; nobody else says that
 */
record EnquiryRequest(
        @NotNull OdsCode organisation,
        @Nullable UUID group,

        @Pattern(regexp = "[\\x21-\\x7e]{1,100}") @Nullable String reference,

        @NotBlank @Size(max = 300) String subject,
        @NotBlank @Size(max = 20_000) String words,
        @Size(max = 200) @Nullable String contact,
        @Nullable LocalDate receivedOn) {}
