package org.folkmoot.portal.people;

import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.service.Tenants.Person;
import org.folkmoot.portal.service.Tenants.Reset;
import org.jspecify.annotations.Nullable;

/**
 * A person, and what can be changed of them.
 *
 * @param tag the version that the administrator looks at
 * @param form as entered
 * @param reason why something is done, as entered
 * @param reset how the person gets a new way in; shown this once
 * @param done what has just been done, in a sentence; null if nothing
 */
public record PersonView(
        Person person,
        String tag,
        PersonForm form,
        String reason,
        @Nullable Reset reset,
        @Nullable String done,
        FormErrors errors,
        boolean restored) {}
