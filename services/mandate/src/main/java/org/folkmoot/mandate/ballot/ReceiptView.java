package org.folkmoot.mandate.ballot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a voter holds of its vote: with entry and hash it finds the vote in the published log.
 *
 * @param tenant whose log
 * @param stream which log
 * @param number the entry in it, from 1
 * @param hash its hash, 64 hexadecimal digits
 * @param seal of a secret ballot: with it, and with it only, the voter can find its own among the published openings
 * @param choice of an open ballot: what was chosen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptView(
        UUID ballot,
        String voter,
        String tenant,
        String stream,
        long number,
        String hash,
        Instant castAt,
        @Nullable String via,
        @Nullable String seal,
        @Nullable List<String> choice) {}
