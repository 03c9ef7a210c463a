package org.folkmoot.nhsuk.picture;

import io.quarkus.qute.RawString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Things of which some hang on others, from the top down: each stands below everything that it hangs on and further in, with a
 * line from there to it.
 *
 * @param unit the word for one of the things
 * @param things in any order; those of one layer stay in it
 * @param links between things; one whose ends are not both there is not drawn
 */
public record LayerMap(String title, Unit unit, List<Thing> things, List<Link> links) implements Picture {

    private static final int ROW = 56;
    private static final int BOX = 46;
    private static final int INDENT = 12;
    private static final int DEEPEST = 8;
    private static final int LETTER = 8;

    /**
     * A thing.
     *
     * @param id by which links name it
     * @param kind what it is, in a word
     * @param label what it is called
     * @param note what came of it; null while nothing has
     * @param here whether it is the one that was asked for
     */
    public record Thing(
            String id, String kind, String label, @Nullable String note, boolean here) {

        private String caption() {
            return note == null ? kind : kind + ": " + note;
        }
    }

    /** The lower hangs on the upper. */
    public record Link(String upper, String lower) {}

    private record Placed(Thing thing, int row, int depth) {

        int left() {
            return 2 + Math.min(depth, DEEPEST) * INDENT;
        }

        int top() {
            return row * ROW + 4;
        }

        int middle() {
            return top() + BOX / 2;
        }
    }

    public LayerMap {
        things = List.copyOf(things);
        links = List.copyOf(links);
    }

    @Override
    public String description() {
        List<Placed> placed = placed();
        if (placed.isEmpty()) {
            return "There is nothing to show.";
        }
        Thing first = placed.getFirst().thing();
        String here = placed.stream()
                .map(Placed::thing)
                .filter(Thing::here)
                .map(thing -> "; marked: " + name(thing))
                .collect(Collectors.joining());
        return "%s, from %s at the top%s.".formatted(unit.of(placed.size()), name(first), here);
    }

    private static String name(Thing thing) {
        return thing.kind() + " “" + thing.label() + "”";
    }

    @Override
    public Figures figures() {
        Map<String, String> labels = new HashMap<>();
        things.forEach(thing -> labels.put(thing.id(), thing.label()));
        List<Link> known = known();
        List<List<Object>> rows = new ArrayList<>();
        for (Placed placed : placed()) {
            Thing thing = placed.thing();
            String uppers = known.stream()
                    .filter(link -> link.lower().equals(thing.id()))
                    .map(link -> labels.getOrDefault(link.upper(), ""))
                    .collect(Collectors.joining("; "));
            rows.add(List.of(thing.kind(), thing.label(), uppers, thing.note() == null ? "" : thing.note()));
        }
        return new Figures(
                List.of(
                        new Figures.Column("Kind", false),
                        new Figures.Column("What", false),
                        new Figures.Column("Hangs on", false),
                        new Figures.Column("What came of it", false)),
                rows);
    }

    @Override
    public RawString svg() {
        List<Placed> placed = placed();
        List<Link> known = known();
        Drawing drawing = new Drawing(Drawing.WIDTH, Math.max(1, placed.size()) * ROW);
        for (Placed lower : placed) {
            known.stream()
                    .filter(link -> link.lower().equals(lower.thing().id()))
                    .flatMap(link ->
                            placed.stream().filter(each -> each.thing().id().equals(link.upper())))
                    .forEach(upper -> {
                        int x = upper.left() + INDENT / 2;
                        drawing.line("axis", x, upper.middle(), x, lower.middle());
                        drawing.line("axis", x, lower.middle(), lower.left(), lower.middle());
                    });
        }
        for (Placed each : placed) {
            Thing thing = each.thing();
            int left = each.left();
            int letters = (Drawing.WIDTH - left - 2 * INDENT) / LETTER;
            drawing.rectangle(
                    thing.here() ? "thing thing--here" : "thing", left, each.top(), Drawing.WIDTH - left - 2, BOX);
            drawing.text("note", left + INDENT, each.top() + 18, Drawing.fitted(thing.caption(), letters));
            drawing.text("label", left + INDENT, each.top() + 37, Drawing.fitted(thing.label(), letters));
        }
        return drawing.svg(this, "layers");
    }

    private List<Link> known() {
        List<String> ids = things.stream().map(Thing::id).toList();
        return links.stream()
                .distinct()
                .filter(link -> ids.contains(link.upper()) && ids.contains(link.lower()))
                .toList();
    }

    /** Each below all that it hangs on, and as near as can be to the last of those; what hangs on itself comes last. */
    private List<Placed> placed() {
        Map<String, Thing> left = new LinkedHashMap<>();
        things.forEach(thing -> left.putIfAbsent(thing.id(), thing));
        List<Link> known = known();
        Map<String, Integer> waitsFor = new HashMap<>();
        known.forEach(link -> waitsFor.merge(link.lower(), 1, Integer::sum));
        Map<String, Integer> depth = new HashMap<>();
        Deque<String> next = new ArrayDeque<>();
        left.keySet().stream().filter(id -> !waitsFor.containsKey(id)).forEach(next::addLast);
        List<Placed> placed = new ArrayList<>();
        while (!next.isEmpty()) {
            String id = next.pop();
            Thing thing = left.remove(id);
            if (thing == null) {
                continue;
            }
            int at = depth.getOrDefault(id, 0);
            placed.add(new Placed(thing, placed.size(), at));
            List<String> lowers = known.stream()
                    .filter(link -> link.upper().equals(id))
                    .map(Link::lower)
                    .toList();
            lowers.forEach(lower -> depth.merge(lower, at + 1, Math::max));
            for (String lower : lowers.reversed()) {
                int others = waitsFor.getOrDefault(lower, 1) - 1;
                waitsFor.put(lower, others);
                if (others == 0) {
                    next.push(lower);
                }
            }
        }
        left.values().forEach(thing -> placed.add(new Placed(thing, placed.size(), 0)));
        return placed;
    }
}
