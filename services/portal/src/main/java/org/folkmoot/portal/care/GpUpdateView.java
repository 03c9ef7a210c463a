package org.folkmoot.portal.care;

import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.service.GpUpdates.Update;
import org.jspecify.annotations.Nullable;

/**
 * A GP update.
 *
 * @param tag the version that the person looks at
 * @param acknowledges whether a practice of the person's has not taken note of it
 * @param done what has just been done, in a sentence; null if nothing
 */
public record GpUpdateView(
        Update update,
        String tag,
        boolean acknowledges,
        @Nullable String done,
        FormErrors errors) {}
