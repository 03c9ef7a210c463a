package org.folkmoot.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the name of an event must be like: {@code folkmoot.<domain>.<aggregate>.<what happened>.v<n>}. */
final class EventNames {

    private static final Pattern TYPE =
            Pattern.compile("folkmoot\\.[a-z][a-z0-9-]*\\.[a-z][a-z0-9]*((?:\\.[a-z][a-z0-9]*)+)\\.v[1-9]\\d*");

    /** Words that fit any event, and so tell a reader nothing; and words of databases instead of the field's. */
    private static final Set<String> SAY_NOTHING = Set.of(
            "updated",
            "changed",
            "modified",
            "edited",
            "altered",
            "processed",
            "handled",
            "completed",
            "finished",
            "done",
            "status",
            "state",
            "started",
            "failed",
            "succeeded",
            "created",
            "deleted",
            "removed",
            "added",
            "inserted",
            "saved",
            "stored",
            "synced",
            "triggered",
            "executed",
            "received",
            "sent",
            "notified");

    /** Past tenses that do not end in -ed. */
    private static final Set<String> IRREGULAR = Set.of(
            "begun",
            "cast",
            "chosen",
            "drawn",
            "given",
            "held",
            "kept",
            "left",
            "lost",
            "made",
            "met",
            "paid",
            "sent",
            "sought",
            "split",
            "taken",
            "told",
            "withdrawn",
            "won");

    /** Where a word that says nothing elsewhere is the field's own for what happened. */
    private static final Set<String> OF_THE_FIELD =
            Set.of("folkmoot.executive.enquiry.received.v1", "folkmoot.neighbourhood.gpupdate.sent.v1");

    private EventNames() {}

    static List<String> complaints(String type) {
        Matcher parts = TYPE.matcher(type);
        if (!parts.matches()) {
            return List.of(type + ": not folkmoot.<domain>.<aggregate>.<what happened>.v<n>");
        }
        List<String> complaints = new ArrayList<>();
        List<String> words = List.of(parts.group(1).substring(1).split("\\."));
        words.stream()
                .filter(word -> SAY_NOTHING.contains(word) && !OF_THE_FIELD.contains(type))
                .forEach(word -> complaints.add(type + ": \"" + word + "\" says nothing of what happened"));
        String verb = words.getLast();
        if (!verb.endsWith("ed") && !IRREGULAR.contains(verb)) {
            complaints.add(type + ": \"" + verb + "\" is not the past tense of a verb");
        }
        return complaints;
    }
}
