package org.folkmoot.executive.decision;

import java.util.List;
import java.util.UUID;

/**
 * Event {@code decision.refused}.
 *
 * @param power the power that was cited, whether there is one or not
 * @param conditions those that were not met
 */
public record DecisionRefused(UUID decision, UUID group, UUID power, List<String> conditions) {}
