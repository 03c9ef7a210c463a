package org.folkmoot.mandate.group;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.folkmoot.mandate.rule.Question;
import org.folkmoot.mandate.rule.VotingRule;

/**
 * By which rule a kind of question is decided.
 *
 * @param question the kind
 * @param rule how it is decided
 */
public record QuestionRule(
        @NotNull Question question, @NotNull @Valid VotingRule rule) {}
