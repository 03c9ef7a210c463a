package org.folkmoot.executive.recommendation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Who responds.
 *
 * @param person the subject
 * @param personName what they are called
 */
record ResponderRequest(
        @NotBlank @Size(max = 200) String person,
        @NotBlank @Size(max = 200) String personName) {}
