package org.folkmoot.mandate.rule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.ballot.Method;
import org.folkmoot.ballot.Rules;
import org.folkmoot.ballot.Tie;
import org.jspecify.annotations.Nullable;

/**
 * How a kind of question is decided.
 *
 * @param classes the majorities needed, each of its own voters or weights; all must be reached
 * @param quorum the participation needed, all of it; none if empty
 * @param tie what a tie does: {@code lost}, {@code chair} or {@code lot}
 * @param visibility what is seen of votes, and when
 * @param transfer of a ranking: {@code weighted-inclusive-gregory} or {@code meek}; absent else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VotingRule(
        @NotEmpty @Size(max = 8) List<@Valid ClassRule> classes,
        @NotNull @Size(max = 8) List<@Valid Quorum> quorum,
        @NotNull @Pattern(regexp = "lost|chair|lot") String tie,
        @NotNull Visibility visibility,

        @Pattern(regexp = "weighted-inclusive-gregory|meek") @Nullable
        String transfer) {

    /** Whose weights a class counts; a rule that is looked over before it is believed may lack parts. */
    public VotingRule {
        classes = classes == null ? List.of() : List.copyOf(classes);
        quorum = quorum == null ? List.of() : List.copyOf(quorum);
    }

    /** The rule as {@code libs/ballot} counts by it. */
    public Rules toRules(Method method, @Nullable String chair) {
        boolean ranked = method instanceof Method.Ranked;
        // A single class of equal votes says nothing to a count of papers, and a ranked ballot knows no majority.
        return new Rules(
                method,
                quorum.stream().map(Quorum::toQuorumRule).toList(),
                classes.stream().map(ClassRule::toClass).toList(),
                ranked ? Tie.LOT : Words.find(Tie.values(), Tie::word, tie),
                ranked || !tie.equals(Tie.CHAIR.word()) ? null : chair,
                null);
    }

    /** How a ranking's surpluses are transferred. */
    public Method.Transfer transferMethod() {
        return transfer == null
                ? Method.Transfer.WEIGHTED_INCLUSIVE_GREGORY
                : Words.find(Method.Transfer.values(), Method.Transfer::word, transfer);
    }

    /** Whose votes are asked for. */
    @JsonIgnore
    public Set<ElectorKind> electorKinds() {
        var kinds = EnumSet.noneOf(ElectorKind.class);
        classes.forEach(rule -> kinds.add(rule.franchise().electors()));
        return kinds;
    }

    /** What is wrong with the rule for that question, as a sentence; empty if nothing is. */
    public Optional<String> objection(Question question) {
        List<String> wrong = new ArrayList<>();
        var names = new HashSet<String>();
        classes.stream().map(ClassRule::name).filter(name -> !names.add(name)).forEach(name -> {
            wrong.add("The class " + name + " stands twice.");
        });
        quorum.stream()
                .map(Quorum::votingClass)
                .filter(name -> name != null && !names.contains(name))
                .forEach(name -> wrong.add("The quorum names the class " + name + ", which the rule has not."));
        if (visibility == Visibility.SECRET
                && !(classes.size() == 1 && classes.getFirst().franchise().isAlike())) {
            wrong.add("In a secret ballot all votes count alike, in one class: weights would tell who voted how.");
        }
        if (question == Question.SEAT && classes.size() > 1) {
            wrong.add("A ranking has one class.");
        }
        if (question == Question.MANDATE && visibility == Visibility.SECRET) {
            wrong.add("A mandate shows each practice's position, so its ballot is not secret.");
        }
        if (question == Question.MANDATE && !electorKinds().equals(EnumSet.of(ElectorKind.PRACTICE))) {
            wrong.add("A mandate is given by practices alone.");
        }
        if (wrong.isEmpty()) {
            try {
                toRules(new Method.Motion(), null);
            } catch (IllegalArgumentException e) {
                wrong.add("A number cannot be: " + e.getMessage() + ".");
            }
        }
        return wrong.stream().findFirst();
    }
}
