package org.folkmoot.registry.area;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.folkmoot.events.Chronicle;
import org.folkmoot.registry.announcement.TellsStates;

/** The states of places are told: of one when it is defined anew, of all anew. */
@ApplicationScoped
class TellPlaceStates implements TellsStates {

    private final Areas areas;
    private final Chronicle chronicle;

    TellPlaceStates(Areas areas, Chronicle chronicle) {
        this.areas = areas;
        this.chronicle = chronicle;
    }

    void tell(UUID place) {
        tell(place, areas.definitions(place));
    }

    @Override
    public long tellAnew() {
        // A state that is read before a change and told after it would be the newest of its key.
        areas.hold(Area.PLACE);
        Map<UUID, List<AreaDefinition>> places = areas.definitions(Area.PLACE).stream()
                .collect(Collectors.groupingBy(AreaDefinition::areaId, LinkedHashMap::new, Collectors.toList()));
        places.forEach(this::tell);
        return places.size();
    }

    /** @param definitions the newest first */
    private void tell(UUID place, List<AreaDefinition> definitions) {
        chronicle.announce(
                "place-state",
                place.toString(),
                "recorded",
                new PlaceState(
                        place,
                        definitions.stream().map(AreaDefinition::told).toList(),
                        definitions.getFirst().version()));
    }
}
