package org.folkmoot.portal.ballot;

import java.util.List;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Ballots.LogLine;
import org.jspecify.annotations.Nullable;

/**
 * A part of a ballot's log.
 *
 * @param checkpoints the signed statements about it, as they were announced
 * @param next the address of the next part; null on the last
 * @param first the address of the first part; null on the first
 */
public record LogView(
        Ballot ballot,
        List<LogLine> lines,
        List<String> checkpoints,
        @Nullable String next,
        @Nullable String first) {}
