package org.folkmoot.portal.care;

import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.PracticeChanges.PracticeChange;
import org.jspecify.annotations.Nullable;

/**
 * People in the care of the person's teams who are registered elsewhere now.
 *
 * @param all whether those of which the team has said what becomes of them are wanted, too
 * @param done what has just been done, in a sentence; null if nothing
 */
public record PracticeChangesView(boolean all, @Nullable String done, Listing<PracticeChange> list) {}
