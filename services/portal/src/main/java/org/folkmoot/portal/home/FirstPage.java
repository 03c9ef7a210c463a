package org.folkmoot.portal.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.portal.directory.Change;
import org.folkmoot.portal.directory.PcnSize;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.home.HomeView.Count;
import org.folkmoot.portal.home.HomeView.Network;
import org.folkmoot.portal.service.ExecutiveService;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.MandateService;
import org.folkmoot.portal.service.NeighbourhoodService;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.service.Registry.History;
import org.folkmoot.portal.service.Registry.Icb;
import org.folkmoot.portal.service.Registry.Named;
import org.folkmoot.portal.service.Registry.Organisation;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Registry.Pcn;
import org.folkmoot.portal.service.Registry.Release;
import org.folkmoot.portal.service.Registry.Sought;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Tenants;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.VisitNotes.Past;
import org.folkmoot.tenancy.Roles;
import org.jspecify.annotations.Nullable;

/** Gathers the parts of the first page, each for those whom it concerns, side by side. */
@ApplicationScoped
class FirstPage {

    private static final int MOST_ORGANISATIONS = 12;
    private static final int COUNTED = 100;
    private static final int NEWEST_RELEASES = 3;

    private record Asked(OdsCode code, Loading<Organisation> organisation) {}

    /** A network, and its history, which is asked for meanwhile. */
    private record Found(Pcn pcn, Loading<History> history) {}

    private final Registry registry;
    private final Tenants tenants;
    private final MandateService mandate;
    private final ExecutiveService executive;
    private final Voice voice;
    private final Waits waits;
    private final Work work;
    private final NeighbourhoodService neighbourhood;
    private final Caseload caseload;
    private final Panels panels;

    FirstPage(
            Registry registry,
            Tenants tenants,
            MandateService mandate,
            ExecutiveService executive,
            Voice voice,
            Waits waits,
            Work work,
            NeighbourhoodService neighbourhood,
            Caseload caseload,
            Panels panels) {
        this.registry = registry;
        this.tenants = tenants;
        this.mandate = mandate;
        this.executive = executive;
        this.voice = voice;
        this.waits = waits;
        this.work = work;
        this.neighbourhood = neighbourhood;
        this.caseload = caseload;
        this.panels = panels;
    }

    /**
     * The first page of somebody.
     *
     * @param ofNetwork whether what waits for the whole PCN is asked for, and not for the person alone
     * @param lastVisit when they looked last, and what they saw
     */
    HomeView of(Visit visit, boolean ofNetwork, Optional<Past> lastVisit) {
        List<Asked> speaksFor = visit.organisations().stream()
                .filter(code -> visit.tenant().isPlatform()
                        || !code.equals(visit.tenant().icb()))
                .limit(MOST_ORGANISATIONS)
                .map(code -> new Asked(code, panels.load(() -> registry.organisation(visit, code.code(), null))))
                .toList();
        Optional<Loading<Found>> network = isOfANetwork(visit)
                ? speaksFor.stream().findFirst().map(first -> panels.load(() -> network(visit, first)))
                : Optional.empty();
        Optional<Loading<Icb>> board = when(
                !visit.tenant().isPlatform() && network.isEmpty(),
                () -> registry.icb(visit, visit.tenant().icb().code(), null));
        Optional<Loading<Count>> findings = when(
                visit.is(Roles.ICS_ADMIN) || visit.is(Roles.PLATFORM_OPERATOR),
                () -> registry.findings(visit, new Sought(null, "open", null), null, COUNTED)
                        .map(FirstPage::count));
        Optional<Loading<Count>> people = when(
                visit.is(Roles.ICS_ADMIN),
                () -> tenants.people(visit, Tenants.Sought.ALL, null, COUNTED).map(FirstPage::count));
        Optional<Loading<List<Release>>> releases = when(
                visit.is(Roles.PLATFORM_OPERATOR),
                () -> registry.releases(visit, null, NEWEST_RELEASES).map(Page::items));
        Optional<Loading<List<Tenants.Ics>>> icss = when(visit.is(Roles.PLATFORM_OPERATOR), () -> tenants.all(visit));
        boolean isMember = mandate.isThere() && PortalPage.BALLOTS.isFor(visit.roles());
        Optional<Loading<List<Group>>> groups = when(isMember, () -> voice.groups(visit));
        Optional<Loading<WorkView>> ofTheWork = groups.filter(known -> executive.isThere())
                .map(known -> panels.load(() -> given(work(visit, ofNetwork, network, known))));
        Optional<Loading<CaseView>> ofTheCare = when(
                neighbourhood.isThere() && PortalPage.REFERRALS.isFor(visit.roles()), () -> given(caseload.of(visit)));
        VoiceView ofTheVoice =
                groups.map(known -> voice(visit, ofNetwork, network, known)).orElse(null);
        return new HomeView(
                names(speaksFor),
                ofTheVoice,
                ofTheWork.map(loading -> loading.reply().orPage()).orElse(null),
                ofTheCare.map(loading -> loading.reply().orPage()).orElse(null),
                panel(network.map(asked -> panels.load(() -> asked.reply().map(found -> shown(found, lastVisit))))),
                panel(board),
                panel(findings),
                panel(people),
                panel(releases),
                panel(icss));
    }

    private static <T> Reply<T> given(T value) {
        return new Reply.Given<>(value, Optional.empty(), Optional.empty());
    }

    private WorkView work(
            Visit visit, boolean ofNetwork, Optional<Loading<Found>> network, Loading<List<Group>> groups) {
        Optional<Loading<WorkView.Due>> due = when(
                PortalPage.ACTIONS.isFor(visit.roles()),
                () -> (ofNetwork ? network.flatMap(FirstPage::found) : Optional.<Pcn>empty())
                        .map(pcn -> work.ofNetwork(visit, pcn))
                        .orElseGet(() -> work.mine(visit)));
        Loading<List<WorkView.Meeting>> next = panels.load(() -> work.next(visit, groups.reply()));
        Optional<Loading<WorkView.Watch>> watch =
                when(visit.is(Roles.LMC_EXECUTIVE), () -> work.watch(visit, groups.reply()));
        Optional<Loading<WorkView.Waiting>> asked = when(isOfANetwork(visit), () -> work.asked(visit));
        Optional<Loading<WorkView.Waiting>> enquiries =
                when(PortalPage.ASKS.isFor(visit.roles()), () -> work.enquiries(visit));
        Optional<Loading<WorkView.Waiting>> reports =
                when(PortalPage.REPORT_BACK.isFor(visit.roles()), () -> work.reports(visit, groups.reply()));
        Optional<Loading<WorkView.Waiting>> bulletins =
                when(PortalPage.ANSWER_BULLETIN.isFor(visit.roles()), () -> work.bulletins(visit));
        return new WorkView(
                panel(due),
                panel(asked),
                panel(enquiries),
                panel(reports),
                panel(bulletins),
                next.panel(),
                PortalPage.CALENDAR.isFor(visit.roles()) ? visit.base() + PortalPage.CALENDAR.example() : null,
                panel(watch));
    }

    private VoiceView voice(
            Visit visit, boolean ofNetwork, Optional<Loading<Found>> network, Loading<List<Group>> groups) {
        Loading<Voice.Known> known = panels.load(() -> voice.known(visit));
        Loading<VoiceView.Decisions> decisions =
                panels.load(() -> known.reply().then(ballots -> voice.decisions(visit, ballots)));
        Optional<Loading<VoiceView.Watch>> watch =
                when(visit.is(Roles.LMC_EXECUTIVE), () -> voice.watch(visit, groups, known));
        Loading<List<VoiceView.Line>> standing =
                panels.load(() -> voice.standing(visit, groups, () -> network.flatMap(FirstPage::found)));
        Optional<Loading<List<VoiceView.Closing>>> closing = when(
                PortalPage.VOTE.isFor(visit.roles()),
                () -> (ofNetwork ? network.flatMap(FirstPage::found) : Optional.<Pcn>empty())
                        .map(pcn -> known.reply().then(ballots -> voice.ofNetwork(visit, ballots, pcn)))
                        .orElseGet(() -> waits.votes(visit)));
        Optional<Loading<List<VoiceView.Line>>> answers =
                when(PortalPage.ANSWER_READING.isFor(visit.roles()), () -> waits.answers(visit));
        boolean hasNetwork = network.flatMap(FirstPage::found).isPresent();
        return new VoiceView(
                standing.panel(),
                panel(closing),
                panel(answers),
                ofNetwork && hasNetwork,
                hasNetwork && closing.isPresent(),
                decisions.panel(),
                panel(watch));
    }

    private static Optional<Pcn> found(Loading<Found> network) {
        return network.reply() instanceof Reply.Given<Found>(Found found, var tag, var location)
                ? Optional.of(found.pcn())
                : Optional.empty();
    }

    /** Who acts for a PCN, or for a practice that is in one. */
    private static boolean isOfANetwork(Visit visit) {
        return visit.is(Roles.PCN_CLINICAL_DIRECTOR) || visit.is(Roles.PRACTICE_VOTER);
    }

    /** The network of that code; of a practice's code the network that the practice is in. */
    private Reply<Found> network(Visit visit, Asked first) {
        Reply<Found> found = network(visit, first.code().code());
        if (!(found instanceof Reply.Refused<Found>(var problem)) || problem.status() != 404) {
            return found;
        }
        return switch (first.organisation().reply()) {
            case Reply.Given<Organisation>(Organisation practice, var tag, var location) -> {
                var membership = practice.pcn();
                yield membership == null ? found : network(visit, membership.code());
            }
            case Reply.Refused<Organisation>(var why) -> new Reply.Refused<>(why);
            case Reply.Silent<Organisation>(String service) -> new Reply.Silent<>(service);
        };
    }

    private Reply<Found> network(Visit visit, String code) {
        Loading<History> history = panels.load(() -> registry.history(visit, code));
        return registry.pcn(visit, code, null).map(pcn -> new Found(pcn, history));
    }

    private Network shown(Found found, Optional<Past> lastVisit) {
        Pcn pcn = found.pcn();
        Panel<List<Change>> changes = panels.load(() -> found.history().reply().map(known -> Change.of(known, pcn)))
                .panel();
        return new Network(
                pcn,
                PcnSize.of(pcn.patients()),
                changes,
                SinceLastVisit.of(lastVisit, pcn, changes.trouble() == null ? changes.value() : List.of())
                        .orElse(null));
    }

    private static List<Named> names(List<Asked> asked) {
        var names = new ArrayList<Named>();
        for (Asked one : asked) {
            names.add(
                    one.organisation().reply() instanceof Reply.Given<Organisation>(Organisation known, var tag, var at)
                            ? new Named(known.code(), known.name())
                            : new Named(one.code().code(), null));
        }
        return names;
    }

    private static Count count(Page<?> page) {
        return new Count(page.items().size(), page.next() != null);
    }

    private <T> Optional<Loading<T>> when(boolean concerned, Supplier<Reply<T>> question) {
        return concerned ? Optional.of(panels.load(question)) : Optional.empty();
    }

    private static <T> @Nullable Panel<T> panel(Optional<Loading<T>> loading) {
        return loading.map(Loading::panel).orElse(null);
    }
}
