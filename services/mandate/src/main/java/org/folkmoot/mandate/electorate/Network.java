package org.folkmoot.mandate.electorate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A primary care network as the registry last told it.
 *
 * @param code its ODS code
 * @param status {@code open}, {@code closed} or {@code moved}
 * @param release the release of the national directory that said so
 * @param heardAt when this service heard it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Network(
        String code, String name, String status, @Nullable String subIcb, String release, Instant heardAt) {}
