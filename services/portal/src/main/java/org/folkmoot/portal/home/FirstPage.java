package org.folkmoot.portal.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import org.folkmoot.portal.service.MandateService;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.service.Registry.History;
import org.folkmoot.portal.service.Registry.Icb;
import org.folkmoot.portal.service.Registry.Named;
import org.folkmoot.portal.service.Registry.Organisation;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Registry.Pcn;
import org.folkmoot.portal.service.Registry.Release;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Tenants;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.tenancy.Roles;
import org.jspecify.annotations.Nullable;

/** Gathers the parts of the first page, each for those whom it concerns, side by side. */
@ApplicationScoped
class FirstPage {

    private static final int MOST_ORGANISATIONS = 12;
    private static final int MOST_CHANGES = 5;
    private static final int COUNTED = 100;
    private static final int NEWEST_RELEASES = 3;

    private record Asked(OdsCode code, Loading<Organisation> organisation) {}

    private final Registry registry;
    private final Tenants tenants;
    private final MandateService mandate;
    private final Voice voice;
    private final Waits waits;
    private final Panels panels;

    FirstPage(Registry registry, Tenants tenants, MandateService mandate, Voice voice, Waits waits, Panels panels) {
        this.registry = registry;
        this.tenants = tenants;
        this.mandate = mandate;
        this.voice = voice;
        this.waits = waits;
        this.panels = panels;
    }

    /**
     * The first page of somebody.
     *
     * @param ofNetwork whether what waits for the whole PCN is asked for, and not for the person alone
     */
    HomeView of(Visit visit, boolean ofNetwork) {
        List<Asked> speaksFor = visit.organisations().stream()
                .filter(code -> visit.tenant().isPlatform()
                        || !code.equals(visit.tenant().icb()))
                .limit(MOST_ORGANISATIONS)
                .map(code -> new Asked(code, panels.load(() -> registry.organisation(visit, code.code(), null))))
                .toList();
        Optional<Loading<Network>> network = isOfANetwork(visit)
                ? visit.organisations().stream().findFirst().map(code -> panels.load(() -> network(visit, code.code())))
                : Optional.empty();
        Optional<Loading<Icb>> board = when(
                !visit.tenant().isPlatform(),
                () -> registry.icb(visit, visit.tenant().icb().code(), null));
        Optional<Loading<Count>> findings = when(
                visit.is(Roles.ICS_ADMIN) || visit.is(Roles.PLATFORM_OPERATOR),
                () -> registry.findings(visit, null, "open", null, null, COUNTED)
                        .map(FirstPage::count));
        Optional<Loading<Count>> people = when(
                visit.is(Roles.ICS_ADMIN),
                () -> tenants.people(visit, null, null, null, null, COUNTED).map(FirstPage::count));
        Optional<Loading<List<Release>>> releases = when(
                visit.is(Roles.PLATFORM_OPERATOR),
                () -> registry.releases(visit, null, NEWEST_RELEASES).map(Page::items));
        Optional<Loading<List<Tenants.Ics>>> icss = when(visit.is(Roles.PLATFORM_OPERATOR), () -> tenants.all(visit));
        return new HomeView(
                names(speaksFor),
                mandate.isThere() && PortalPage.BALLOTS.isFor(visit.roles()) ? voice(visit, ofNetwork, network) : null,
                panel(network),
                panel(board),
                panel(findings),
                panel(people),
                panel(releases),
                panel(icss));
    }

    private VoiceView voice(Visit visit, boolean ofNetwork, Optional<Loading<Network>> asked) {
        Loading<Voice.Known> known = panels.load(() -> voice.known(visit));
        Loading<VoiceView.Decisions> decisions =
                panels.load(() -> then(known.reply(), ballots -> voice.decisions(visit, ballots)));
        Optional<Loading<VoiceView.Watch>> watch =
                when(visit.is(Roles.LMC_EXECUTIVE), () -> then(known.reply(), ballots -> voice.watch(visit, ballots)));
        Optional<Pcn> pcn = asked.flatMap(
                network -> network.reply() instanceof Reply.Given<Network>(Network there, var tag, var location)
                        ? Optional.of(there.pcn())
                        : Optional.empty());
        boolean switched = ofNetwork && pcn.isPresent();
        Loading<List<VoiceView.Line>> standing = panels.load(() -> voice.standing(visit, pcn));
        Optional<Loading<List<VoiceView.Closing>>> closing = when(
                PortalPage.VOTE.isFor(visit.roles()),
                () -> switched
                        ? known.reply().map(ballots -> voice.ofNetwork(visit, ballots, pcn.orElseThrow()))
                        : waits.votes(visit));
        Optional<Loading<List<VoiceView.Line>>> answers =
                when(PortalPage.ANSWER_READING.isFor(visit.roles()), () -> waits.answers(visit));
        return new VoiceView(
                standing.panel(),
                panel(closing),
                panel(answers),
                switched,
                pcn.isPresent() && closing.isPresent(),
                decisions.panel(),
                panel(watch));
    }

    private static <T, R> Reply<R> then(Reply<T> reply, Function<T, Reply<R>> next) {
        return switch (reply) {
            case Reply.Given<T>(T value, var tag, var location) -> next.apply(value);
            case Reply.Refused<T>(var problem) -> new Reply.Refused<>(problem);
            case Reply.Silent<T>(String service) -> new Reply.Silent<>(service);
        };
    }

    /** Who acts for a PCN, or for a practice that is in one. */
    private static boolean isOfANetwork(Visit visit) {
        return visit.is(Roles.PCN_CLINICAL_DIRECTOR) || visit.is(Roles.PRACTICE_VOTER);
    }

    /** The network of that code; of a practice's code the network that the practice is in. */
    private Reply<Network> network(Visit visit, String code) {
        Loading<History> history = panels.load(() -> registry.history(visit, code));
        Reply<Pcn> pcn = registry.pcn(visit, code, null);
        if (pcn instanceof Reply.Refused<Pcn>(var problem) && problem.status() == 404) {
            return switch (registry.organisation(visit, code, null)) {
                case Reply.Given<Organisation>(Organisation practice, var tag, var location) -> {
                    var membership = practice.pcn();
                    yield membership == null ? pcn.map(FirstPage::none) : network(visit, membership.code());
                }
                case Reply.Refused<Organisation> refused -> refused.map(FirstPage::none);
                case Reply.Silent<Organisation> silent -> silent.map(FirstPage::none);
            };
        }
        return pcn.map(
                network -> new Network(network, PcnSize.of(network.patients()), changes(network, history.reply())));
    }

    private static <T> Network none(T other) {
        throw new IllegalStateException("there is no network in " + other);
    }

    private static List<Change> changes(Pcn pcn, Reply<History> history) {
        return switch (history) {
            case Reply.Given<History>(History known, var tag, var location) ->
                Change.of(known, pcn).stream().limit(MOST_CHANGES).toList();
            case Reply.Refused<History> refused -> List.of();
            case Reply.Silent<History> silent -> List.of();
        };
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
