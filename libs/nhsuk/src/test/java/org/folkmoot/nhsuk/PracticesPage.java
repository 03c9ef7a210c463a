package org.folkmoot.nhsuk;

import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.folkmoot.nhsuk.picture.Bar;
import org.folkmoot.nhsuk.picture.BarChart;
import org.folkmoot.nhsuk.picture.Unit;

/** A page such as an application has, in an application that has nothing else. */
@Path("/practices")
public class PracticesPage {

    record Practice(String name, int patients) {}

    private final Template practices;

    PracticesPage(Template practices) {
        this.practices = practices;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show() {
        return practices
                .data("place", "Devon")
                .data("practices", List.of(new Practice("Rose & Crown", 8_120), new Practice("<Hill>", 12_003)))
                .data(
                        "chart",
                        new BarChart(
                                "List sizes",
                                Unit.PATIENTS,
                                "Practice",
                                List.of(new Bar("Rose & Crown", 8_120), new Bar("<Hill>", 12_003))));
    }
}
