package org.folkmoot.executive.power;

import java.util.UUID;

/** It was heard that a motion was withdrawn; whoever does something because of that does it in the same transaction. */
public record MotionWithdrawn(UUID motion, String reason) {}
