package org.folkmoot.tenants.succession;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.problem.FieldError;

/** What the moves of one plan must be like among themselves. */
final class MovesRule {

    /** England has some 6,200 practices; and a whole plan has to be told in one event. */
    static final int MOST_PRACTICES = 10_000;

    private MovesRule() {}

    /** What is wrong with them, by their places in the request; empty when all is well. */
    static List<FieldError> complaints(List<Move> moves) {
        List<FieldError> wrong = new ArrayList<>();
        Set<String> givers = moves.stream().map(Move::predecessor).collect(Collectors.toSet());
        Set<List<String>> ways = new HashSet<>();
        Map<String, Integer> goesBy = new HashMap<>();
        for (int place = 0; place < moves.size(); place++) {
            Move move = moves.get(place);
            String pointer = "#/moves/" + place;
            if (move.predecessor().equals(move.successor())) {
                wrong.add(new FieldError(pointer + "/successor", "must be another ICS than the predecessor"));
            } else if (givers.contains(move.successor())) {
                wrong.add(new FieldError(
                        pointer + "/successor", "must not give practices in the same plan: draw up another one"));
            }
            if (!ways.add(List.of(move.predecessor(), move.successor()))) {
                wrong.add(new FieldError(pointer, "must go another way than the moves before it: join the two"));
            }
            for (String practice : move.practices()) {
                if (goesBy.putIfAbsent(practice, place) != null) {
                    wrong.add(new FieldError(pointer + "/practices", "must not name " + practice + " a second time"));
                }
            }
        }
        if (moves.stream().mapToInt(move -> move.practices().size()).sum() > MOST_PRACTICES) {
            wrong.add(new FieldError("#/moves", "must not name more than " + MOST_PRACTICES + " practices"));
        }
        return wrong;
    }
}
