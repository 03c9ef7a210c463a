package org.folkmoot.executive.priority;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The motion that puts a priority to its group. */
record MotionRequest(@NotNull UUID motion) {}
