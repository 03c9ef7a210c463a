package org.folkmoot.neighbourhood.casemanager;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A team takes a person over.
 *
 * @param caseManager the subject of the member who owns their care from that moment
 */
record TransferAcceptanceRequest(@NotBlank @Size(max = 200) String caseManager) {}
