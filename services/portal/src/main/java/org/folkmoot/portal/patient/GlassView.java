package org.folkmoot.portal.patient;

import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.service.BreakGlasses.Review;
import org.folkmoot.portal.term.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A broken glass that does not wait for what the person thinks of it: somebody has said it, or the person broke it.
 *
 * @param who broke it
 * @param words why, for whom and for how long
 * @param review null while nobody has said anything
 * @param errors why nothing came of what was sent just now
 */
public record GlassView(String who, String words, @Nullable Review review, FormErrors errors) {

    /** What was said of it, in words. */
    public String verdict() {
        return review == null ? "" : Terms.words(Terms.VERDICTS, review.verdict());
    }
}
