package org.folkmoot.portal.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.folkmoot.portal.home.WorkView.Watch;
import org.folkmoot.portal.service.Actions;
import org.folkmoot.portal.service.Actions.Action;
import org.folkmoot.portal.service.Decisions;
import org.folkmoot.portal.service.Decisions.Decision;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Meetings;
import org.folkmoot.portal.service.Meetings.Meeting;
import org.folkmoot.portal.service.Registry.Member;
import org.folkmoot.portal.service.Registry.Pcn;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;

/** What the first page says of actions and meetings. */
@ApplicationScoped
class Work {

    private static final int SOON = 7;
    private static final int COUNTED = 100;
    private static final int LATEST = 3;

    private final EveryGroup every;
    private final Actions actions;
    private final Meetings meetings;
    private final Decisions decisions;
    private final Panels panels;
    private final Clock clock;

    Work(EveryGroup every, Actions actions, Meetings meetings, Decisions decisions, Panels panels, Clock clock) {
        this.every = every;
        this.actions = actions;
        this.meetings = meetings;
        this.decisions = decisions;
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
        return new WorkView.Meeting(
                visit.base() + "/meetings/" + meeting.id() + "/",
                meeting.name(),
                meeting.inSession(),
                meeting.inSession()
                        ? "planned until " + Words.words(meeting.endsAt())
                        : Words.words(meeting.startsAt()) + (meeting.draft() ? ", being prepared" : ""));
    }

    /** What an LMC executive watches. */
    Reply<Watch> watch(Visit visit, Reply<List<Group>> groups) {
        var overdue = panels.load(() -> actions.list(visit, Map.of("overdue", true), null, COUNTED));
        return every.ask(visit, groups, decisions::refused)
                .then(refused -> overdue.reply()
                        .map(page -> new Watch(
                                refused.stream()
                                        .map(EveryGroup.Of::what)
                                        .sorted(Comparator.comparing(Decision::at)
                                                .reversed())
                                        .limit(LATEST)
                                        .map(decision -> refusal(visit, decision))
                                        .toList(),
                                page.items().size(),
                                page.next() != null)));
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
