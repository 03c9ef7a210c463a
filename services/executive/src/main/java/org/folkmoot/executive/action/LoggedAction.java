package org.folkmoot.executive.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An action as the log tells it.
 *
 * @param from what it comes from, in words
 */
record LoggedAction(ActionView action, String from) {

    /** As the chain names what an action can come from. */
    static final List<String> ORIGINS = List.of("decision", "enquiry", "priority", "meeting");

    /** What an action can come from. */
    private record Origin(String kind, @Nullable UUID id) {}

    /** The actions of the log, in their order. */
    static List<LoggedAction> of(List<ActionView> actions, Map<UUID, String> titles) {
        return actions.stream()
                .map(action -> new LoggedAction(
                        action,
                        origin(action)
                                .map(origin -> titles.containsKey(origin.id())
                                        ? origin.kind() + ": " + titles.get(origin.id())
                                        : origin.kind())
                                .orElse("")))
                .toList();
    }

    /** The identifiers of what they come from. */
    static List<UUID> origins(List<ActionView> actions) {
        return actions.stream()
                .flatMap(action -> origin(action).map(Origin::id).stream())
                .toList();
    }

    private static Optional<Origin> origin(ActionView action) {
        return List.of(
                        new Origin("Decision", action.decision()),
                        new Origin("Enquiry", action.enquiry()),
                        new Origin("Priority", action.priority()),
                        new Origin("Meeting", action.meeting()))
                .stream()
                .filter(origin -> origin.id() != null)
                .findFirst();
    }
}
