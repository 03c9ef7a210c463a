package org.folkmoot.portal.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.service.Ballots;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Ballots.Elector;
import org.folkmoot.portal.service.Ballots.Proxy;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Seat;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.tenancy.Roles;

/** Finds for whom a person may vote. */
@ApplicationScoped
public class Electorates {

    private final Ballots ballots;
    private final Groups groups;
    private final Panels panels;
    private final Clock clock;

    Electorates(Ballots ballots, Groups groups, Panels panels, Clock clock) {
        this.ballots = ballots;
        this.groups = groups;
        this.panels = panels;
        this.clock = clock;
    }

    /** The voters of a ballot for whom the person may vote, own ones first. */
    public Reply<List<Speaking>> mine(Visit visit, Ballot ballot) {
        return ballots.electorate(visit, ballot.id()).map(electors -> mine(visit, ballot, electors));
    }

    /** Those among these electors. What seats and proxies add is left out where they cannot be seen. */
    public List<Speaking> mine(Visit visit, Ballot ballot, List<Elector> electors) {
        Loading<List<Proxy>> proxies = panels.load(() -> proxies(visit, ballot));
        List<Seat> seats = electors.stream().anyMatch(elector -> elector.kind().equals("seat"))
                ? known(groups.seats(visit, ballot.group()).map(Page::items))
                : List.of();
        return Speaking.of(visit, ballot, electors, seats, known(proxies.reply()), LondonTime.today(clock));
    }

    /** The chair's seat, if the person holds it and the open ballot gives it a casting vote. */
    Optional<Seat> chaired(Visit visit, Ballot ballot) {
        return ballot.open() && !ballot.ranked() && ballot.rule().tie().equals("chair")
                ? known(groups.seats(visit, ballot.group()).map(Page::items)).stream()
                        .filter(seat -> seat.kind().equals("chair"))
                        .filter(seat -> Speaking.holds(visit, seat.term()))
                        .findFirst()
                : Optional.empty();
    }

    private Reply<List<Proxy>> proxies(Visit visit, Ballot ballot) {
        boolean may = visit.is(Roles.PRACTICE_VOTER) || visit.is(Roles.PCN_CLINICAL_DIRECTOR);
        return may
                ? ballots.proxies(visit, ballot.group()).map(Page::items)
                : new Reply.Given<>(List.of(), Optional.empty(), Optional.empty());
    }

    private static <T> List<T> known(Reply<List<T>> reply) {
        return reply instanceof Reply.Given<List<T>>(List<T> list, var tag, var location) ? list : List.of();
    }
}
