package org.folkmoot.executive.bulletin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.folkmoot.executive.practice.Audience;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin to be drafted, whole.
 *
 * @param audience to which practices it goes
 * @param question what they are asked; absent if nothing
 */
record BulletinRequest(
        @NotBlank @Size(max = 300) String title,
        @NotBlank @Size(max = 50_000) String words,
        @NotNull @Valid Audience audience,
        @Valid @Nullable Question question) {}
