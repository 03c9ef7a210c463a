package org.folkmoot.portal.footprint;

import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Footprints.Place;
import org.jspecify.annotations.Nullable;

/**
 * The form that says what a place is.
 *
 * @param place which is defined anew; null for a new one
 * @param tag the version that the person looks at; empty for a new one
 */
public record PlaceFormView(@Nullable Place place, String tag, Form form) {}
