package org.folkmoot.portal.outside;

import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.ExternalSystems.ExternalSystem;
import org.folkmoot.portal.service.ExternalSystems.Issued;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be done about a system, with its reason.
 *
 * @param tag the version that the administrator looks at
 * @param number the credential that it is about; 0 if it is about none
 * @param username of that credential
 * @param issued the new credential; shown this once
 */
public record StepView(
        ExternalSystem system,
        String tag,
        Form form,
        int number,
        String username,
        @Nullable Issued issued) {}
