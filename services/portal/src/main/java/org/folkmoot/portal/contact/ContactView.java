package org.folkmoot.portal.contact;

import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.service.Contacts.Contact;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a GP may ring.
 *
 * @param tag the version that the person looks at
 * @param place what the place that they serve is called
 * @param confirms whether the person may say that it is right
 * @param amends whether the person may change it
 * @param done what the person has just done; null if nothing
 */
public record ContactView(
        Contact contact,
        String tag,
        String place,
        boolean confirms,
        boolean amends,
        FormErrors errors,
        @Nullable String done) {}
