package org.folkmoot.journeys;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of documentation, as far as tests look at it.
 *
 * @param headings their texts, first the title
 * @param links the targets of its links, as they are written
 * @param rows the cells of its tables' rows, each stripped
 */
record MarkdownPage(Path file, List<String> headings, List<String> links, List<List<String>> rows) {

    private static final Pattern HEADING = Pattern.compile("#{1,6} +(?<text>.*?)#*");
    private static final Pattern LINK = Pattern.compile("]\\(<?(?<target>[^)>\\s]*)>?(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern REFERENCE = Pattern.compile("\\[[^]]+]:\\s+<?(?<target>[^\\s>]+)>?.*");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern CELLS = Pattern.compile("(?<!\\\\)\\|");

    static MarkdownPage read(Path file) {
        var headings = new ArrayList<String>();
        var links = new ArrayList<String>();
        var rows = new ArrayList<List<String>>();
        boolean code = false;
        for (String line : Project.read(file).lines().toList()) {
            if (line.stripLeading().startsWith("```")) {
                code = !code;
            } else if (!code) {
                var heading = HEADING.matcher(line);
                if (heading.matches()) {
                    headings.add(heading.group("text").strip());
                }
                if (line.startsWith("|")) {
                    rows.add(cells(line));
                }
                String prose = CODE.matcher(line).replaceAll("code");
                LINK.matcher(prose).results().forEach(link -> links.add(link.group("target")));
                var reference = REFERENCE.matcher(prose);
                if (reference.matches()) {
                    links.add(reference.group("target"));
                }
            }
        }
        return new MarkdownPage(file, List.copyOf(headings), List.copyOf(links), List.copyOf(rows));
    }

    /** The names by which a link can point into the page, made from headings as code hosts make them. */
    List<String> anchors() {
        return headings.stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static List<String> cells(String line) {
        return Stream.of(CELLS.split(line, -1)).skip(1).map(String::strip).toList();
    }
}
