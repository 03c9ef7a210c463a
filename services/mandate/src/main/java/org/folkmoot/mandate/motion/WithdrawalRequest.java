package org.folkmoot.mandate.motion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param reason why the motion is withdrawn */
record WithdrawalRequest(@NotBlank @Size(max = 2000) String reason) {}
