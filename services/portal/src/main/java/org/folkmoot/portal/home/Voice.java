package org.folkmoot.portal.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.ballot.BallotWords;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.TimeLeft;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.home.VoiceView.Closing;
import org.folkmoot.portal.home.VoiceView.Decisions;
import org.folkmoot.portal.home.VoiceView.Line;
import org.folkmoot.portal.home.VoiceView.OpenBallot;
import org.folkmoot.portal.home.VoiceView.Share;
import org.folkmoot.portal.home.VoiceView.Watch;
import org.folkmoot.portal.rule.QuorumState;
import org.folkmoot.portal.service.Ballots;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Ballots.Elector;
import org.folkmoot.portal.service.Ballots.Listed;
import org.folkmoot.portal.service.Ballots.NetworkTurnout;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Groups.InForce;
import org.folkmoot.portal.service.Groups.Mandate;
import org.folkmoot.portal.service.Groups.Position;
import org.folkmoot.portal.service.Groups.Standing;
import org.folkmoot.portal.service.Motions;
import org.folkmoot.portal.service.Motions.Objection;
import org.folkmoot.portal.service.Powers;
import org.folkmoot.portal.service.Powers.Power;
import org.folkmoot.portal.service.Registry.Member;
import org.folkmoot.portal.service.Registry.Pcn;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;

/** What the first page says of mandates and ballots. */
@ApplicationScoped
class Voice {

    private static final int LATEST = 3;
    private static final int NOTICE_DAYS = 60;
    private static final int MOST_OPEN = 50;
    private static final int MOST_NETWORKS = 5;

    /** An open ballot with those who may vote in it. */
    record Open(Ballot ballot, List<Elector> electors) {}

    /** The ballots of the ICS: open ones with their electorates, and the last that were declared. */
    record Known(List<Open> open, List<Listed> declared) {}

    private final EveryGroup every;
    private final Groups groups;
    private final Ballots ballots;
    private final Motions motions;
    private final Powers powers;
    private final Panels panels;
    private final Clock clock;

    Voice(
            EveryGroup every,
            Groups groups,
            Ballots ballots,
            Motions motions,
            Powers powers,
            Panels panels,
            Clock clock) {
        this.every = every;
        this.groups = groups;
        this.ballots = ballots;
        this.motions = motions;
        this.powers = powers;
        this.panels = panels;
        this.clock = clock;
    }

    /** The ballots of the ICS. */
    Reply<Known> known(Visit visit) {
        Loading<List<Listed>> declared =
                panels.load(() -> ballots.list(visit, Map.of("state", "declared", "sort", "declared"), null, LATEST)
                        .map(page -> page.items().stream()
                                .filter(each -> each.ballot().declared())
                                .limit(LATEST)
                                .toList()));
        Reply<List<Ballot>> asked = ballots.list(visit, Map.of("state", "open", "sort", "closing"), null, MOST_OPEN)
                .map(page -> page.items().stream()
                        .map(Listed::ballot)
                        .filter(Ballot::open)
                        .toList());
        if (!(asked instanceof Reply.Given<List<Ballot>>(List<Ballot> all, var tag, var location))) {
            return asked.map(none -> new Known(List.of(), List.of()));
        }
        List<Loading<Open>> open = all.stream()
                .map(ballot -> panels.load(
                        () -> ballots.electorate(visit, ballot.id()).map(electors -> new Open(ballot, electors))))
                .toList();
        return switch (declared.reply()) {
            case Reply.Given<List<Listed>>(List<Listed> latest, var tagOfList, var at) ->
                Panels.all(open).map(list -> new Known(list, latest));
            case Reply.Refused<List<Listed>> refused -> refused.map(none -> new Known(List.of(), none));
            case Reply.Silent<List<Listed>> silent -> silent.map(none -> new Known(List.of(), none));
        };
    }

    /** Ballots in which somebody of the network has a vote to cast. */
    List<Closing> ofNetwork(Visit visit, Known known, Pcn pcn) {
        Set<String> codes = pcn.members().stream().map(Member::code).collect(Collectors.toSet());
        codes.add(pcn.code());
        return closing(
                visit,
                known,
                open -> open.electors().stream()
                        .filter(elector -> codes.contains(elector.voter())
                                && !elector.voted()
                                && !elector.recused()
                                && !elector.lapsed())
                        .map(Elector::name)
                        .toList());
    }

    private interface Waiting {
        List<String> in(Open open);
    }

    private List<Closing> closing(Visit visit, Known known, Waiting waiting) {
        Instant now = clock.instant();
        var closing = new ArrayList<Closing>();
        for (Open open : known.open()) {
            List<String> names = waiting.in(open);
            if (!names.isEmpty()) {
                closing.add(new Closing(
                        href(visit, open.ballot()),
                        open.ballot().title(),
                        TimeLeft.words(now, open.ballot().closesAt()),
                        names));
            }
        }
        return closing;
    }

    /** Open ballots and how far their quorums are, and the last outcomes in a sentence each. */
    Reply<Decisions> decisions(Visit visit, Known known) {
        Instant now = clock.instant();
        List<OpenBallot> open = known.open().stream()
                .map(each -> new OpenBallot(
                        href(visit, each.ballot()),
                        each.ballot().title(),
                        TimeLeft.words(now, each.ballot().closesAt()),
                        QuorumState.of(each.ballot(), each.electors())))
                .toList();
        List<Line> outcomes =
                known.declared().stream().map(each -> outcome(visit, each)).toList();
        return new Reply.Given<>(new Decisions(open, outcomes), Optional.empty(), Optional.empty());
    }

    private static Instant declared(Ballot ballot) {
        return ballot.declaredAt() == null ? Instant.EPOCH : ballot.declaredAt();
    }

    private static Line outcome(Visit visit, Listed listed) {
        Ballot ballot = listed.ballot();
        return new Line(
                href(visit, ballot),
                ballot.title(),
                "was %s on %s; %s of %s voted."
                        .formatted(
                                ballot.ranked() && "carried".equals(ballot.outcome())
                                        ? "decided"
                                        : BallotWords.outcome(ballot.outcome()),
                                Words.words(LondonTime.dateOf(declared(ballot))),
                                Words.words(listed.voted()),
                                Words.words(ballot.electors() == null ? 0 : ballot.electors())));
    }

    /** For whom each group speaks; of a network's practices, where there is one. */
    Reply<List<Line>> standing(Visit visit, Optional<Pcn> network) {
        Reply<List<Group>> known = groups.all(visit);
        if (!(known instanceof Reply.Given<List<Group>>(List<Group> all, var tag, var location))) {
            return known.map(none -> List.of());
        }
        return Panels.all(all.stream()
                        .map(group -> panels.load(() -> lines(visit, group, network)))
                        .toList())
                .map(lines -> lines.stream().flatMap(List::stream).toList());
    }

    private Reply<List<Line>> lines(Visit visit, Group group, Optional<Pcn> network) {
        Reply<Standing> asked = groups.standing(visit, group.id());
        if (!(asked instanceof Reply.Given<Standing>(Standing standing, var tag, var location))) {
            return asked.map(none -> List.of());
        }
        String href = visit.base() + "/groups/" + group.id() + "/";
        if (standing.mandates().isEmpty()) {
            return new Reply.Given<>(
                    List.of(new Line(href, group.name(), "is advisory: no mandate is in force.")),
                    Optional.empty(),
                    Optional.empty());
        }
        return Panels.all(standing.mandates().stream()
                .map(mandate -> panels.load(() -> groups.positions(visit, mandate.id())
                        .map(positions -> line(visit, group, mandate, positions, network))))
                .toList());
    }

    private static Line line(
            Visit visit, Group group, InForce mandate, List<Position> positions, Optional<Pcn> network) {
        String href = visit.base() + "/mandates/" + mandate.id() + "/";
        if (network.isEmpty()) {
            var support = mandate.support();
            return new Line(
                    href,
                    group.name(),
                    "speaks for %s of %s (%s) until %s%s."
                            .formatted(
                                    Words.words(support.practices()),
                                    Words.counted(support.ofPractices(), "practice", "practices"),
                                    Words.counted(support.patients(), "patient", "patients"),
                                    Words.words(mandate.until()),
                                    awaiting(positions.stream()
                                            .filter(each -> each.now().equals("awaiting"))
                                            .count())));
        }
        Map<String, Position> byPractice =
                positions.stream().collect(Collectors.toMap(Position::practice, each -> each, (one, other) -> one));
        List<Member> members =
                network.get().members().stream().filter(Member::onRegister).toList();
        List<Member> given = members.stream()
                .filter(member -> said(byPractice, member).equals("given"))
                .toList();
        return new Line(
                href,
                null,
                "You speak for %s of %s (%s) until %s%s."
                        .formatted(
                                Words.words(given.size()),
                                Words.counted(members.size(), "practice", "practices"),
                                Words.counted(
                                        given.stream()
                                                .mapToLong(member -> member.listSize() == null ? 0 : member.listSize())
                                                .sum(),
                                        "patient",
                                        "patients"),
                                Words.words(mandate.until()),
                                awaiting(members.stream()
                                        .filter(member ->
                                                said(byPractice, member).equals("awaiting"))
                                        .count())));
    }

    /** What a practice says; one that is new since the mandate was given has said nothing. */
    private static String said(Map<String, Position> positions, Member member) {
        Position position = positions.get(member.code());
        return position == null ? "awaiting" : position.now();
    }

    private static String awaiting(long number) {
        return number == 0 ? "" : "; " + Words.words(number) + " awaiting";
    }

    /** What an LMC executive watches. */
    Reply<Watch> watch(Visit visit, Known known) {
        Loading<List<EveryGroup.Of<Mandate>>> mandates = panels.load(() -> every.ask(visit, groups::mandates));
        Loading<List<EveryGroup.Of<Power>>> delegated = panels.load(() -> every.ask(visit, powers::ofGroup));
        Loading<List<EveryGroup.Of<Objection>>> objections =
                panels.load(() -> every.ask(visit, (who, group) -> motions.objections(who, group, null, true)));
        List<Loading<Share>> shares = known.open().stream()
                .map(open -> panels.load(() ->
                        ballots.networks(visit, open.ballot().id()).map(networks -> share(visit, open, networks))))
                .toList();
        Reply<List<Share>> turnout = Panels.all(shares);
        LocalDate today = LondonTime.today(clock);
        Reply<List<Line>> lapsing = mandates.reply()
                .map(list -> list.stream()
                        .filter(each ->
                                each.what().inForce() && !each.what().until().isAfter(today.plusDays(NOTICE_DAYS)))
                        .map(each -> new Line(
                                visit.base() + "/mandates/" + each.what().id() + "/",
                                each.what().title(),
                                "lapses on " + Words.words(each.what().until()) + "."))
                        .toList());
        Reply<List<Line>> due = delegated
                .reply()
                .map(list -> list.stream()
                        .filter(each -> each.what().reviewDue())
                        .map(each -> new Line(
                                visit.base() + "/powers/" + each.what().id() + "/",
                                each.what().subject(),
                                reviewed(each.what())))
                        .toList());
        Reply<Integer> waiting = objections.reply().map(list -> (int) list.stream()
                .filter(each -> each.what().formal() && each.what().reply() == null)
                .count());
        return switch (lapsing) {
            case Reply.Given<List<Line>>(List<Line> mandateLines, var tag, var location) ->
                switch (due) {
                    case Reply.Given<List<Line>>(List<Line> powerLines, var dueTag, var dueLocation) ->
                        switch (turnout) {
                            case Reply.Given<List<Share>>(List<Share> ofBallots, var tagOfList, var at) ->
                                waiting.map(number -> new Watch(mandateLines, powerLines, number, ofBallots));
                            case Reply.Refused<List<Share>> refused -> refused.map(none -> none(List.of()));
                            case Reply.Silent<List<Share>> silent -> silent.map(none -> none(List.of()));
                        };
                    case Reply.Refused<List<Line>> refused -> refused.map(Voice::none);
                    case Reply.Silent<List<Line>> silent -> silent.map(Voice::none);
                };
            case Reply.Refused<List<Line>> refused -> refused.map(Voice::none);
            case Reply.Silent<List<Line>> silent -> silent.map(Voice::none);
        };
    }

    private static Share share(Visit visit, Open open, List<NetworkTurnout> networks) {
        return new Share(
                href(visit, open.ballot()),
                open.ballot().title(),
                open.electors().stream().filter(Elector::voted).count(),
                open.electors().size(),
                networks.stream()
                        .filter(each -> each.voted() < each.electors())
                        .limit(MOST_NETWORKS)
                        .map(each -> "%s of %s, %s"
                                .formatted(Words.words(each.voted()), Words.words(each.electors()), each.words()))
                        .toList());
    }

    private static Watch none(List<Line> nothing) {
        return new Watch(nothing, nothing, 0, List.of());
    }

    private static String reviewed(Power power) {
        var terms = power.terms();
        return terms == null ? "is due for review." : "is due for review by " + Words.words(terms.review()) + ".";
    }

    private static String href(Visit visit, Ballot ballot) {
        return visit.base() + "/ballots/" + ballot.id() + "/";
    }
}
