package org.folkmoot.portal.priority;

import java.util.List;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Authority.Node;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Motions.Motion;
import org.folkmoot.portal.service.Priorities.Priority;
import org.jspecify.annotations.Nullable;

/**
 * A priority.
 *
 * @param tag the version that the person looks at
 * @param aim what it is for
 * @param motion that puts it to the group; null while none does
 * @param outcome what came of that; null while nothing has
 * @param below what is done because of it; null where nothing can be
 * @param maySeeActions whether the person may see who does what
 * @param done what has just been done, in a sentence; null if nothing
 */
public record PriorityView(
        Priority priority,
        String tag,
        PriorityWords state,
        String aim,
        Panel<Group> group,
        @Nullable Panel<Motion> motion,
        @Nullable String outcome,
        @Nullable Panel<Work> below,
        boolean maySeeActions,
        May may,
        @Nullable String done,
        FormErrors errors) {

    /** What is done because of a priority: its actions, and how many of them have come to an end. */
    public record Work(List<Node> nodes) {
        public Work {
            nodes = List.copyOf(nodes);
        }

        /** How far it is, in a sentence. */
        public String sentence() {
            List<Node> actions = actions();
            long done = actions.stream()
                    .filter(node -> "done".equals(node.outcome()))
                    .count();
            return "%d of %d %s done."
                    .formatted(done, actions.size(), actions.size() == 1 ? "action is" : "actions are");
        }

        /** Those that somebody does or did. */
        public List<Node> actions() {
            return nodes.stream().filter(node -> node.kind().equals("action")).toList();
        }
    }

    /** What the person may do with the priority as it stands. */
    public record May(
            boolean shape,
            boolean cite,
            boolean begin,
            boolean measure,
            boolean meet,
            boolean retire,
            boolean assign) {}

    /** The address of something that is done with it. */
    public String href(String base, String what) {
        return base + "/priorities/" + priority.id() + "/" + what + "/";
    }
}
