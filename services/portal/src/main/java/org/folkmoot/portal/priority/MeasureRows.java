package org.folkmoot.portal.priority;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.service.Priorities.Measure;

/**
 * Measures as a form has them: rows of fields, counted from 0. A row in which nothing stands does not count, and a form has one
 * more than are filled in, so that there is always room for another.
 */
public final class MeasureRows {

    private static final int LEAST = 2;
    private static final int MOST = 20;

    /** The fields of a measure, by the service's names. */
    static final Map<String, Field> FIELDS = Map.of(
            "measures", new Field("measure-0-name", "A measure"),
            "measures/name", new Field("measure-0-name", "What is measured"),
            "measures/baseline", new Field("measure-0-baseline", "Where it stands now"),
            "measures/target", new Field("measure-0-target", "Where it shall stand"),
            "measures/by", new Field("measure-0-by-day", "The day of a measure"));

    /** A row. */
    public record Row(int place) {

        /** The row as people count it. */
        public int number() {
            return place + 1;
        }

        /** The name of one of its fields. */
        public String field(String part) {
            return "measure-" + place + "-" + part;
        }

        private boolean isFilled(Entered entered) {
            return Stream.of("name", "baseline", "target")
                            .anyMatch(part -> !entered.text(field(part)).isEmpty())
                    || entered.hasDay(field("by"));
        }

        private Optional<LocalDate> by(Entered entered) {
            return entered.day(field("by"));
        }
    }

    private MeasureRows() {}

    /** The rows that a form shows. */
    static List<Row> of(Entered entered) {
        int filled = filled(entered).stream().mapToInt(Row::number).max().orElse(0);
        return rows(Math.clamp(filled + 1, LEAST, MOST));
    }

    /** The form with these measures in its rows. */
    static Entered with(Entered entered, List<Measure> measures) {
        Entered known = entered;
        for (int place = 0; place < measures.size(); place++) {
            var row = new Row(place);
            Measure measure = measures.get(place);
            known = known.with(row.field("name"), measure.name())
                    .with(row.field("baseline"), measure.baseline())
                    .with(row.field("target"), measure.target())
                    .withDay(row.field("by"), measure.by());
        }
        return known;
    }

    /** What is wrong with the rows, after what is wrong before them. */
    static FormErrors mistakes(FormErrors before, Entered entered) {
        FormErrors errors = before;
        for (Row row : filled(entered)) {
            errors = errors.unless(
                            !entered.text(row.field("name")).isEmpty(), row.field("name"), "Enter what is measured")
                    .unless(
                            !entered.text(row.field("baseline")).isEmpty(),
                            row.field("baseline"),
                            "Enter where it stands now")
                    .unless(
                            !entered.text(row.field("target")).isEmpty(),
                            row.field("target"),
                            "Enter where it shall stand")
                    .unless(
                            row.by(entered).isPresent(),
                            row.field("by") + "-day",
                            "The day must be a real date, such as 1 4 2027");
        }
        return errors;
    }

    /** What was entered; ask for mistakes first. */
    static List<Measure> measures(Entered entered) {
        var measures = new ArrayList<Measure>();
        for (Row row : filled(entered)) {
            measures.add(new Measure(
                    entered.text(row.field("name")),
                    entered.text(row.field("baseline")),
                    entered.text(row.field("target")),
                    row.by(entered).orElseThrow(),
                    null));
        }
        return measures;
    }

    private static List<Row> filled(Entered entered) {
        return rows(MOST).stream().filter(row -> row.isFilled(entered)).toList();
    }

    private static List<Row> rows(int count) {
        return IntStream.range(0, count).mapToObj(Row::new).toList();
    }
}
