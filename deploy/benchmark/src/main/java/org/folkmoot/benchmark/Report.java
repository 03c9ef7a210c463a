package org.folkmoot.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark found.
 *
 * @param number the figure's number, for example {@code P4}
 * @param title what it is about
 * @param finishedAt when it ended, in UTC
 * @param machine what it ran on, and how busy that was
 * @param settings sizes, rates, numbers of connections
 * @param figures the lines
 * @param unfair what is unfair about the comparison, and to whom
 * @param profile where the time went, by stage
 */
public record Report(
        String number,
        String title,
        String finishedAt,
        Machine machine,
        Map<String, Object> settings,
        List<Figure> figures,
        List<String> unfair,
        Map<String, Object> profile) {

    /** Whether every figure is reached whose peer was there. */
    public boolean reached() {
        return figures.stream().filter(Figure::run).allMatch(Figure::reached);
    }

    /** Writes {@code report-<number>.json} into the folder and says where it is. */
    public Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("report-" + number.toLowerCase(Locale.ROOT) + ".json");
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writerWithDefaultPrettyPrinter()
                .writeValue(file.toFile(), this);
        return file;
    }

    /** The report for a person: one line a figure, then what is unfair. */
    public String table() {
        var table = new StringBuilder("%n%s  %s%n    %s%n    %s%n%n".formatted(number, title, machine, settings));
        table.append("    %-44s %22s %22s %22s  %-9s%n".formatted("", "ours", "peer", "ratio (min–max)", "reach"));
        for (Figure figure : figures) {
            table.append("    %-44s %22s %22s %22s  %-9s %s%n"
                    .formatted(
                            figure.what() + ", " + figure.unit(),
                            told(figure.ours()),
                            told(figure.peer()),
                            told(figure.ratio()),
                            figure.reach(),
                            figure.outcome()));
        }
        profile.forEach((stage, value) -> table.append("    %s: %s%n".formatted(stage, value)));
        unfair.forEach(line -> table.append("    unfair: %s%n".formatted(line)));
        return table.toString();
    }

    private static String told(@Nullable Spread spread) {
        return spread == null
                ? "–"
                : "%s (%s–%s)".formatted(number(spread.median()), number(spread.least()), number(spread.greatest()));
    }

    private static String number(double value) {
        return String.format(
                Locale.ROOT, Math.abs(value) >= 1000 ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }
}
