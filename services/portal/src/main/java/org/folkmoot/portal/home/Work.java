package org.folkmoot.portal.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.decision.DecisionWords;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.home.VoiceView.Line;
import org.folkmoot.portal.home.WorkView.Due;
import org.folkmoot.portal.home.WorkView.Waiting;
import org.folkmoot.portal.home.WorkView.Watch;
import org.folkmoot.portal.service.Actions;
import org.folkmoot.portal.service.Actions.Action;
import org.folkmoot.portal.service.Bulletins;
import org.folkmoot.portal.service.Bulletins.Mine;
import org.folkmoot.portal.service.Decisions;
import org.folkmoot.portal.service.Decisions.Decision;
import org.folkmoot.portal.service.Enquiries;
import org.folkmoot.portal.service.Enquiries.Ask;
import org.folkmoot.portal.service.Enquiries.Enquiry;
import org.folkmoot.portal.service.Enquiries.Term;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Meetings;
import org.folkmoot.portal.service.Meetings.Meeting;
import org.folkmoot.portal.service.Registry.Member;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Registry.Pcn;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Representation;
import org.folkmoot.portal.service.Representation.Sitting;
import org.folkmoot.portal.session.Visit;

/** What the first page says of actions, enquiries, bulletins and meetings. */
@ApplicationScoped
class Work {

    private static final int SOON = 7;
    private static final int COUNTED = 100;
    private static final int LATEST = 3;

    private final EveryGroup every;
    private final Actions actions;
    private final Meetings meetings;
    private final Decisions decisions;
    private final Enquiries enquiries;
    private final Bulletins bulletins;
    private final Representation representation;
    private final Panels panels;
    private final Clock clock;

    Work(
            EveryGroup every,
            Actions actions,
            Meetings meetings,
            Decisions decisions,
            Enquiries enquiries,
            Bulletins bulletins,
            Representation representation,
            Panels panels,
            Clock clock) {
        this.every = every;
        this.actions = actions;
        this.meetings = meetings;
        this.decisions = decisions;
        this.enquiries = enquiries;
        this.bulletins = bulletins;
        this.representation = representation;
        this.panels = panels;
        this.clock = clock;
    }

    /** What the person has to see to. */
    Reply<Due> mine(Visit visit) {
        return actions.mine(visit)
                .map(digest -> new Due(
                        digest.overdue().size(),
                        Stream.of(digest.overdue(), digest.dueToday(), digest.dueSoon())
                                .flatMap(List::stream)
                                .map(action -> line(visit, action))
                                .toList(),
                        list(visit, "me")));
    }

    /** What concerns the network or a practice in it, whoever does it. */
    Reply<Due> ofNetwork(Visit visit, Pcn pcn) {
        Set<String> codes = pcn.members().stream().map(Member::code).collect(Collectors.toSet());
        codes.add(pcn.code());
        Loading<List<Action>> open = panels.load(() -> actions.all(visit, Map.of("state", "open")));
        Loading<List<Action>> inHand = panels.load(() -> actions.all(visit, Map.of("state", "in-hand")));
        LocalDate soon = LondonTime.today(clock).plusDays(SOON);
        return Panels.all(List.of(open, inHand)).map(lists -> {
            List<Action> due = lists.stream()
                    .flatMap(List::stream)
                    .filter(action -> action.organisation() != null && codes.contains(action.organisation()))
                    .filter(action -> !action.due().isAfter(soon))
                    .sorted(Comparator.comparing(Action::due))
                    .toList();
            return new Due(
                    (int) due.stream().filter(Action::overdue).count(),
                    due.stream().map(action -> line(visit, action)).toList(),
                    list(visit, visit.codes().contains(pcn.code()) ? pcn.code() : "all"));
        });
    }

    private static String list(Visit visit, String whose) {
        return Query.of(visit.base() + PortalPage.ACTIONS.example())
                .with("whose", whose)
                .href();
    }

    private Line line(Visit visit, Action action) {
        LocalDate today = LondonTime.today(clock);
        return new Line(
                visit.base() + "/actions/" + action.id() + "/",
                action.title(),
                action.overdue()
                        ? "was due on " + Words.words(action.due()) + "."
                        : action.due().equals(today)
                                ? "is due today."
                                : "is due on " + Words.words(action.due()) + ".");
    }

    /** What the practices are asked for which the person speaks, and have not answered. */
    Reply<Waiting> asked(Visit visit) {
        return enquiries.allAsks(visit, Map.of("state", "open")).map(asks -> {
            List<Ask> own = asks.stream()
                    .filter(ask -> visit.codes().contains(ask.practice()))
                    .toList();
            return new Waiting(
                    (int) own.stream().filter(Ask::overdue).count(),
                    own.stream().map(ask -> line(visit, ask)).toList());
        });
    }

    private static Line line(Visit visit, Ask ask) {
        String who = visit.codes().size() == 1 ? "" : " of " + ask.practice();
        return new Line(
                visit.base() + "/asks/" + ask.id() + "/",
                ask.subject(),
                "The answer%s %s %s."
                        .formatted(who, ask.overdue() ? "was due on" : "is due on", Words.words(ask.due())));
    }

    /** Enquiries to which the person sees, and those that nobody has acknowledged where that is for the person. */
    Reply<Waiting> enquiries(Visit visit) {
        Loading<List<Enquiry>> mine = panels.load(() -> open(visit, Map.of("mine", true, "open", true)));
        Loading<List<Enquiry>> received = panels.load(() -> received(visit));
        return Panels.all(List.of(received, mine)).map(lists -> {
            List<Enquiry> waiting = lists.stream()
                    .flatMap(List::stream)
                    .filter(enquiry -> !enquiry.waits())
                    .toList();
            return new Waiting(
                    (int) waiting.stream()
                            .filter(enquiry -> isLate(term(enquiry)))
                            .count(),
                    waiting.stream().map(enquiry -> line(visit, enquiry)).toList());
        });
    }

    private Reply<List<Enquiry>> received(Visit visit) {
        return PortalPage.ACKNOWLEDGE_ENQUIRY.isFor(visit.roles())
                ? open(visit, Map.of("state", "received"))
                : new Reply.Given<>(List.of(), Optional.empty(), Optional.empty());
    }

    private Reply<List<Enquiry>> open(Visit visit, Map<String, Object> wanted) {
        return enquiries.list(visit, wanted, null, COUNTED).map(Page::items);
    }

    private static Line line(Visit visit, Enquiry enquiry) {
        Term term = term(enquiry);
        return new Line(
                visit.base() + "/enquiries/" + enquiry.id() + "/",
                enquiry.subject(),
                "%s to be %s by %s."
                        .formatted(
                                isLate(term) ? "was" : "is",
                                enquiry.received() ? "acknowledged" : "answered",
                                Words.words(term.by())));
    }

    /** By when something has to be done with it next. */
    private static Term term(Enquiry enquiry) {
        return enquiry.received() ? enquiry.acknowledgement() : enquiry.answering();
    }

    private static boolean isLate(Term term) {
        return "late".equals(term.state());
    }

    /** Overdue reports of sittings for which the person was named; of all for who keeps the register. */
    Reply<Waiting> reports(Visit visit, Reply<List<Group>> groups) {
        boolean all = PortalPage.CANCEL_SITTING.isFor(visit.roles());
        return overdue(visit, groups, all ? Map.of("overdue", true) : Map.of("overdue", true, "mine", true))
                .map(sittings -> new Waiting(
                        sittings.size(),
                        sittings.stream().map(sitting -> line(visit, sitting)).toList()));
    }

    private Reply<List<Sitting>> overdue(Visit visit, Reply<List<Group>> groups, Map<String, Object> wanted) {
        return every.ask(visit, groups, (person, group) -> representation.sittings(person, group, wanted))
                .map(found -> found.stream()
                        .map(EveryGroup.Of::what)
                        .filter(Sitting::reportOverdue)
                        .sorted(Comparator.comparing(Sitting::startsAt))
                        .toList());
    }

    private static Line line(Visit visit, Sitting sitting) {
        return new Line(
                visit.base() + "/sittings/" + sitting.id() + "/",
                sitting.body(),
                "met on %s. The report was due on %s."
                        .formatted(
                                Words.words(LondonTime.dateOf(sitting.startsAt())), Words.words(sitting.reportDue())));
    }

    /** Bulletins of which a practice for which the person speaks has not taken notice, a line for each. */
    Reply<Waiting> bulletins(Visit visit) {
        return bulletins.mine(visit).map(mine -> {
            var waiting = new LinkedHashMap<UUID, List<Mine>>();
            mine.stream()
                    .filter(each -> !each.acknowledged())
                    .forEach(each -> waiting.computeIfAbsent(each.bulletin(), id -> new ArrayList<>())
                            .add(each));
            return new Waiting(
                    0, waiting.values().stream().map(each -> line(visit, each)).toList());
        });
    }

    private static Line line(Visit visit, List<Mine> practices) {
        Mine first = practices.getFirst();
        return new Line(
                visit.base() + "/bulletins/" + first.bulletin() + "/",
                first.title(),
                "is to be acknowledged by %s."
                        .formatted(
                                practices.size() == 1
                                        ? first.practiceName()
                                        : Words.counted(practices.size(), "practice", "practices")));
    }

    /** Meetings that are in session, or else the next one. */
    Reply<List<WorkView.Meeting>> next(Visit visit, Reply<List<Group>> groups) {
        return every.ask(visit, groups, meetings::latest).map(all -> {
            List<Meeting> held = all.stream().map(EveryGroup.Of::what).toList();
            List<Meeting> now = held.stream().filter(Meeting::inSession).toList();
            Optional<Meeting> next = held.stream()
                    .filter(meeting -> meeting.draft() || meeting.called())
                    .filter(meeting -> meeting.startsAt().isAfter(clock.instant()))
                    .min(Comparator.comparing(Meeting::startsAt));
            return (now.isEmpty() ? next.stream() : now.stream())
                    .map(meeting -> shown(visit, meeting))
                    .toList();
        });
    }

    private WorkView.Meeting shown(Visit visit, Meeting meeting) {
        String href = visit.base() + "/meetings/" + meeting.id() + "/";
        return new WorkView.Meeting(
                href,
                meeting.name(),
                meeting.inSession(),
                meeting.inSession()
                        ? "planned until " + Words.words(meeting.endsAt())
                        : Words.words(meeting.startsAt()) + (meeting.draft() ? ", being prepared" : ""),
                PortalPage.MEETING.isFor(visit.roles()) ? href + "pack/" : null);
    }

    /** What an LMC executive watches. */
    Reply<Watch> watch(Visit visit, Reply<List<Group>> groups) {
        var overdue = panels.load(() -> actions.list(visit, Map.of("overdue", true), null, COUNTED));
        var reports = panels.load(() -> overdue(visit, groups, Map.of("overdue", true)));
        return every.ask(visit, groups, decisions::refused)
                .then(refused -> overdue.reply()
                        .then(page -> reports.reply()
                                .map(awaited -> new Watch(
                                        refused.stream()
                                                .map(EveryGroup.Of::what)
                                                .sorted(Comparator.comparing(Decision::at)
                                                        .reversed())
                                                .limit(LATEST)
                                                .map(decision -> refusal(visit, decision))
                                                .toList(),
                                        page.items().size(),
                                        page.next() != null,
                                        awaited.size()))));
    }

    private static Line refusal(Visit visit, Decision decision) {
        String why = decision.unmet().stream()
                .findFirst()
                .map(unmet -> DecisionWords.condition(unmet.condition()))
                .orElse("no power covered it");
        return new Line(
                visit.base() + "/decisions/" + decision.id() + "/",
                decision.title(),
                "was refused on %s: %s.".formatted(Words.words(LondonTime.dateOf(decision.at())), lowerCase(why)));
    }

    private static String lowerCase(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
