package org.folkmoot.portal.contact;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Contacts.Contact;
import org.folkmoot.portal.service.Footprints.Place;
import org.folkmoot.portal.service.Models.Body;
import org.jspecify.annotations.Nullable;

/**
 * The form for somebody whom a GP may ring.
 *
 * @param contact who is amended; null for a new one
 * @param tag the version that the person looks at; empty for a new one
 * @param places that they can serve
 * @param bodies those that the ICS has defined: they may work at one
 */
public record ContactFormView(
        @Nullable Contact contact, String tag, List<Place> places, List<Body> bodies, Form form) {}
