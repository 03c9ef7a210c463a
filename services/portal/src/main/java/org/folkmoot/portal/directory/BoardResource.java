package org.folkmoot.portal.directory;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.service.Registry.Icb;
import org.folkmoot.portal.service.Registry.Practice;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** An integrated care board with the map of its networks. */
@Path("/{ics}/boards/{code}/")
@Authenticated
@RunOnVirtualThread
class BoardResource {

    @CheckedTemplate(basePath = "directory")
    static class Templates {
        static native TemplateInstance board(Frame frame, BoardView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Panels panels;
    private final Registry registry;

    BoardResource(Visitor visitor, Frames frames, Panels panels, Registry registry) {
        this.visitor = visitor;
        this.frames = frames;
        this.panels = panels;
        this.registry = registry;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance board(@RestPath String code, @RestQuery @Nullable String sort) {
        Visit visit = visitor.now();
        Loading<List<Practice>> asked = panels.load(() -> registry.practices(visit, code, null, null));
        Icb board = registry.icb(visit, code, null).orPage();
        List<Practice> practices = asked.reply().orPage();
        boolean bySize = "size".equals(sort);
        Query here = Query.of(visit.base() + "/boards/" + board.code() + "/");
        return Templates.board(
                frames.of(visit, PortalPage.BOARD, board.name() == null ? board.code() : board.name()),
                new BoardView(
                        board,
                        BoardView.networks(practices).stream()
                                .sorted(bySize ? BoardView.BY_SIZE : BoardView.BY_NAME)
                                .toList(),
                        practices.stream()
                                .filter(practice -> practice.pcn() == null)
                                .toList(),
                        bySize,
                        here.href(),
                        here.with("sort", "size").href(),
                        here.with("format", "csv").href(),
                        here.with("format", "xlsx").href()));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(@RestPath String code, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Exports.answer(registry.practicesTable(visitor.now(), code, null, null, Exports.type(accept)));
    }
}
