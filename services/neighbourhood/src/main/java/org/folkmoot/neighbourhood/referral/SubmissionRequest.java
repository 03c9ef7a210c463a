package org.folkmoot.neighbourhood.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When something happened that may be written down late; absent for now. */
record SubmissionRequest(@Nullable Instant on) {}
