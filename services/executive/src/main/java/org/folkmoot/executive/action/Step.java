package org.folkmoot.executive.action;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A step of an action.
 *
 * @param done whether it has been made
 */
record Step(@NotBlank @Size(max = 500) String words, boolean done) {}
