package org.folkmoot.portal.authority;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhsuk.picture.LayerMap;
import org.folkmoot.nhsuk.picture.Unit;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.Authority;
import org.folkmoot.portal.service.Authority.Chain;
import org.folkmoot.portal.service.Authority.Node;
import org.folkmoot.portal.service.Authority.Thing;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;

/** The chain of authority around one thing. */
@Path("/{ics}/authority/{kind}/{id}/")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.GROUP_SECRETARY,
    Roles.EXECUTIVE_MANAGER,
    Roles.ICS_OBSERVER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
class ChainResource {

    private static final int MOST = 500;
    private static final int MOST_IN_THE_PICTURE = 40;
    private static final Unit STEPS = new Unit("step", "steps");

    record Row(Node node, String restsOn) {}

    private static final Table.Columns<Row> COLUMNS = Table.<Row>columns()
            .integer("Step", row -> row.node().step())
            .text("Kind", row -> row.node().kind())
            .text("What", row -> row.node().title())
            .text("Rests on", Row::restsOn)
            .date(
                    "Day",
                    row -> row.node().at() == null
                            ? null
                            : LondonTime.dateOf(row.node().at()))
            .text("What came of it", row -> row.node().outcome())
            .text("Id", row -> row.node().id());

    @CheckedTemplate(basePath = "authority")
    static class Templates {
        static native TemplateInstance chain(Frame frame, ChainView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Authority authority;

    ChainResource(Visitor visitor, Frames frames, Authority authority) {
        this.visitor = visitor;
        this.frames = frames;
        this.authority = authority;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance chain(@RestPath String kind, @RestPath String id) {
        Visit visit = visitor.now();
        Chain chain = authority.around(visit, kind, id, MOST).orPage();
        Node here = here(chain);
        List<Node> drawn = chain.nodes().stream().limit(MOST_IN_THE_PICTURE).toList();
        return Templates.chain(
                frames.of(visit, PortalPage.AUTHORITY, "What it rests on"),
                new ChainView(
                        ChainKind.words(here.kind()),
                        title(here),
                        ChainKind.href(visit, here).orElse(null),
                        lines(visit, chain, node -> node.step() < 0),
                        lines(visit, chain, node -> node.step() > 0),
                        isAdvisory(chain),
                        picture(chain, drawn, here),
                        chain.nodes().size() - drawn.size(),
                        chain.whole()));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<Row> export(@RestPath String kind, @RestPath String id) {
        Chain chain = authority.around(visitor.now(), kind, id, MOST).orPage();
        Map<Thing, String> titles = new HashMap<>();
        chain.nodes().forEach(node -> titles.put(node.thing(), title(node)));
        return COLUMNS.table(
                "authority",
                chain.nodes().stream()
                        .map(node -> new Row(
                                node,
                                chain.links().stream()
                                        .filter(link -> link.lower().equals(node.thing()))
                                        .map(link -> titles.getOrDefault(
                                                link.upper(), link.upper().kind()))
                                        .collect(Collectors.joining("; ")))));
    }

    private static Node here(Chain chain) {
        return chain.nodes().stream()
                .filter(node -> node.thing().equals(chain.of()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
    }

    /**
     * Whether it comes from a meeting, or from an enquiry because of which something is done, and no mandate is above that: the
     * group had none that counted then. An enquiry of which nothing has come may still wait for somebody to see to it.
     */
    private static boolean isAdvisory(Chain chain) {
        Set<String> above = kinds(chain, node -> node.step() <= 0);
        boolean begun = above.contains("meeting")
                || (above.contains("enquiry") && kinds(chain, node -> true).contains("action"));
        return begun && !above.contains("mandate");
    }

    private static Set<String> kinds(Chain chain, Predicate<Node> which) {
        return chain.nodes().stream().filter(which).map(Node::kind).collect(Collectors.toSet());
    }

    private static List<ChainView.Line> lines(Visit visit, Chain chain, Predicate<Node> which) {
        return chain.nodes().stream()
                .filter(which)
                .map(node -> new ChainView.Line(
                        ChainKind.words(node.kind()),
                        title(node),
                        ChainKind.href(visit, node).orElse(null),
                        visit.base() + "/authority/" + node.kind() + "/" + node.id() + "/",
                        node.at(),
                        ChainKind.outcome(node)))
                .toList();
    }

    private static LayerMap picture(Chain chain, List<Node> drawn, Node here) {
        return new LayerMap(
                "Chain of authority",
                STEPS,
                drawn.stream()
                        .map(node -> new LayerMap.Thing(
                                name(node.thing()),
                                ChainKind.words(node.kind()),
                                title(node),
                                ChainKind.outcome(node),
                                node.equals(here)))
                        .toList(),
                chain.links().stream()
                        .map(link -> new LayerMap.Link(name(link.upper()), name(link.lower())))
                        .toList());
    }

    private static String name(Thing thing) {
        return thing.kind() + " " + thing.id();
    }

    /** Of what was only heard, the service knows no title yet. */
    private static String title(Node node) {
        String title = node.title();
        return title == null ? "A " + node.kind() + " that is not known here yet" : title;
    }
}
