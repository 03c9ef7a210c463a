package org.folkmoot.portal.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;

/** Where people end up whom Keycloak did not sign in; everybody else is led on before they come here. */
@Path("/signed-in")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class NotSignedInResource {

    @CheckedTemplate(basePath = "home")
    static class Templates {
        static native TemplateInstance notSignedIn(Frame frame);
    }

    private final Frames frames;

    NotSignedInResource(Frames frames) {
        this.frames = frames;
    }

    @GET
    public TemplateInstance notSignedIn() {
        return Templates.notSignedIn(frames.of(Optional.empty(), "You are not signed in"));
    }
}
