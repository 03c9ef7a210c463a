package org.folkmoot.executive.power;

import java.util.UUID;

/** It was heard that a motion has been tabled; whoever does something because of that does it in the same transaction. */
public record MotionHeard(UUID motion, UUID group, String title) {}
