package org.folkmoot.portal.priority;

import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Priorities.Measure;
import org.folkmoot.portal.service.Priorities.Priority;

/**
 * The form that says where the measures of a priority stand now.
 *
 * @param tag the version that the person looks at
 */
public record MeasureView(Priority priority, String tag, Form form) {

    /** A measure, with the name of its field and what stands below it. */
    public record Asked(String field, String name, String hint) {}

    /** What is asked for. */
    public List<Asked> asked() {
        return IntStream.range(0, priority.measures().size())
                .mapToObj(place -> {
                    Measure measure = priority.measures().get(place);
                    return new Asked(
                            field(place),
                            measure.name(),
                            "It stood at %s, and shall be at %s".formatted(measure.baseline(), measure.target()));
                })
                .toList();
    }

    static String field(int place) {
        return "reached-" + place;
    }
}
