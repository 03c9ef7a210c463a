package org.folkmoot.mandate.motion;

import java.util.UUID;

/** Event {@code motion.withdrawn}. */
public record MotionWithdrawn(UUID motion, UUID group, String title, String reason) {}
