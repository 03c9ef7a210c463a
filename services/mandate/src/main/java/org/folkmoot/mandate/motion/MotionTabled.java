package org.folkmoot.mandate.motion;

import java.util.UUID;
import org.folkmoot.mandate.rule.Question;

/** Event {@code motion.tabled}. */
public record MotionTabled(UUID motion, UUID group, Question question, String title) {}
