package org.folkmoot.executive.action;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What shows that an action is done. */
record EvidenceRequest(@NotBlank @Size(max = 4000) String evidence) {}
