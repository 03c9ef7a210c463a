package org.folkmoot.portal.action;

import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Actions.Action;
import org.folkmoot.portal.service.Actions.Step;
import org.jspecify.annotations.Nullable;

/**
 * An action.
 *
 * @param tag the version that the person looks at
 * @param source from what it comes
 * @param blocker what it waits for; null if for nothing
 * @param others what it could wait for; null where the person may not say so
 * @param may what the person may do with it
 * @param done what has just been done, in a sentence; null if nothing
 */
public record ActionView(
        Action action,
        String tag,
        ActionWords state,
        Panel<Source> source,
        @Nullable Panel<Action> blocker,
        @Nullable Panel<List<Named>> others,
        May may,
        @Nullable String done,
        FormErrors errors) {

    /** From what it comes: a decision, a meeting, an enquiry or a priority. */
    public record Source(String href, String kind, String words) {}

    /**
     * What the person may do with an action that has not ended.
     *
     * @param change whether they may say how far it is
     * @param keep whether they may put it off or drop it
     */
    public record May(boolean change, boolean keep) {}

    /** Where it is said that it is done. */
    public String doneHref(String base) {
        return base + "/actions/" + action.id() + "/done/";
    }

    /** What it waits for, as the form says it; empty if for nothing. */
    public String waitsFor() {
        return action.blockedBy() == null ? "" : action.blockedBy().toString();
    }

    /** A step with its place in the list. */
    public record Numbered(String number, Step step) {}

    /** The steps, counted from 0. */
    public List<Numbered> steps() {
        List<Step> steps = action.steps();
        return IntStream.range(0, steps.size())
                .mapToObj(at -> new Numbered(Integer.toString(at), steps.get(at)))
                .toList();
    }
}
