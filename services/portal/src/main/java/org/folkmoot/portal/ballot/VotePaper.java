package org.folkmoot.portal.ballot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.jspecify.annotations.Nullable;

/**
 * What was filled in on the way to a vote.
 *
 * @param voter for whom; null if that was not said
 * @param via the elector whose proxy is used; null if none is
 * @param choice as the service takes it
 * @param errors what cannot be a vote
 */
record VotePaper(@Nullable String voter, @Nullable String via, List<String> choice, FormErrors errors) {

    static VotePaper of(Ballot ballot, Entered entered) {
        String[] who = entered.text("voter").split("\\|", 2);
        String voter = who[0].isEmpty() ? null : who[0];
        FormErrors errors = voter == null ? FormErrors.of("voter", "Choose for whom you vote") : FormErrors.NONE;
        var choice = new ArrayList<String>();
        if (ballot.ranked()) {
            errors = rank(ballot, entered, choice, errors);
        } else if (entered.text("choice").isEmpty()) {
            errors = errors.and("choice", "Choose how to vote");
        } else {
            choice.add(entered.text("choice"));
        }
        return new VotePaper(voter, who.length == 2 ? who[1] : null, List.copyOf(choice), errors);
    }

    /** The name of the field that holds a candidate's place. */
    static String field(int candidate) {
        return "place-" + candidate;
    }

    private static FormErrors rank(Ballot ballot, Entered entered, List<String> choice, FormErrors before) {
        FormErrors errors = before;
        var ranked = new TreeMap<Integer, String>();
        for (int at = 0; at < ballot.options().size(); at++) {
            String field = field(at);
            String candidate = ballot.options().get(at);
            if (entered.text(field).isEmpty()) {
                continue;
            }
            Optional<Integer> place = entered.number(field).filter(number -> number > 0);
            if (place.isEmpty()) {
                errors = errors.and(field, "The place of %s must be a number such as 1".formatted(candidate));
            } else if (ranked.putIfAbsent(place.get(), candidate) != null) {
                errors = errors.and(
                        field,
                        "%s has the same place as %s; give each a place of their own"
                                .formatted(candidate, ranked.get(place.get())));
            }
        }
        if (ranked.isEmpty() && !errors.any() && !entered.ticked("abstain")) {
            errors = errors.and(field(0), "Give at least one candidate a place, or abstain");
        }
        choice.addAll(ranked.values());
        return errors;
    }
}
