package org.folkmoot.neighbourhood;

import java.util.UUID;

/**
 * What was made, by its identifier alone: answers to creates are kept for a day, and a patient's data have no place there.
 */
public record Made(UUID id) {}
