package org.folkmoot.portal.finding;

import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.service.Registry.Finding;

/**
 * A finding, and the form to settle it.
 *
 * @param tag the version that the person looks at
 * @param note as entered
 * @param restored whether the note is one that was sent after the session had ended
 * @param done whether the person has just settled it
 */
public record FindingView(Finding finding, String tag, String note, FormErrors errors, boolean restored, boolean done) {

    /** The kind in words. */
    public String kind() {
        return FindingKind.words(finding);
    }

    /** What does not fit. */
    public String sentence() {
        return FindingKind.sentence(finding);
    }

    /** Whether there is something to settle. */
    public boolean open() {
        return finding.state().equals("open");
    }
}
