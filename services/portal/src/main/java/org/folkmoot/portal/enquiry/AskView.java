package org.folkmoot.portal.enquiry;

import org.folkmoot.portal.frame.Form;
import org.jspecify.annotations.Nullable;

/**
 * What a practice is asked, with the form to answer it.
 *
 * @param tag the version that the person looks at
 * @param mayAnswer whether the person speaks for the practice and an answer is still of use
 * @param maySeeEnquiry whether the person deals with enquiries
 * @param done what has just been done, in a sentence; null if nothing
 */
public record AskView(
        AsksView.Row row,
        String tag,
        boolean mayAnswer,
        boolean maySeeEnquiry,
        @Nullable String done,
        Form form) {}
