package org.folkmoot.mandate.group;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.folkmoot.mandate.rule.Question;
import org.folkmoot.mandate.rule.VotingRule;

/**
 * What a version of a constitution says.
 *
 * @param seats the places on the group
 * @param questions a rule for each kind of question that the group decides
 * @param standing what must stand behind the group for it to be mandated; all of it
 * @param mandateMonths how long a mandate may last, at most
 * @param annulledBy the role that may annul a ballot before it is declared
 */
public record Charter(
        @NotNull @Size(max = 200) List<@Valid SeatRule> seats,
        @NotEmpty @Size(max = 10) List<@Valid QuestionRule> questions,
        @NotEmpty @Size(max = 3) List<@Valid StandingShare> standing,
        @Min(1) @Max(120) int mandateMonths,

        @NotNull @Pattern(regexp = "group-secretary|lmc-executive|ics-admin")
        String annulledBy) {

    public Charter {
        seats = seats == null ? List.of() : List.copyOf(seats);
        questions = questions == null ? List.of() : List.copyOf(questions);
        standing = standing == null ? List.of() : List.copyOf(standing);
    }

    /** The rule for a kind of question; empty if the group does not decide such. */
    public Optional<VotingRule> ruleFor(Question question) {
        return questions.stream()
                .filter(each -> each.question() == question)
                .map(QuestionRule::rule)
                .findFirst();
    }

    /** The seat of that key. */
    public Optional<SeatRule> seat(String key) {
        return seats.stream().filter(each -> each.seat().equals(key)).findFirst();
    }

    /**
     * Whom all the seats of these keys speak for: the ODS codes, none for everybody. Empty if a seat is not there, or speaks
     * for others than the rest do.
     */
    public Optional<List<String>> constituency(List<String> keys) {
        List<Optional<List<String>>> found = keys.stream()
                .map(key -> seat(key)
                        .map(each ->
                                each.constituency().stream().distinct().sorted().toList()))
                .distinct()
                .toList();
        return found.size() == 1 ? found.getFirst() : Optional.empty();
    }

    /** The seat whose holder chairs; empty if there is none. */
    @JsonIgnore
    public Optional<SeatRule> chair() {
        return seats.stream().filter(each -> each.kind() == SeatKind.CHAIR).findFirst();
    }

    /** What is wrong with it, as a sentence; empty if nothing is. */
    @JsonIgnore
    public Optional<String> objection() {
        var keys = new HashSet<String>();
        for (SeatRule seat : seats) {
            if (!keys.add(seat.seat())) {
                return Optional.of("The seat " + seat.seat() + " stands twice.");
            }
        }
        if (seats.stream().filter(each -> each.kind() == SeatKind.CHAIR).count() > 1) {
            return Optional.of("A group has one chair.");
        }
        var asked = EnumSet.noneOf(Question.class);
        for (QuestionRule each : questions) {
            if (!asked.add(each.question())) {
                return Optional.of("The question " + each.question().slug() + " has two rules.");
            }
            Optional<String> objection = each.rule().objection(each.question());
            if (objection.isPresent()) {
                return objection.map(
                        sentence -> "The rule for " + each.question().slug() + ": " + sentence);
            }
            if (each.rule().tie().equals("chair") && chair().isEmpty()) {
                return Optional.of("The rule for " + each.question().slug()
                        + " gives the chair a casting vote, and there is no chair.");
            }
        }
        return standing.stream().map(StandingShare::of).distinct().count() == standing.size()
                ? Optional.empty()
                : Optional.of("A share that standing asks for stands twice.");
    }
}
