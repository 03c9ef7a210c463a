package org.folkmoot.tenants.succession;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one service has of one predecessor. */
@Schema(name = "SuccessionCounted", description = "What one service has of one predecessor.")
record Counted(
        @Schema(description = "The service that counted.", examples = "registry")
        String service,

        @Schema(description = "The predecessor's tenant.", examples = "qkk")
        String predecessor,

        @Schema(description = "When it counted.") Instant at,

        @Schema(description = "ODS codes that the plan takes from it and that never were its practices.")
        List<String> notItsOwn,

        @Schema(description = "ODS codes of the plan that the directory places neither with it nor with the successor.")
        List<String> placedElsewhere,

        @Schema(description = "ODS codes of its practices that the plan does not name.")
        List<String> unnamed,

        List<Count> counts) {

    Counted {
        notItsOwn = List.copyOf(notItsOwn);
        placedElsewhere = List.copyOf(placedElsewhere);
        unnamed = List.copyOf(unnamed);
        counts = List.copyOf(counts);
    }
}
