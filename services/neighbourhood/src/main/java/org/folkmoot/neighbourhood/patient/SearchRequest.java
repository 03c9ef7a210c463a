package org.folkmoot.neighbourhood.patient;

import jakarta.validation.constraints.NotNull;
import org.folkmoot.nhs.NhsNumber;

/** Whom somebody looks for. In a body, since addresses are written down everywhere. */
record SearchRequest(@NotNull NhsNumber nhsNumber) {}
