package org.folkmoot.portal.group;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.portal.frame.OrganisationNames;
import org.folkmoot.portal.frame.PlaceNames;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Groups.Footprint;
import org.folkmoot.portal.session.Visit;

/** What those are called for whose practices a group speaks. */
@ApplicationScoped
class FootprintNames {

    private final OrganisationNames organisations;
    private final PlaceNames places;

    FootprintNames(OrganisationNames organisations, PlaceNames places) {
        this.organisations = organisations;
        this.places = places;
    }

    /**
     * Names by code, or of places by id.
     *
     * @param more codes of others that are named beside them
     */
    Map<String, String> of(Visit visit, Footprint footprint, Stream<String> more) {
        if (!footprint.ofPlaces()) {
            return organisations.withCodes(visit, Stream.concat(footprint.codes().stream(), more));
        }
        var names = new HashMap<>(organisations.withCodes(visit, more));
        names.putAll(places.of(visit).orPage());
        return names;
    }

    /** The places of the ICS, by name; none while the registry cannot say which there are. */
    List<Named> places(Visit visit) {
        return places.of(visit).orPage().entrySet().stream()
                .map(place -> new Named(place.getKey(), place.getValue()))
                .sorted(Comparator.comparing(Named::words))
                .toList();
    }
}
