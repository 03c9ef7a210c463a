package org.folkmoot.portal.ballot;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Ballots.Elector;
import org.folkmoot.portal.service.Ballots.Proxy;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.tenancy.Roles;
import org.jspecify.annotations.Nullable;

/**
 * A voter for whom a person may vote, as far as the portal can see: it offers them, and the service has the last word.
 *
 * @param via the elector whose people the person belongs to, where a proxy is used; null otherwise
 */
public record Speaking(Elector elector, @Nullable String via) {

    /**
     * Those of a ballot for whom the person may vote.
     *
     * @param seats those for which the person votes: who held them when the ballot opened, whoever holds them today
     */
    static List<Speaking> of(
            Visit visit,
            Ballot ballot,
            List<Elector> electors,
            Set<String> seats,
            List<Proxy> proxies,
            LocalDate today) {
        var mine = new ArrayList<Speaking>();
        for (Elector elector : electors) {
            if (isOwn(visit, elector, seats)) {
                mine.add(new Speaking(elector, null));
            }
        }
        List<Speaking> own = List.copyOf(mine);
        for (Proxy proxy : proxies) {
            boolean holds = proxy.revokedAt() == null
                    && (ballot.id().equals(proxy.ballot())
                            || (proxy.ballot() == null
                                    && !today.isBefore(proxy.from())
                                    && !today.isAfter(proxy.until())))
                    && own.stream().anyMatch(each -> each.elector().voter().equals(proxy.receiver()));
            if (holds) {
                electors.stream()
                        .filter(elector -> elector.voter().equals(proxy.giver()))
                        .filter(elector ->
                                own.stream().noneMatch(each -> each.elector().equals(elector)))
                        .forEach(elector -> mine.add(new Speaking(elector, proxy.receiver())));
            }
        }
        return mine;
    }

    /** Whether the person is among the elector's own people, or votes for the seat. */
    private static boolean isOwn(Visit visit, Elector elector, Set<String> seats) {
        return elector.kind().equals("seat")
                ? seats.contains(elector.voter())
                : votesFor(visit, elector.kind()) && acts(visit, elector);
    }

    /** Whether the person's roles let them vote for their organisations of that kind. */
    static boolean votesFor(Visit visit, String kind) {
        return switch (kind) {
            case "practice" -> visit.is(Roles.PRACTICE_VOTER);
            case "pcn" -> visit.is(Roles.PCN_CLINICAL_DIRECTOR);
            default -> false;
        };
    }

    private static boolean acts(Visit visit, Elector elector) {
        return OdsCode.parse(elector.voter())
                .filter(visit.organisations()::contains)
                .isPresent();
    }

    /** How a form names it. */
    public String key() {
        return via == null ? elector.voter() : elector.voter() + "|" + via;
    }

    /** The same in an address. */
    public String keyInAddress() {
        return URLEncoder.encode(key(), StandardCharsets.UTF_8);
    }

    /** What people call it. */
    public String name() {
        return elector.name();
    }

    /** Whether there is a vote to be cast. */
    public boolean waits() {
        return !elector.voted() && !elector.recused() && !elector.lapsed();
    }

    /** What there is to say of it beside its name. */
    public String note() {
        String how = via == null ? "" : "By proxy, through " + via + ". ";
        if (elector.recused()) {
            return how + "Recused: an interest was declared.";
        }
        if (elector.lapsed()) {
            return how + "Closed before it voted.";
        }
        return elector.voted() ? how + "Has voted. A new vote replaces the one before." : how + "Has not voted yet.";
    }
}
