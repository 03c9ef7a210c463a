package org.folkmoot.mandate.ballot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.folkmoot.ballot.Elector;
import org.folkmoot.mandate.rule.ElectorKind;
import org.folkmoot.mandate.rule.WeightTexts;
import org.jspecify.annotations.Nullable;

/**
 * One who may vote, as it was frozen, with the marks set since.
 *
 * @param voter an organisation's ODS code or a seat's key
 * @param kind {@code practice}, {@code pcn} or {@code seat}
 * @param weights what the vote counts in each class: integers or fractions as texts
 * @param recused whether a declared interest keeps it out of every base
 * @param interest that interest
 * @param present whether it was there without having to vote
 * @param voted whether it has a vote; how is not said here
 * @param lapsed whether it is a practice that had left before it voted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ElectorRow(
        String voter,
        ElectorKind kind,
        String name,
        Map<String, String> weights,
        boolean recused,
        @Nullable String interest,
        boolean present,
        boolean voted,
        boolean lapsed) {

    /** One who has only just been listed. */
    static ElectorRow listed(String voter, ElectorKind kind, String name, Map<String, String> weights) {
        return new ElectorRow(voter, kind, name, weights, false, null, false, false, false);
    }

    /** As libs/ballot counts it. */
    Elector toElector() {
        return new Elector(voter, WeightTexts.parse(weights), recused, present);
    }
}
