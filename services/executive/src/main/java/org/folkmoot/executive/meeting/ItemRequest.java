package org.folkmoot.executive.meeting;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.folkmoot.nhs.OdsCode;
import org.jspecify.annotations.Nullable;

/**
 * Something to be put on an agenda.
 *
 * @param body whose agenda
 * @param proposedFor the organisation in whose name it is proposed; it is a topic of the office without one
 */
record ItemRequest(
        @NotNull Body body,
        @NotBlank @Size(max = 300) String title,
        @NotBlank @Size(max = 20_000) String words,
        @Nullable OdsCode proposedFor) {}
