package org.folkmoot.portal.backlog;

import java.util.List;
import org.folkmoot.portal.frame.Found;
import org.folkmoot.portal.service.Backlogs.Return;
import org.jspecify.annotations.Nullable;

/**
 * What practices reported.
 *
 * @param practice the code of one that is wanted alone, or empty
 * @param weeks how many of the last weeks are wanted, or empty for all
 * @param sort the order, if it is another than that of weeks
 * @param own the practices for which the person reports
 */
public record BacklogsView(
        String practice, String weeks, @Nullable String sort, List<String> own, Found<Return> found) {

    /** Whether the person may put it right. */
    public boolean isOwn(Return reported) {
        return own.contains(reported.practice());
    }
}
