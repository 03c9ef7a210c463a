package org.folkmoot.executive.enquiry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sees to an enquiry.
 *
 * @param group the leadership group for which it is answered; needed where the enquiry does not say it
 * @param assignee the subject of whoever sees to it
 * @param assigneeName what they are called
 */
record AssignmentRequest(
        @Nullable UUID group,
        @NotBlank @Size(max = 200) String assignee,
        @NotBlank @Size(max = 200) String assigneeName) {}
