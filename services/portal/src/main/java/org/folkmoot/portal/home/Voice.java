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
import java.util.function.Supplier;
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
import org.jspecify.annotations.Nullable;

/** What the first page says of mandates and ballots. */
@ApplicationScoped
class Voice {

    private static final int LATEST = 3;
    private static final int NOTICE_DAYS = 60;
    private static final int MOST_OPEN = 50;
    private static final int MOST_NETWORKS = 5;

    /** An open ballot with those who may vote in it. */
    record Open(Ballot ballot, List<Elector> electors) {}

    /** The ballots of the ICS: open ones, whose electorates are asked for meanwhile, and the last that were declared. */
    record Known(List<Loading<Open>> opening, Loading<List<Listed>> latest) {

        Reply<List<Open>> open() {
            return Panels.all(opening);
        }
    }

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

    /** The groups of the ICS. */
    Reply<List<Group>> groups(Visit visit) {
        return groups.all(visit);
    }

    /** The ballots of the ICS. */
    Reply<Known> known(Visit visit) {
        Loading<List<Listed>> latest =
                panels.load(() -> ballots.list(visit, Map.of("state", "declared", "sort", "declared"), null, LATEST)
                        .map(page -> page.items().stream()
                                .filter(each -> each.ballot().declared())
                                .limit(LATEST)
                                .toList()));
        return ballots.list(visit, Map.of("state", "open", "sort", "closing"), null, MOST_OPEN)
                .map(page -> new Known(
                        page.items().stream()
                                .map(Listed::ballot)
                                .filter(Ballot::open)
                                .map(ballot -> panels.load(() -> open(visit, ballot)))
                                .toList(),
                        latest));
    }

    private Reply<Open> open(Visit visit, Ballot ballot) {
        return ballots.electorate(visit, ballot.id()).map(electors -> new Open(ballot, electors));
    }

    /** Ballots in which somebody of the network has a vote to cast. */
    Reply<List<Closing>> ofNetwork(Visit visit, Known known, Pcn pcn) {
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

    private Reply<List<Closing>> closing(Visit visit, Known known, Waiting waiting) {
        return known.open().map(open -> closing(visit, open, waiting));
    }

    private List<Closing> closing(Visit visit, List<Open> all, Waiting waiting) {
        Instant now = clock.instant();
        var closing = new ArrayList<Closing>();
        for (Open open : all) {
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
        return known.open()
                .then(open -> known.latest()
                        .reply()
                        .map(latest -> new Decisions(
                                open(visit, open),
                                latest.stream()
                                        .map(each -> outcome(visit, each))
                                        .toList())));
    }

    private List<OpenBallot> open(Visit visit, List<Open> open) {
        Instant now = clock.instant();
        return open.stream()
                .map(each -> new OpenBallot(
                        href(visit, each.ballot()),
                        each.ballot().title(),
                        TimeLeft.words(now, each.ballot().closesAt()),
                        QuorumState.of(each.ballot(), each.electors())))
                .toList();
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

    /**
     * For whom each group speaks.
     *
     * @param network waits for the network of whose practices it is told, if there is one; asked for last
     */
    Reply<List<Line>> standing(Visit visit, Loading<List<Group>> ofTheIcs, Supplier<Optional<Pcn>> network) {
        Reply<List<Group>> known = ofTheIcs.reply();
        if (!(known instanceof Reply.Given<List<Group>>(List<Group> all, var tag, var location))) {
            return known.map(none -> List.of());
        }
        return Panels.all(all.stream()
                        .map(group -> panels.load(() -> lines(visit, group, network)))
                        .toList())
                .map(lines -> lines.stream().flatMap(List::stream).toList());
    }

    private Reply<List<Line>> lines(Visit visit, Group group, Supplier<Optional<Pcn>> network) {
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
                                .map(positions -> lines(visit, group, mandate, positions, network.get()))))
                        .toList())
                .map(lines -> lines.stream().flatMap(List::stream).toList());
    }

    private static List<Line> lines(
            Visit visit, Group group, InForce mandate, List<Position> positions, Optional<Pcn> network) {
        String href = visit.base() + "/mandates/" + mandate.id() + "/";
        if (network.isEmpty()) {
            var support = mandate.support();
            return List.of(new Line(
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
                                            .count()))));
        }
        // Who acts for a practice speaks for that one, and not for the others of its network.
        return visit.codes().contains(network.get().code())
                ? List.of(ofNetwork(href, group, mandate, positions, network.get()))
                : ofPractices(visit, href, group, mandate, positions);
    }

    private static List<Line> ofPractices(
            Visit visit, String href, Group group, InForce mandate, List<Position> positions) {
        List<Line> own = positions.stream()
                .filter(position -> visit.codes().contains(position.practice()))
                .map(position -> new Line(href, group.name(), ofPractice(position, mandate)))
                .toList();
        return own.isEmpty()
                ? List.of(new Line(
                        href, group.name(), "does not speak for your practice, which was not asked for this mandate."))
                : own;
    }

    private static String ofPractice(Position position, InForce mandate) {
        return switch (position.now()) {
            case "given" -> "speaks for %s until %s.".formatted(position.name(), Words.words(mandate.until()));
            case "awaiting" -> "does not speak for %s, which has not answered.".formatted(position.name());
            case "withdrawn" -> "does not speak for %s, which has withdrawn.".formatted(position.name());
            default -> "does not speak for %s, which withheld its mandate.".formatted(position.name());
        };
    }

    private static Line ofNetwork(String href, Group group, InForce mandate, List<Position> positions, Pcn network) {
        Map<String, Position> byPractice =
                positions.stream().collect(Collectors.toMap(Position::practice, each -> each, (one, other) -> one));
        // A practice that nobody asked is outside the group's footprint: it keeps nobody waiting.
        List<Member> members = network.members().stream()
                .filter(member -> member.onRegister() && byPractice.containsKey(member.code()))
                .toList();
        if (members.isEmpty()) {
            return new Line(
                    href,
                    group.name(),
                    "does not speak for %s: none of its practices was asked for this mandate."
                            .formatted(network.name()));
        }
        List<Member> given = members.stream()
                .filter(member -> "given".equals(said(byPractice, member)))
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
                                        .filter(member -> "awaiting".equals(said(byPractice, member)))
                                        .count())));
    }

    /** What a practice says; null of one that was not asked. */
    private static @Nullable String said(Map<String, Position> positions, Member member) {
        Position position = positions.get(member.code());
        return position == null ? null : position.now();
    }

    private static String awaiting(long number) {
        return number == 0 ? "" : "; " + Words.words(number) + " awaiting";
    }

    /** What an LMC executive watches. */
    Reply<Watch> watch(Visit visit, Loading<List<Group>> ofTheIcs, Loading<Known> ballotsOfTheIcs) {
        Reply<List<Group>> all = ofTheIcs.reply();
        Loading<List<EveryGroup.Of<Mandate>>> mandates = panels.load(() -> every.ask(visit, all, groups::mandates));
        Loading<List<EveryGroup.Of<Power>>> delegated = panels.load(() -> every.ask(visit, all, powers::ofGroup));
        Loading<List<EveryGroup.Of<Objection>>> objections =
                panels.load(() -> every.ask(visit, all, (who, group) -> motions.objections(who, group, null, true)));
        return ballotsOfTheIcs
                .reply()
                .then(Known::open)
                .then(open -> Panels.all(open.stream()
                        .map(each -> panels.load(() -> share(visit, each)))
                        .toList()))
                .then(shares -> watch(visit, shares, mandates.reply(), delegated.reply(), objections.reply()));
    }

    private Reply<Share> share(Visit visit, Open open) {
        return ballots.networks(visit, open.ballot().id()).map(networks -> share(visit, open, networks));
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

    private Reply<Watch> watch(
            Visit visit,
            List<Share> turnout,
            Reply<List<EveryGroup.Of<Mandate>>> mandates,
            Reply<List<EveryGroup.Of<Power>>> delegated,
            Reply<List<EveryGroup.Of<Objection>>> objections) {
        LocalDate today = LondonTime.today(clock);
        Reply<List<Line>> lapsing = mandates.map(list -> list.stream()
                .filter(each -> each.what().inForce() && !each.what().until().isAfter(today.plusDays(NOTICE_DAYS)))
                .map(each -> new Line(
                        visit.base() + "/mandates/" + each.what().id() + "/",
                        each.what().title(),
                        "lapses on " + Words.words(each.what().until()) + "."))
                .toList());
        Reply<List<Line>> due = delegated.map(list -> list.stream()
                .filter(each -> each.what().reviewDue())
                .map(each -> new Line(
                        visit.base() + "/powers/" + each.what().id() + "/",
                        each.what().subject(),
                        reviewed(each.what())))
                .toList());
        Reply<Integer> waiting = objections.map(list -> (int) list.stream()
                .filter(each -> each.what().formal() && each.what().reply() == null)
                .count());
        return lapsing.then(mandateLines ->
                due.then(powerLines -> waiting.map(number -> new Watch(mandateLines, powerLines, number, turnout))));
    }

    private static String reviewed(Power power) {
        var terms = power.terms();
        return terms == null ? "is due for review." : "is due for review by " + Words.words(terms.review()) + ".";
    }

    private static String href(Visit visit, Ballot ballot) {
        return visit.base() + "/ballots/" + ballot.id() + "/";
    }
}
