package org.folkmoot.portal.group;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Groups.Constitution;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Groups.Mandate;
import org.folkmoot.portal.service.Groups.Seat;
import org.folkmoot.portal.service.Groups.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A group.
 *
 * @param names of those for whose practices it and its seats speak, with their codes, by code; of places, by id
 * @param mayKeep whether the person may change its constitution and seats
 * @param done what has just been done, in a sentence; null if nothing
 */
public record GroupView(
        Group group,
        Map<String, String> names,
        Panel<Standing> standing,
        Panel<List<SeatRow>> seats,
        Panel<List<VersionRow>> constitutions,
        Panel<List<Mandate>> mandates,
        boolean mayKeep,
        @Nullable String done) {

    /** A seat and who holds it. */
    public record SeatRow(Seat seat, String kind, String cameBy) {

        static SeatRow of(Seat seat) {
            var term = seat.term();
            return new SeatRow(
                    seat,
                    GroupWords.words(GroupWords.SEATS, seat.kind()),
                    term == null
                            ? ""
                            : GroupWords.words(GroupWords.WAYS, term.cameBy())
                                    + (term.organisation() == null ? "" : ": " + term.organisation()));
        }
    }

    /** A version of the constitution. */
    public record VersionRow(Constitution constitution, GroupWords state) {}

    /** Its standing as a tag. */
    public GroupWords tag() {
        return GroupWords.standing(standing.value().standing());
    }

    /** What the organisation of that code is called, with the code. */
    public String name(String code) {
        return names.getOrDefault(code, code);
    }

    /** Whose practices it speaks for. */
    public String footprint() {
        String kind = GroupWords.words(GroupWords.FOOTPRINTS, group.footprint().kind());
        return group.footprint().codes().isEmpty()
                ? kind
                : kind + ": "
                        + group.footprint().codes().stream().map(this::name).collect(Collectors.joining(", "));
    }
}
