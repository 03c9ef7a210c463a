package org.folkmoot.portal.footprint;

import java.util.Map;
import org.folkmoot.portal.service.Footprints.SelfCheck;
import org.jspecify.annotations.Nullable;

/** How fit a network says that it is, in words. */
final class Fitness {

    private static final Map<String, String> WORDS =
            Map.of("fit", "Fit", "partly-fit", "Partly fit", "not-fit", "Not fit");

    private static final Map<String, String> ANSWERS = Map.of("yes", "Yes", "partly", "Partly", "no", "No");

    private Fitness() {}

    static String words(@Nullable SelfCheck check) {
        return check == null ? "Not said" : WORDS.getOrDefault(check.fitness(), check.fitness());
    }

    static String answer(SelfCheck check, SelfCheckQuestion question) {
        String answer = check.answers().getOrDefault(question.code(), "");
        return ANSWERS.getOrDefault(answer, answer);
    }
}
