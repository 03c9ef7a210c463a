package org.folkmoot.registry.area;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.folkmoot.events.Chronicle;
import org.folkmoot.registry.announcement.TellsStates;

/** The states of neighbourhoods are told anew. */
@ApplicationScoped
class TellNeighbourhoodStates implements TellsStates {

    private final Areas areas;
    private final Chronicle chronicle;

    TellNeighbourhoodStates(Areas areas, Chronicle chronicle) {
        this.areas = areas;
        this.chronicle = chronicle;
    }

    @Override
    public long tellAnew() {
        // A state that is read before a change and told after it would be the newest of its key.
        areas.hold(Area.NEIGHBOURHOOD);
        List<AreaDefinition> newest = areas.newest(Area.NEIGHBOURHOOD);
        newest.forEach(definition -> chronicle.announce(
                "neighbourhood-state", definition.areaId().toString(), "recorded", definition.state()));
        return newest.size();
    }
}
