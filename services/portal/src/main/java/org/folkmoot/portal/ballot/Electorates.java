package org.folkmoot.portal.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.Ballots;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Ballots.Elector;
import org.folkmoot.portal.service.Ballots.Proxy;
import org.folkmoot.portal.service.Ballots.VoteToCast;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.tenancy.Roles;

/** Finds for whom a person may vote. */
@ApplicationScoped
public class Electorates {

    private final Ballots ballots;
    private final Panels panels;
    private final Clock clock;

    Electorates(Ballots ballots, Panels panels, Clock clock) {
        this.ballots = ballots;
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
        Set<String> seats = electors.stream().anyMatch(elector -> elector.kind().equals("seat"))
                ? toCast(visit, ballot)
                        .filter(vote -> vote.kind().equals("seat") && !vote.casting())
                        .map(VoteToCast::voter)
                        .collect(Collectors.toSet())
                : Set.of();
        return Speaking.of(visit, ballot, electors, seats, known(proxies.reply()), LondonTime.today(clock));
    }

    /** The key of the chair's seat, if the open ballot gives the person its casting vote. */
    Optional<String> chaired(Visit visit, Ballot ballot) {
        return ballot.open() && !ballot.ranked() && ballot.rule().tie().equals("chair")
                ? toCast(visit, ballot)
                        .filter(vote -> vote.casting() && !vote.recused())
                        .map(VoteToCast::voter)
                        .findFirst()
                : Optional.empty();
    }

    private Stream<VoteToCast> toCast(Visit visit, Ballot ballot) {
        return PortalPage.VOTE.isFor(visit.roles())
                ? known(ballots.toCast(visit)).stream()
                        .filter(vote -> vote.ballot().equals(ballot.id()))
                : Stream.empty();
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
