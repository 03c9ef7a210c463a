package org.folkmoot.local.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which practice votes how. */
final class Choices {

    private Choices() {}

    /** The practices that vote on a motion, with what they choose. */
    static Map<String, List<String>> of(Script.Motion motion, List<Practice> practices) {
        Comparator<Practice> byCode = Comparator.comparing(Practice::code);
        List<Practice> order = new ArrayList<>(practices);
        order.sort(
                switch (motion.order()) {
                    case "code" -> byCode;
                    case "list" -> Comparator.comparingInt(Practice::patients).thenComparing(byCode);
                    case String other -> throw new IllegalArgumentException("no order of practices: " + other);
                });
        var choices = new LinkedHashMap<String, List<String>>();
        int next = 0;
        for (Script.Votes votes : motion.votes()) {
            int end = Math.min(next + votes.practices(), order.size());
            List<String> choice = votes.choice();
            if (choice != null) {
                order.subList(next, end).forEach(practice -> choices.put(practice.code(), choice));
            }
            next = end;
        }
        return choices;
    }
}
