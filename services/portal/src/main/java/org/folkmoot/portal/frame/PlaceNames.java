package org.folkmoot.portal.frame;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.portal.service.Footprints;
import org.folkmoot.portal.service.Footprints.Place;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;

/** What the places of an ICS are called. While the registry cannot say it, they go by their ids. */
@ApplicationScoped
public class PlaceNames {

    private final Footprints footprints;

    PlaceNames(Footprints footprints) {
        this.footprints = footprints;
    }

    /** Names by id; always given. */
    public Reply<Map<String, String>> of(Visit visit) {
        Map<String, String> names = footprints.places(visit, null)
                        instanceof Reply.Given<List<Place>>(List<Place> places, var tag, var at)
                ? places.stream()
                        .collect(Collectors.toMap(place -> place.id().toString(), Place::name, (one, other) -> one))
                : Map.of();
        return new Reply.Given<>(names, Optional.empty(), Optional.empty());
    }
}
