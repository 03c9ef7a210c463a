package org.folkmoot.portal.release;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.service.Registry.DirectoryRun;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How the directory keeps up by itself, for the platform's operators. */
@Path("/{ics}/releases/keeping-up/")
@RolesAllowed(Roles.PLATFORM_OPERATOR)
@RunOnVirtualThread
class KeepingUpResource {

    private static final int ROWS = 25;
    private static final Set<String> SOURCES = Set.of("folder", "object-store", "ods-api");
    private static final String LOOK = "look";
    private static final String ASK = "ask";
    private static final String CONFIRM = "confirm";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @CheckedTemplate(basePath = "release")
    static class Templates {
        static native TemplateInstance keepingUp(Frame frame, KeepingUpView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Panels panels;
    private final Registry registry;

    KeepingUpResource(Visitor visitor, Frames frames, Panels panels, Registry registry) {
        this.visitor = visitor;
        this.frames = frames;
        this.panels = panels;
        this.registry = registry;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance keepingUp(@RestQuery @DefaultValue("") String done) {
        return page(visitor.now(), FormErrors.NONE, done);
    }

    @POST
    @Produces(MediaType.TEXT_HTML)
    public Response act(
            @RestForm @DefaultValue("") String act,
            @RestForm @DefaultValue("") String source,
            @RestForm @DefaultValue("") String id,
            @RestForm @DefaultValue("") String tag) {
        Visit visit = visitor.now();
        if (act.equals(LOOK) && SOURCES.contains(source)) {
            return answer(visit, registry.lookAt(visit, source), LOOK);
        }
        if (act.equals(ASK) && ID.matcher(id).matches()) {
            return answer(visit, registry.askAgain(visit, UUID.fromString(id)), ASK);
        }
        if (act.equals(CONFIRM) && ID.matcher(id).matches()) {
            return answer(visit, registry.confirm(visit, UUID.fromString(id), tag), CONFIRM);
        }
        return FormAnswer.again(page(visit, FormErrors.of(null, "Choose what to do"), ""));
    }

    private <T> Response answer(Visit visit, Reply<T> reply, String done) {
        return FormAnswer.of(
                reply,
                Map.of(),
                given -> visit.base() + PortalPage.KEEPING_UP.example() + "?done=" + done,
                errors -> page(visit, errors, ""));
    }

    private TemplateInstance page(Visit visit, FormErrors errors, String done) {
        Loading<List<KeepingUpView.Source>> sources = panels.load(() -> registry.sources(visit)
                .map(page -> page.items().stream().map(KeepingUpView.Source::of).toList()));
        Loading<List<KeepingUpView.Unread>> quarantine = panels.load(() -> registry.quarantine(visit, null, ROWS)
                .map(page -> page.items().stream().map(KeepingUpView.Unread::of).toList()));
        Loading<List<KeepingUpView.Run>> runs = panels.load(() -> registry.runs(visit, null, ROWS)
                .map(page -> page.items().stream().map(KeepingUpView.Run::of).toList()));
        return Templates.keepingUp(
                frames.of(visit, PortalPage.KEEPING_UP, "Keeping up"),
                new KeepingUpView(
                        sources.panel(), runs.panel(), held(visit, runs.reply()), quarantine.panel(), errors, done));
    }

    /** Whoever confirms has seen a version: it comes with the run and not with the list. */
    private KeepingUpView.@Nullable Held held(Visit visit, Reply<List<KeepingUpView.Run>> runs) {
        @Nullable
        Reply<DirectoryRun> held = runs instanceof Reply.Given<List<KeepingUpView.Run>>(var all, var seen, var location)
                ? KeepingUpView.held(all)
                        .map(run -> registry.run(visit, run.id()))
                        .orElse(null)
                : null;
        return held instanceof Reply.Given<DirectoryRun>(DirectoryRun run, var tag, var location)
                ? new KeepingUpView.Held(run, tag.orElse(""))
                : null;
    }
}
