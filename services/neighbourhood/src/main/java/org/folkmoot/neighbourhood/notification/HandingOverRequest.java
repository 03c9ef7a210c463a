package org.folkmoot.neighbourhood.notification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** To which team a person goes, and what it should know. */
record HandingOverRequest(
        @NotNull UUID team, @NotBlank @Size(max = 2000) String words) {

    /** Nothing of what is said. */
    @Override
    public String toString() {
        return "HandingOverRequest[withheld]";
    }
}
