package org.folkmoot.portal.footprint;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Footprints.Neighbourhood;
import org.folkmoot.portal.service.Footprints.Place;
import org.jspecify.annotations.Nullable;

/**
 * The form that says what a neighbourhood is.
 *
 * @param neighbourhood which is defined anew; null for a new one
 * @param tag the version that the person looks at; empty for a new one
 * @param places in which it can lie
 */
public record NeighbourhoodFormView(@Nullable Neighbourhood neighbourhood, String tag, List<Place> places, Form form) {}
