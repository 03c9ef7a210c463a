package org.folkmoot.portal.outside;

import jakarta.ws.rs.NotFoundException;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.ExternalSystems.Credential;
import org.folkmoot.portal.service.ExternalSystems.ExternalSystem;

/**
 * Something that is to be done about a system, with its reason.
 *
 * @param tag the version that the administrator looks at
 * @param number the credential that it is about; 0 if it is about none
 */
public record StepView(ExternalSystem system, String tag, Form form, int number) {

    /** The credential that it is about. */
    public Credential credential() {
        return system.credentials().stream()
                .filter(credential -> credential.number() == number)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
