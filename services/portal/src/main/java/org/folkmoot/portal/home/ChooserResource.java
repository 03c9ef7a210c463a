package org.folkmoot.portal.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.session.OpenSessions;
import org.folkmoot.tenancy.Ics;
import org.folkmoot.tenancy.IcsDirectory;
import org.folkmoot.tenancy.IcsState;
import org.folkmoot.tenancy.Tenant;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Choosing an ICS, before anybody has signed in. */
@Path("/")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ChooserResource {

    /** An ICS at which one can sign in. */
    public record Choice(String name, String href, boolean signedIn) {}

    /**
     * The choice.
     *
     * @param farewell what came of signing out, if that is where the person comes from
     */
    public record ChooserView(
            List<Choice> signedIn,
            List<Choice> others,
            String platform,
            @Nullable String farewell) {}

    @CheckedTemplate(basePath = "home")
    static class Templates {
        static native TemplateInstance chooser(Frame frame, ChooserView view);
    }

    private final IcsDirectory directory;
    private final OpenSessions sessions;
    private final Frames frames;

    ChooserResource(IcsDirectory directory, OpenSessions sessions, Frames frames) {
        this.directory = directory;
        this.sessions = sessions;
        this.frames = frames;
    }

    @GET
    public TemplateInstance choose(@RestQuery("signed-out") @Nullable String signedOut) {
        List<Choice> choices = Stream.concat(
                        directory.all().stream()
                                .filter(ics -> ics.state() == IcsState.ACTIVE)
                                .sorted(Comparator.comparing(Ics::name))
                                .map(ics -> choice(ics.tenant(), ics.name())),
                        Stream.of(choice(Tenant.PLATFORM, "Folkmoot platform (operators)"))
                                .filter(Choice::signedIn))
                .toList();
        return Templates.chooser(
                frames.of(Optional.empty(), "Choose your ICS"),
                new ChooserView(
                        choices.stream().filter(Choice::signedIn).toList(),
                        choices.stream().filter(choice -> !choice.signedIn()).toList(),
                        "/" + Tenant.PLATFORM + "/",
                        farewell(signedOut)));
    }

    private Choice choice(Tenant tenant, String name) {
        return new Choice(name, "/" + tenant + "/", sessions.mayBe(tenant));
    }

    private static @Nullable String farewell(@Nullable String signedOut) {
        return switch (signedOut) {
            case "yes" -> "You are signed out.";
            case "here" ->
                "You are signed out of Folkmoot. The sign-in service did not answer: close your browser if others use this"
                        + " computer.";
            case null, default -> null;
        };
    }
}
