package org.folkmoot.tenants.ics;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a step is still to be done. */
enum StepState {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED
}
