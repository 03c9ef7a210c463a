package org.folkmoot.registry.link;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param reason why it is known now that the link never was */
record WithdrawalRequest(@NotBlank @Size(max = 2000) String reason) {}
