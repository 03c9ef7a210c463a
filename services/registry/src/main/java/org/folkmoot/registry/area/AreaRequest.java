package org.folkmoot.registry.area;

import java.time.LocalDate;
import java.util.List;
import org.folkmoot.nhs.OdsCode;

/** What the definitions of a place and of a neighbourhood have in common. */
sealed interface AreaRequest permits PlaceRequest, NeighbourhoodRequest {

    String name();

    List<OdsCode> members();

    /** The first day on which it holds. */
    LocalDate from();

    /** The members once each, in the order of the alphabet. */
    default List<String> codes() {
        return members().stream().map(OdsCode::code).distinct().sorted().toList();
    }
}
