package org.folkmoot.portal.frame;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;

/** Asks for the same of every group of an ICS, side by side: a list in the portal is of the ICS, one of the service of a group. */
@ApplicationScoped
public class EveryGroup {

    /** Something of a group. */
    public record Of<T>(Group group, T what) {}

    private final Groups groups;
    private final Panels panels;

    EveryGroup(Groups groups, Panels panels) {
        this.groups = groups;
        this.panels = panels;
    }

    /** All answers, or the first refusal or silence. */
    public <T> Reply<List<Of<T>>> ask(Visit visit, BiFunction<Visit, UUID, Reply<List<T>>> question) {
        return ask(visit, groups.all(visit), question);
    }

    /** The same where the groups are known already, or it is known that they cannot be had. */
    public <T> Reply<List<Of<T>>> ask(
            Visit visit, Reply<List<Group>> known, BiFunction<Visit, UUID, Reply<List<T>>> question) {
        if (!(known instanceof Reply.Given<List<Group>>(List<Group> all, var tag, var location))) {
            return known.map(none -> List.of());
        }
        List<Loading<List<Of<T>>>> asked = all.stream()
                .map(group ->
                        panels.load(() -> question.apply(visit, group.id()).map(list -> of(group, list))))
                .toList();
        return Panels.all(asked)
                .map(lists -> lists.stream().flatMap(List::stream).toList());
    }

    private static <T> List<Of<T>> of(Group group, List<T> list) {
        return list.stream().map(what -> new Of<>(group, what)).toList();
    }
}
