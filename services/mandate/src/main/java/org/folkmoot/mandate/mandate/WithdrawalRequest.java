package org.folkmoot.mandate.mandate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param reason why the practice no longer stands behind the mandate */
record WithdrawalRequest(@NotBlank @Size(max = 2000) String reason) {}
